using Plr.Rules.Compilation;
using Plr.Rules.OtherCredit;

namespace Plr.Rules.Evaluation;

/// <summary>A search that was run: over which program, with which offers, and what it found.</summary>
internal sealed record RuleSearch(CompiledRule Program, OfferTable Offers, SearchResult Found)
{
    /// <summary>Searches a rule for the least cost with some achievements.</summary>
    /// <param name="creditsOnly">Whether the credits alone have to be the least; units and hours are then some.</param>
    public static RuleSearch Run(
        UnitTable table, LazyRule rule, IReadOnlyList<AchievedUnit> achieved, DateOnly asOf, int maxStates, bool creditsOnly = false)
    {
        if (rule.HasOtherCredit)
        {
            return OtherCreditSearch.Run(table, rule.Qualification, achieved, asOf, maxStates, creditsOnly);
        }

        var program = rule.Program;
        var offers = OfferTable.Build(program, table, achieved, asOf);
        return new RuleSearch(program, offers, LayeredSearch.Run(program, offers, maxStates, creditsOnly));
    }
}
