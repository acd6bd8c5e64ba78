namespace Plr.GraphQL.Language.Ast;

/// <summary>The three kinds of operation.</summary>
/// <remarks>GraphQL September 2025, 2.4 Operations.</remarks>
public enum OperationType
{
    /// <summary>A read-only fetch.</summary>
    Query,

    /// <summary>A write, then a fetch; root fields run one after the other.</summary>
    Mutation,

    /// <summary>A long-lived request that answers with a stream.</summary>
    Subscription,
}
