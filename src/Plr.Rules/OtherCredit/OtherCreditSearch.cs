using Plr.Rules.Compilation;
using Plr.Rules.Evaluation;

namespace Plr.Rules.OtherCredit;

/// <summary>Finds the best allocation of a rule with groups of other credit: lists the units that can matter to this learner, and searches.</summary>
internal static class OtherCreditSearch
{
    /// <summary>The least cost. If it can't be proved that the units listed were enough, what was found is an upper bound only.</summary>
    /// <param name="creditsOnly">Whether the credits alone have to be the least; units and hours are then some.</param>
    public static OtherCreditAllocation Run(
        UnitTable table, QualificationRule qualification, IReadOnlyList<AchievedUnit> achieved, DateOnly asOf, int maxStates, bool creditsOnly)
    {
        var needs = new FreshNeeds(qualification.Rule);
        var countedAs = CountedAs(table, achieved);
        var search = Search(needs.AtFirst);
        if (AreEnough(search.Units, search.Result))
        {
            return search.Search;
        }

        var first = search.Result;
        search = Search(unit => needs.After(unit, first));
        return AreEnough(search.Units, search.Result) ? search.Search : search.Search with { Found = Unproved(search.Result) };

        (OtherCreditUnits Units, SearchResult Result, OtherCreditAllocation Search) Search(Func<CatalogueUnit, int> limit)
        {
            var units = OtherCreditUnits.Choose(table, qualification.Rule, needs, countedAs, limit);
            var listed = new NodeUnits(units.ByGroup);
            var program = RuleCompiler.Compile(table, qualification, listed);
            var offers = OfferTable.Build(program, table, achieved, asOf);
            var found = LayeredSearch.Run(program, offers, maxStates, creditsOnly);
            return (units, found, new OtherCreditAllocation(listed, program, offers, found));
        }

        bool AreEnough(OtherCreditUnits units, SearchResult found) =>
            !units.IsTooLarge && needs.IsTellable && units.CutShort.All(kind => kind.Limit >= needs.After(kind.Unit, found));
    }

    /// <summary>The units that achievements count as, void ones too: those are told apart from units never achieved.</summary>
    private static HashSet<int> CountedAs(UnitTable table, IReadOnlyList<AchievedUnit> achieved)
    {
        var units = new HashSet<int>();
        foreach (var unit in achieved.Select(achievement => table.NumberOf(achievement.Unit)).Where(unit => unit >= 0))
        {
            units.Add(unit);
            foreach (var edge in table.CountsAs(unit))
            {
                units.Add(edge.Unit);
            }
        }

        return units;
    }

    private static SearchResult Unproved(SearchResult found) => found with { Ending = SearchEnding.OutOfWork, Lower = 0 };
}

/// <summary>What a search over units chosen for a learner found.</summary>
/// <param name="Units">The units of each group.</param>
/// <param name="Program">The rule's program with them.</param>
/// <param name="Offers">What the learner's achievements offer to it.</param>
/// <param name="Found">What was found.</param>
internal sealed record OtherCreditAllocation(NodeUnits Units, CompiledRule Program, OfferTable Offers, SearchResult Found);
