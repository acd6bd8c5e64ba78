using Plr.GraphQL.Execution.Budgets;

namespace Plr.GraphQL.Execution.Costs;

/// <summary>What one operation may cost, and how it is reckoned. Every limit is inclusive: exactly so much passes.</summary>
/// <remarks>
/// IBM, GraphQL Cost Directives specification, draft. The type cost counts the objects of a response, each by the weight of its type; the field
/// cost counts resolutions, each by the weight of its field and arguments. Both are reckoned after variable coercion, and both are upper
/// bounds as long as no list is longer than the schema says by <c>@listSize</c>.
/// </remarks>
public sealed class CostOptions
{
    /// <summary>The field cost of one operation; past it <see cref="ErrorCodes.CostLimitExceeded"/>.</summary>
    public long MaxFieldCost { get; set; } = 20_000;

    /// <summary>The type cost of one operation, about the objects that the response may hold; past it <see cref="ErrorCodes.CostLimitExceeded"/>.</summary>
    public long MaxTypeCost { get; set; } = 20_000;

    /// <summary>
    /// The fields that are planned to reckon the cost, each once for every type of object that it may stand in; past it
    /// <see cref="ErrorCodes.CostLimitExceeded"/>. Interfaces inside interfaces multiply them: sixteen levels of one with two types are 65,535.
    /// </summary>
    public int MaxReckonedFields { get; set; } = 5_000;

    /// <summary>False only warns in the log, so that a limit can be tried before it holds; ten times of it is refused all the same.</summary>
    public bool EnforceLimits { get; set; } = true;

    /// <summary>The items that a paged list gives when no slicing argument is given and the schema assumes no size.</summary>
    public int DefaultPageSize { get; set; } = Pagination.ConnectionSlicer.DefaultPageSize;

    /// <summary>The items of a list of which the schema says nothing.</summary>
    public int DefaultListSize { get; set; } = 1;

    /// <summary>What one client may spend over time.</summary>
    public CostBudgetOptions Budget { get; } = new();
}
