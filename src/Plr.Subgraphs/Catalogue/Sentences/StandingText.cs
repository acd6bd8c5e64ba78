using System.Diagnostics;
using Plr.Domain.Catalogue;
using Plr.Rules.Evaluation;
using Plr.Subgraphs.Catalogue.Checks;
using static Plr.Subgraphs.Catalogue.Sentences.BoundPhrase;

namespace Plr.Subgraphs.Catalogue.Sentences;

/// <summary>A verdict in sentences: what it comes to, what is missing where, and why.</summary>
internal static class StandingText
{
    /// <summary>The whole verdict, from the result to the groups.</summary>
    public static IReadOnlyList<string> Explain(Standing standing, Language language) =>
    [
        State(standing, language),
        .. standing.CreditsTowards is { } credits ? [Towards(standing, credits, language)] : Array.Empty<string>(),
        .. standing.RemainingCredits is > 0 and var remaining ? [Remaining(standing, remaining, language)] : Array.Empty<string>(),
        .. standing.Groups.Where(group => group.IsChosen).SelectMany(group => Missing(group, language)),
        .. standing.IncompleteReasons,
    ];

    /// <summary>What a group lacks, one sentence a limit; empty when it is met.</summary>
    public static IReadOnlyList<string> Missing(GroupStanding group, Language language)
    {
        var name = RuleText.GroupName(group.Label, group.Name, language);
        return
        [
            .. group.Verdict.Missing.Select(shortfall =>
            {
                var amount = Amount(shortfall.Missing, shortfall.Measure, language);
                return shortfall.Bound is { } bound
                    ? In(language, $"{name} still lacks {amount}{Narrowing(bound, language)}.", $"Mae angen {amount}{Narrowing(bound, language)} eto ar {name}.")
                    : In(language, $"{name} still lacks {amount} that must be achieved.", $"Mae angen {amount} gorfodol eto ar {name}.");
            }),
        ];
    }

    /// <summary>Why a unit does not count.</summary>
    public static string NotCounted(Unit unit, NotCountedAchievement left, Language language)
    {
        var number = unit.Number.Value;
        var group = left.Node ?? "";
        var against = left.Against?.Value ?? "";
        return left.Reason switch
        {
            NotCountedReason.NotInRule => In(language, $"{number} is not in the rule.", $"Nid yw {number} yn y rheol."),
            NotCountedReason.TooOld => In(language, $"{number} was awarded longer ago than the rule allows.", $"Dyfarnwyd {number} yn gynharach nag y mae'r rheol yn ei ganiatáu."),
            NotCountedReason.UsedElsewhere => In(language, $"{number} was used in another qualification that excludes it here.", $"Defnyddiwyd {number} mewn cymhwyster arall sy'n ei eithrio yma."),
            NotCountedReason.AlreadyCounted => In(language, $"{number} counts already.", $"Mae {number} yn cyfrif eisoes."),
            NotCountedReason.PathwayNotTaken => In(language, $"{number} is in group {group} alone, which was not chosen.", $"Yng ngrŵp {group} yn unig y mae {number}, ac ni ddewiswyd hwnnw."),
            NotCountedReason.Barred => In(language, $"{number} is barred against {against}, which counts.", $"Gwaherddir {number} gyda {against}, sy'n cyfrif."),
            NotCountedReason.OverMaximum => In(language, $"{number} would take group {group} over its maximum.", $"Byddai {number} yn mynd â grŵp {group} dros ei uchafswm."),
            NotCountedReason.WrongLevel => In(language, $"{number} would take a part over the maximum set for its level or source.", $"Byddai {number} yn mynd â rhan dros yr uchafswm a osodwyd i'w lefel neu ei ffynhonnell."),
            NotCountedReason.MissingDependency => In(language, $"{number} counts only together with {against}.", $"Nid yw {number} yn cyfrif ond gyda {against}."),
            NotCountedReason.NotNeeded => In(language, $"{number} could count, but nothing more is needed from it.", $"Gallai {number} gyfrif, ond nid oes angen mwy ohoni."),
            _ => throw new UnreachableException($"no sentence for {left.Reason}"),
        };
    }

    private static string Towards(Standing standing, int credits, Language language) => standing.TotalCredits is { } total
        ? In(language, $"{credits} of {total} credits count so far.", $"Mae {credits} o {total} credyd yn cyfrif hyd yma.")
        : In(language, $"{credits} credits count so far.", $"Mae {credits} credyd yn cyfrif hyd yma.");

    private static string Remaining(Standing standing, int remaining, Language language)
    {
        var units = string.Join(", ", (standing.ShortestCompletion ?? []).Select(unit => unit.Number.Value));
        return In(
            language,
            $"{remaining} more credits are needed at least, for example: {units}.",
            $"Mae angen o leiaf {remaining} credyd arall, er enghraifft: {units}.");
    }

    private static string State(Standing standing, Language language) => standing.State switch
    {
        ProgressState.AchievedAwarded => In(language, "The qualification was awarded.", "Dyfarnwyd y cymhwyster."),
        ProgressState.SatisfiedNotAwarded => In(language, "The rule is satisfied; no award is recorded yet.", "Bodlonwyd y rheol; nid oes dyfarniad wedi ei gofnodi eto."),
        ProgressState.InProgress => In(language, "Some units count towards the qualification.", "Mae rhai unedau yn cyfrif tuag at y cymhwyster."),
        ProgressState.NotStarted => In(language, "No unit counts towards the qualification yet.", "Nid oes uned yn cyfrif tuag at y cymhwyster eto."),
        ProgressState.Unreachable => In(language, "No choice of units that are still offered completes the qualification.", "Nid oes dewis o unedau a gynigir o hyd sy'n cwblhau'r cymhwyster."),
        ProgressState.RuleIncomplete => In(language, "The published rule is incomplete, so nothing exact can be said.", "Mae'r rheol gyhoeddedig yn anghyflawn, felly ni ellir dweud dim yn fanwl."),
        ProgressState.RuleNotPublished => In(language, "No rule of combination is published.", "Ni chyhoeddwyd rheol gyfuno."),
        ProgressState.RuleTooComplex => In(language, "The rule is too complex to be judged within one request.", "Mae'r rheol yn rhy gymhleth i'w barnu o fewn un cais."),
        _ => throw new UnreachableException($"no sentence for {standing.State}"),
    };
}
