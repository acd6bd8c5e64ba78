namespace Plr.Domain.Learners;

/// <summary>Gender as the learner register codes it.</summary>
public enum Gender
{
    /// <summary>0, not known.</summary>
    NotKnown = 0,
    /// <summary>1, male.</summary>
    Male = 1,
    /// <summary>2, female.</summary>
    Female = 2,
    /// <summary>9, not specified.</summary>
    NotSpecified = 9,
}
