using Plr.Domain;

namespace Plr.Subgraphs.Errors;

/// <summary>No organisation has the number or identifier given: the values of <c>type OrganisationUnknownError</c>.</summary>
public sealed class OrganisationUnknownError : UserError
{
    internal OrganisationUnknownError(Problem problem, params string[] path)
        : base(problem, path.Length > 0 ? path : null)
    {
    }
}
