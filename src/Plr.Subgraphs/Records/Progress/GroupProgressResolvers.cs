using Plr.Domain.Catalogue;
using Plr.GraphQL;
using Plr.Subgraphs.Catalogue.Checks;
using Plr.Subgraphs.Catalogue.Sentences;

namespace Plr.Subgraphs.Records.Progress;

/// <summary>The fields of <c>type GroupProgress</c> that are no properties of it.</summary>
[ObjectType<GroupStanding>("GroupProgress")]
public sealed class GroupProgressResolvers
{
    /// <summary><c>GroupProgress.missing</c>: one sentence a limit.</summary>
    public static IReadOnlyList<string> Missing(GroupStanding group, Language language) => StandingText.Missing(group, language);
}
