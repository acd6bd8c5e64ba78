namespace Plr.Domain.Organisations;

/// <summary>A signed document.</summary>
/// <param name="Kind">Which document.</param>
/// <param name="SignedOn">From this day, inclusive.</param>
/// <param name="EndedOn">Until this day, exclusive; null while it is in force.</param>
public sealed record Agreement(AgreementKind Kind, DateOnly SignedOn, DateOnly? EndedOn)
{
    /// <summary>Whether it is in force on the day.</summary>
    public bool InForce(DateOnly day) => SignedOn <= day && (EndedOn is null || day < EndedOn);
}
