using Plr.Domain;

namespace Plr.Subgraphs.Errors;

/// <summary>A part of the input breaks a rule of its own: the values of <c>type InvalidInputError</c>.</summary>
public sealed class InvalidInputError : UserError
{
    internal InvalidInputError(Problem problem, params string[] path)
        : base(problem, path.Length > 0 ? path : null)
    {
    }
}
