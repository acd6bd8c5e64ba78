using Plr.Domain.Identifiers;

namespace Plr.Domain.Routes;

/// <summary>A question about routes that a learner keeps, to ask it again of a record that has grown.</summary>
/// <remarks>It holds the question alone, never an answer. Source: FACTS 5 (save, list and delete by name).</remarks>
public sealed class SavedRouteQuery
{
    /// <summary>The most queries one learner keeps.</summary>
    public const int MaxSavedRouteQueries = 50;

    /// <summary>The longest name in characters.</summary>
    public const int MaxNameLength = 100;

    /// <summary>Its key.</summary>
    public required RouteQueryId Id { get; init; }
    /// <summary>Whose.</summary>
    public required Uln Learner { get; init; }
    /// <summary>What the learner calls it, 1 to <see cref="MaxNameLength"/> characters; one query of a learner has it.</summary>
    public required string Name { get; init; }
    /// <summary>Which routes to rank.</summary>
    public required RouteFilter Filter { get; init; }
    /// <summary>Units to be counted as if they were achieved; may be empty.</summary>
    public required IReadOnlyList<UnitNumber> WhatIf { get; init; }
    /// <summary>When it was saved last, UTC.</summary>
    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>Trims a name, and refuses an empty or overlong one.</summary>
    /// <returns>The name, or <see cref="ErrorCodes.RouteQueryNameInvalid"/>.</returns>
    public static Result<string> ParseName(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length is > 0 and <= MaxNameLength && !trimmed.Any(char.IsControl)
            ? trimmed
            : new Problem(ErrorCodes.RouteQueryNameInvalid, $"a name has 1 to {MaxNameLength} characters, none of them a control character");
    }
}
