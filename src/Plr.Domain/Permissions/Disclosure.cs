using Plr.Domain.Identifiers;

namespace Plr.Domain.Permissions;

/// <summary>One reading of a learner's record, as the learner will see it.</summary>
public sealed class Disclosure
{
    /// <summary>Its key.</summary>
    public required Guid Id { get; init; }
    /// <summary>Whose record.</summary>
    public required Uln Learner { get; init; }
    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }
    /// <summary>The organisation that read; null for the learner or an operator.</summary>
    public OrganisationId? Organisation { get; init; }
    /// <summary>The person who read, as the token names them; null where it names none.</summary>
    public string? Person { get; init; }
    /// <summary>What was disclosed; in the order of <see cref="ConsentScope"/>.</summary>
    public required IReadOnlyList<ConsentScope> Scopes { get; init; }
    /// <summary>On which basis.</summary>
    public required AccessBasis Basis { get; init; }
    /// <summary>By which grant; null unless the basis is consent or delegation.</summary>
    public GrantId? Grant { get; init; }
    /// <summary>The operation's name; null when it had none.</summary>
    public string? Operation { get; init; }
    /// <summary>The purpose of the grant; null without one.</summary>
    public string? Purpose { get; init; }
}
