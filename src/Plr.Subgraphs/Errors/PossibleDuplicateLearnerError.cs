using Plr.Domain;

namespace Plr.Subgraphs.Errors;

/// <summary>A learner so like this one is registered that a person must decide: the values of <c>type PossibleDuplicateLearnerError</c>.</summary>
public sealed class PossibleDuplicateLearnerError : UserError
{
    internal PossibleDuplicateLearnerError(Problem problem, params string[] path)
        : base(problem, path.Length > 0 ? path : null)
    {
    }
}
