using Plr.Domain.Catalogue;
using Plr.Domain.Combination;
using Plr.Rules.Evaluation;

namespace Plr.Rules.Sentences;

/// <summary>A verdict as sentences: where the learner stands, what counts, what does not and why, what is left.</summary>
public static class VerdictSentences
{
    /// <summary>The whole verdict, from the answer to its reasons.</summary>
    /// <param name="language">English or Welsh.</param>
    /// <param name="title">How a unit is named; null for its key.</param>
    public static IReadOnlyList<string> Of(Verdict verdict, Language language, Func<UnitKey, string>? title = null)
    {
        var words = RuleSentences.WordsIn(language);
        title ??= key => key.Value;
        List<string> sentences = [words.Standing(verdict)];
        sentences.AddRange(verdict.Reasons);
        sentences.AddRange(verdict.Counted.Where(unit => !unit.IsFresh)
            .Select(unit => words.Counts(title(unit.Unit), unit.AchievedAs is { } other ? title(other) : null, words.Group(unit.Node, null))));
        sentences.AddRange(verdict.Counted.Where(unit => unit.IsFresh).Select(unit => words.StillToTake(title(unit.Unit), words.Group(unit.Node, null))));
        sentences.AddRange(verdict.NotCounted.Select(achievement => Why(achievement, language, title)));
        return sentences;
    }

    /// <summary>Why an achievement does not count.</summary>
    public static string Why(NotCountedAchievement achievement, Language language, Func<UnitKey, string>? title = null)
    {
        var words = RuleSentences.WordsIn(language);
        title ??= key => key.Value;
        return words.Why(
            achievement.Reason, title(achievement.Unit),
            achievement.Node is null ? null : words.Group(achievement.Node, null),
            achievement.Against is { } against ? title(against) : null);
    }

    /// <summary>What a group is still missing.</summary>
    public static string Missing(Shortfall shortfall, Language language, Func<UnitKey, string>? title = null)
    {
        var words = RuleSentences.WordsIn(language);
        title ??= key => key.Value;
        return shortfall.Bound switch
        {
            null => words.MissingMandatory(shortfall.Missing),
            { MinShare: { Numerator: > 0 } share } bound => words.MissingShare(share, bound.Measure, RuleSentences.Filter(words, bound, title)),
            { } bound => words.Missing(words.Amount(shortfall.Measure, shortfall.Missing) + RuleSentences.Filter(words, bound, title)),
        };
    }
}
