using Plr.Domain;

namespace Plr.Subgraphs.Errors;

/// <summary>The organisation that asks does not take part: the values of <c>type OrganisationNotParticipatingError</c>.</summary>
public sealed class OrganisationNotParticipatingError : UserError
{
    internal OrganisationNotParticipatingError(Problem problem, params string[] path)
        : base(problem, path.Length > 0 ? path : null)
    {
    }
}
