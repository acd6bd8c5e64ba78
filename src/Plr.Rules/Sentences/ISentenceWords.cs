using Plr.Domain.Combination;
using Plr.Rules.Evaluation;

namespace Plr.Rules.Sentences;

/// <summary>The sentences about rules in one language. Numbers and lists come in; whole sentences come out.</summary>
internal interface ISentenceWords
{
    string Whole { get; }

    string And(IReadOnlyList<string> parts);

    string Or(IReadOnlyList<string> parts);

    string Group(string label, string? name);

    string Amount(BoundMeasure measure, int number);

    string AtLevels(int? least, int? most);

    string FromSources(IReadOnlyList<CreditSource> sources);

    string FromUnits(string units);

    string AtLeast(string what);

    string AtMost(string what);

    string Exactly(string what);

    string Between(BoundMeasure measure, int least, int most);

    string Share(Share share, BoundMeasure measure, string filter);

    string AllUnits(int count);

    string AnyUnits(int count);

    string Unidentified(int count);

    string Choose(int least, int most, string groups);

    string Other(string levels, string sectors, int? months);

    /// <summary>A group whose units are not known: "its units are not published".</summary>
    string NoUnits { get; }

    string Clip(int credits);

    string Overlay(string sentence);

    string Barred(int most, string units);

    string Needs(string unit, string others);

    string MaxAge(string? units, int months);

    string Excluded(string qualifications);

    string Missing(string what);

    string MissingShare(Share share, BoundMeasure measure, string filter);

    string MissingMandatory(int units);

    string Standing(Verdict verdict);

    string Counts(string unit, string? through, string group);

    string StillToTake(string unit, string group);

    string Why(NotCountedReason reason, string unit, string? group, string? against);
}
