namespace Plr.GraphQL.Execution.Budgets;

/// <summary>What one client may spend over time. Off unless a capacity is set.</summary>
/// <remarks>A bucket a client, full at first and refilled steadily. What an operation may cost at most is taken before it is executed, and what
/// it did not cost is given back after; an operation that ends without a response gives nothing back.</remarks>
public sealed class CostBudgetOptions
{
    /// <summary>The most that a client has, in units of cost, inclusive; 0 for no budgets. An operation that may cost more than the whole of it
    /// is <see cref="ErrorCodes.CostLimitExceeded"/>; one that may cost more than is left is <see cref="ErrorCodes.CostBudgetExhausted"/>.</summary>
    public long Capacity { get; set; }

    /// <summary>Units of cost that come back in a second; at least 1.</summary>
    public long RestorePerSecond { get; set; } = 1_000;

    /// <summary>Clients that are remembered at once. One whose budget is whole again is forgotten for a newcomer; where all have spent, the
    /// newcomers share one budget, so that nobody wins a fresh one by crowding others out.</summary>
    public int MaxClients { get; set; } = 10_000;

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>Whether clients have budgets.</summary>
    public bool IsOn => Capacity > 0;
}
