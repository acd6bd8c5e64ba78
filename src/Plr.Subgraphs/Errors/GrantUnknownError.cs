using Plr.Domain;

namespace Plr.Subgraphs.Errors;

/// <summary>No grant of the learner's own has the identifier: the values of <c>type GrantUnknownError</c>.</summary>
public sealed class GrantUnknownError : UserError
{
    internal GrantUnknownError(Problem problem, params string[] path)
        : base(problem, path.Length > 0 ? path : null)
    {
    }
}
