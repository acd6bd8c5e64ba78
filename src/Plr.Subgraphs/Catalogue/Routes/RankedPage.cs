using Plr.GraphQL.Pagination;

namespace Plr.Subgraphs.Catalogue.Routes;

/// <summary>A page of a ranking.</summary>
/// <param name="Items">The page, in order.</param>
/// <param name="PageInfo">Where it stands.</param>
/// <param name="RulesVersion">The publication the rules come from.</param>
internal sealed record RankedPage(IReadOnlyList<RankedQualification> Items, PageInfo PageInfo, string RulesVersion);
