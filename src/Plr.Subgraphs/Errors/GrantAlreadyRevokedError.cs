using Plr.Domain;

namespace Plr.Subgraphs.Errors;

/// <summary>The grant was revoked before: the values of <c>type GrantAlreadyRevokedError</c>.</summary>
public sealed class GrantAlreadyRevokedError : UserError
{
    internal GrantAlreadyRevokedError(Problem problem, params string[] path)
        : base(problem, path.Length > 0 ? path : null)
    {
    }
}
