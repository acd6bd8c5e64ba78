using Plr.Domain;

namespace Plr.Subgraphs.Errors;

/// <summary>An expected refusal as data: the values of <c>interface UserError</c>. Each kind is a class of its own, so that a union finds its type.</summary>
public abstract class UserError
{
    private protected UserError(Problem problem, IReadOnlyList<string>? path)
    {
        Problem = problem;
        Path = path;
    }

    /// <summary>Stable; schema/errors.md says what it means.</summary>
    public string Code => Problem.Code;

    /// <summary>The place in the input; null when no single place is to blame.</summary>
    public IReadOnlyList<string>? Path { get; }

    internal Problem Problem { get; }
}
