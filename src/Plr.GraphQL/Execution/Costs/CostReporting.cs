namespace Plr.GraphQL.Execution.Costs;

/// <summary>What a client wants to know of its operation's cost.</summary>
public enum CostReporting
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The operation is executed, and <c>extensions.cost</c> tells what it may have cost and what it did.</summary>
    Report,

    /// <summary>The operation is not executed: <c>extensions.cost</c> alone tells what it may cost.</summary>
    Validate,
}
