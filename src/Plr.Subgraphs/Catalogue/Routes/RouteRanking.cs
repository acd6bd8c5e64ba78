using Plr.Domain.Combination;
using Plr.Domain.Routes;
using Plr.GraphQL;
using Plr.GraphQL.Pagination;
using Plr.Rules.Evaluation;
using Plr.Rules.Routes;
using Plr.Subgraphs.Errors;
using EngineErrorCodes = Plr.GraphQL.ErrorCodes;

namespace Plr.Subgraphs.Catalogue.Routes;

/// <summary>A page of all qualifications with whole rules by exact remaining credits: what is asked of the rules engine, in the words of the graph.</summary>
internal sealed class RouteRanking
{
    private readonly RequestCatalogue catalogue;
    private readonly RouteFilter? filter;
    private readonly Func<string, bool>? takes;
    private readonly int size;
    private readonly string? after;

    /// <summary>Reads the arguments, once for all the learners that are asked about.</summary>
    /// <exception cref="GraphQLException">The filter, the page size or the cursor is not one that can be.</exception>
    public RouteRanking(RequestCatalogue catalogue, RouteFilter? filter, int? first, string? after)
    {
        (this.catalogue, this.filter) = (catalogue, filter);
        if (RouteFilterCheck.Faults(catalogue, filter).FirstOrDefault() is { } fault)
        {
            throw new GraphQLException(fault.Problem.ToError());
        }

        size = PageArguments.Read(first, after, last: null, before: null).Size;
        this.after = after is null ? null : Cursor.Decode(after, 1)[0];
        takes = RouteSearch.Of(catalogue.Current, filter);
    }

    /// <summary>The page for these achievements.</summary>
    public RankedPage Rank(IReadOnlyList<AchievedUnit> achieved, IReadOnlyList<UnitKey> whatIf)
    {
        var found = Find(achieved, whatIf);

        // The ranking is by remaining credits, so whatever follows the first that is over the limit is over it too.
        var most = filter?.MaxRemainingCredits ?? int.MaxValue;
        var within = found.Items.TakeWhile(item => item.RemainingCredits <= most).ToList();
        List<RankedQualification> items =
        [
            .. within
                .Select(item => RouteSearch.Find(catalogue.Current, item.Qualification) is { } qualification
                    ? new RankedQualification(qualification, item.RemainingCredits, item.CreditsSaved, item.IsLowerBound, Cursor.Encode(item.Cursor))
                    : null)
                .OfType<RankedQualification>(),
        ];
        var info = new PageInfo(
            HasNextPage: found.HasNextPage && within.Count == found.Items.Count,
            HasPreviousPage: after is not null,
            StartCursor: items.Count > 0 ? items[0].Cursor : null,
            EndCursor: items.Count > 0 ? items[^1].Cursor : null);
        return new RankedPage(items, info, found.RulesVersion);
    }

    private RoutePage Find(IReadOnlyList<AchievedUnit> achieved, IReadOnlyList<UnitKey> whatIf)
    {
        try
        {
            return catalogue.Routes(achieved, takes, size, after, whatIf);
        }
        catch (ArgumentException refused) when (refused.ParamName == "after")
        {
            throw new GraphQLException(EngineErrorCodes.CursorInvalid, "the cursor is none that this connection gives");
        }
    }
}
