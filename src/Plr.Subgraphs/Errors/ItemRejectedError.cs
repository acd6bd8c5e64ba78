using Plr.Domain;

namespace Plr.Subgraphs.Errors;

/// <summary>A submitted item was rejected: the values of <c>type ItemRejectedError</c>.</summary>
public sealed class ItemRejectedError : UserError
{
    internal ItemRejectedError(Problem problem, params string[] path)
        : base(problem, path.Length > 0 ? path : null)
    {
    }
}
