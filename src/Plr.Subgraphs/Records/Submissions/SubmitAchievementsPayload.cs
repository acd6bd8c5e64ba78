using Plr.Domain.Achievements;
using Plr.Subgraphs.Errors;

namespace Plr.Subgraphs.Records.Submissions;

/// <summary><c>type SubmitAchievementsPayload</c>.</summary>
/// <param name="Items">What became of each item, in the order submitted; empty when refused whole.</param>
/// <param name="Errors">Why it was refused whole; empty when it was taken.</param>
public sealed record SubmitAchievementsPayload(IReadOnlyList<SubmittedItem> Items, IReadOnlyList<UserError> Errors)
{
    /// <summary>How many were recorded for the first time.</summary>
    public int Created => Count(ItemOutcome.Created);

    /// <summary>How many made a new version.</summary>
    public int Updated => Count(ItemOutcome.Updated);

    /// <summary>How many were already held exactly so.</summary>
    public int Unchanged => Count(ItemOutcome.Unchanged);

    /// <summary>How many were rejected.</summary>
    public int Rejected => Count(ItemOutcome.Rejected);

    private int Count(ItemOutcome outcome) => Items.Count(item => item.Outcome == outcome);
}
