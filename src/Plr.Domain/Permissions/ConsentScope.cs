namespace Plr.Domain.Permissions;

/// <summary>What a learner permits, piece by piece. A flat set: no scope implies another.</summary>
public enum ConsentScope
{
    /// <summary>Name, date of birth.</summary>
    Identity,
    /// <summary>Contact details, preferred language.</summary>
    Contact,
    /// <summary>Units and qualifications achieved.</summary>
    QualificationAchievements,
    /// <summary>Achievements outside units and regulated qualifications.</summary>
    WiderAchievements,
    /// <summary>Progress and routes, which reveal what the achievements add up to.</summary>
    Routes,
}
