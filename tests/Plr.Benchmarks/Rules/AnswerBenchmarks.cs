using BenchmarkDotNet.Attributes;
using Plr.Domain.Catalogue;
using Plr.Domain.Combination;
using Plr.Rules;
using Plr.Rules.Evaluation;
using Plr.Rules.Routes;
using Plr.Rules.Sentences;
using Plr.Rules.Testing;

namespace Plr.Benchmarks.Rules;

/// <summary>One question about a learner with 30 units, each time for another learner.</summary>
public class AnswerBenchmarks
{
    private const int UnitsHeld = 30;
    private const int Top = 100;

    private (IReadOnlyList<AchievedUnit> Achieved, string Nearest, UnitKey Unit, Verdict Verdict)[] questions = null!; // Set before the first measurement.
    private int next;

    [GlobalSetup]
    public void Generate() => questions =
    [
        .. National.Source.Learners(National.Learners, UnitsHeld).Select(achieved =>
        {
            var nearest = National.Engine.Routes(achieved, NationalGenerator.AsOf, filter: null, Top).Items.First(item => item.CreditsSaved > 0 && item.RemainingCredits > 0).Qualification;
            var verdict = National.Engine.Progress(achieved, nearest, NationalGenerator.AsOf)!.Verdict; // A ranked qualification has a rule.
            return (achieved, nearest, verdict.Counted.First(unit => unit.IsFresh).Unit, verdict);
        }),
    ];

    /// <summary>The nearest route that is not complete: remaining work, witness and explanation.</summary>
    [Benchmark]
    public QualificationProgress? Progress()
    {
        var question = questions[next++ % questions.Length];
        return National.Engine.Progress(question.Achieved, question.Nearest, NationalGenerator.AsOf);
    }

    /// <summary>The ranking with a unit that the nearest route lacks.</summary>
    [Benchmark]
    public RoutePage WhatIf()
    {
        var question = questions[next++ % questions.Length];
        return National.Engine.Routes(question.Achieved, NationalGenerator.AsOf, filter: null, Top, whatIf: [question.Unit]);
    }

    /// <summary>The verdict on the nearest route as sentences.</summary>
    [Benchmark]
    [Arguments(Language.English)]
    [Arguments(Language.Welsh)]
    public IReadOnlyList<string> Sentences(Language language) => VerdictSentences.Of(questions[next++ % questions.Length].Verdict, language);
}
