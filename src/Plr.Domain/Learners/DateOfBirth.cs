namespace Plr.Domain.Learners;

/// <summary>Which dates of birth the learner register takes.</summary>
public static class DateOfBirth
{
    /// <summary>The youngest learner in years. Source: learner register, code RC013.</summary>
    public const int MinAge = 13;

    /// <summary>The oldest learner in years. Source: learner register, code RC013.</summary>
    public const int MaxAge = 110;

    /// <summary>Holds a date of birth to the ages the register takes.</summary>
    /// <param name="today">The day on which the age is reckoned.</param>
    /// <returns>The date, or <see cref="ErrorCodes.AgeOutOfRange"/>.</returns>
    public static Result<DateOnly> Check(DateOnly dateOfBirth, DateOnly today) =>
        dateOfBirth <= today.AddYears(-MinAge) && dateOfBirth > today.AddYears(-MaxAge - 1)
            ? dateOfBirth
            : new Problem(ErrorCodes.AgeOutOfRange, $"a learner is {MinAge} to {MaxAge} years old: check the date of birth");
}
