using Plr.Domain;
using Plr.Domain.Routes;

namespace Plr.Subgraphs.Errors;

/// <summary>The learner keeps as many route queries as one may: the values of <c>type RouteQueryLimitError</c>.</summary>
public sealed class RouteQueryLimitError : UserError
{
    internal RouteQueryLimitError(Problem problem, params string[] path)
        : base(problem, path.Length > 0 ? path : null)
    {
    }

    /// <summary>The most queries one learner keeps.</summary>
    public int Maximum { get; } = SavedRouteQuery.MaxSavedRouteQueries;
}
