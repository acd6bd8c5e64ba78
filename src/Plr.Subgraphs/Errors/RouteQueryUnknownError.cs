using Plr.Domain;

namespace Plr.Subgraphs.Errors;

/// <summary>No saved route query of the learner's own has the identifier: the values of <c>type RouteQueryUnknownError</c>.</summary>
public sealed class RouteQueryUnknownError : UserError
{
    internal RouteQueryUnknownError(Problem problem, params string[] path)
        : base(problem, path.Length > 0 ? path : null)
    {
    }
}
