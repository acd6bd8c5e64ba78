using Plr.Domain.Catalogue;
using Plr.GraphQL;
using Plr.Subgraphs.Catalogue.Sentences;

namespace Plr.Subgraphs.Catalogue.Checks;

/// <summary>The fields of <c>type GroupVerdict</c> that are no properties of it.</summary>
[ObjectType<GroupStanding>("GroupVerdict")]
public sealed class GroupVerdictResolvers
{
    /// <summary><c>GroupVerdict.missing</c>: one sentence a limit.</summary>
    public static IReadOnlyList<string> Missing(GroupStanding group, Language language) => StandingText.Missing(group, language);
}
