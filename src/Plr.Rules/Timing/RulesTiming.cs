using System.Diagnostics;
using System.Text.Json;
using Plr.Rules.Evaluation;
using Plr.Rules.Exchange;
using Plr.Rules.Routes;

namespace Plr.Rules.Timing;

/// <summary><c>plr rules time</c>: what compiling a catalogue and answering from it take on this machine, for anyone to repeat.</summary>
/// <remarks>One thread, one question after the other, but for compiling and the last figure. What is written: <c>schema/rules-times.md</c>.</remarks>
public sealed class RulesTiming
{
    private const int Explained = 20;
    private const int HostileRounds = 100;
    private const int Changes = 20;
    private const int UndisturbedRounds = 5;

    private readonly ExchangeLoaded loaded;
    private readonly RulesEngine engine;
    private readonly int top;
    private readonly TimingOptions options;
    private readonly Utf8JsonWriter json;

    private RulesTiming(ExchangeLoaded loaded, RulesEngine engine, int top, TimingOptions options, Utf8JsonWriter json) =>
        (this.loaded, this.engine, this.top, this.options, this.json) = (loaded, engine, top, options, json);

    private IReadOnlyList<ExchangeLearner> Learners => loaded.Document.Learners;

    /// <summary>The engine remembers what pairs of units are worth, so whose rankings are timed must not have been ranked before: every second learner.</summary>
    private IReadOnlyList<ExchangeLearner> Newcomers => Learners.Count == 1 ? Learners : [.. Learners.Where((_, index) => index % 2 == 1)];

    private IReadOnlyList<ExchangeLearner> KnownLearners => Learners.Count == 1 ? Learners : [.. Learners.Where((_, index) => index % 2 == 0)];

    /// <summary>Loads, compiles and answers, and writes what it took as JSON: milliseconds, bytes, microseconds.</summary>
    /// <param name="catalogue">An exchange document with the catalogue.</param>
    /// <param name="learners">An exchange document with the learners; null if the catalogue document has them.</param>
    /// <param name="top">Routes on a page, 1 to <see cref="RulesEngine.MaxPage"/>.</param>
    /// <returns>What is wrong with the documents; empty if the results were written.</returns>
    public static IReadOnlyList<ExchangeProblem> Run(Stream catalogue, Stream? learners, int top, Stream output, TimingOptions? options = null)
    {
        var clock = Stopwatch.StartNew();
        var (documents, problem) = ExchangeDocuments.Read(catalogue, learners);
        if (documents is null)
        {
            return [problem!]; // Without documents there is a problem.
        }

        var read = clock.Elapsed;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        clock.Restart();
        var (loaded, problems) = ExchangeLoader.Compile(documents);
        if (loaded is null)
        {
            return problems;
        }

        var checking = clock.Elapsed;
        var catalogueBytes = GC.GetTotalMemory(forceFullCollection: true);
        clock.Restart();
        var engine = new RulesEngine(loaded.Catalogue, "timing");
        engine.Prepare();
        var compiling = checking + clock.Elapsed;
        var indexBytes = GC.GetTotalMemory(forceFullCollection: true);

        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("format", "rta-times/1");
        json.WriteNumber("cores", Environment.ProcessorCount);
        json.WriteNumber("qualifications", loaded.Catalogue.Count);
        json.WriteNumber("units", loaded.Document.Units.Count);
        json.WriteNumber("learners", loaded.Document.Learners.Count);
        json.WriteNumber("top", top);
        Interruptions.Watch(options?.Watching ?? TimingOptions.Default.Watching).Write(json);
        json.WriteNumber("readMilliseconds", Math.Round(read.TotalMilliseconds, 1));
        json.WriteNumber("compileMilliseconds", Math.Round(compiling.TotalMilliseconds, 1));
        json.WriteNumber("catalogueBytes", catalogueBytes - before);
        json.WriteNumber("indexBytes", indexBytes - catalogueBytes);
        if (loaded.Document.Learners.Count > 0)
        {
            new RulesTiming(loaded, engine, top, options ?? TimingOptions.Default, json).Answers();
        }

        json.WriteEndObject();
        return [];
    }

    private void Answers()
    {
        var questions = new TimedQuestions(loaded.Document);
        Rankings();
        Timed("explainedMicroseconds", Learners, learner => RankAndExplain(learner));
        Timed("hostileMicroseconds", [.. Enumerable.Repeat(questions.Hostile, HostileRounds)], learner => Rank(learner));
        var places = questions.Pairs.Select(pair => (pair.Learner, Place: engine.Catalogue.PlaceOf(pair.Qualification)));
        Held("valueMicroseconds", places.Where(pair => pair.Place >= 0).GroupBy(pair => pair.Learner), (routes, pair) => routes.Again(pair.Place));
        Explanations(questions);
        Held("whatIfMicroseconds", questions.WhatIfs.GroupBy(one => one.Learner), (routes, one) => routes.WhatIf(one.Unit, top));
        Timed("changeMicroseconds", [.. Enumerable.Range(0, Changes)], Change);
        MillionLearners();
    }

    private void Rankings()
    {
        Warm(KnownLearners, learner => Rank(learner.Achieved));
        var newcomers = Newcomers;
        var pages = new RoutePage[newcomers.Count];
        var at = 0;
        var held = GC.GetTotalMemory(forceFullCollection: true);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var times = TimeDistribution.Of(newcomers, learner => pages[at++] = Rank(learner.Achieved));
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        held = GC.GetTotalMemory(forceFullCollection: true) - held;
        GC.KeepAlive(pages);
        json.WriteNumber("allocatedBytesPerRanking", allocated / pages.Length);
        json.WriteNumber("resultBytesPerRanking", held / pages.Length);
        times.Write(json, "rankingMicroseconds");
    }

    private void Explanations(TimedQuestions questions)
    {
        Timed("progressMicroseconds", questions.Pairs, Explain);
        if (questions.Pairs.Count > 0)
        {
            TimeDistribution.OfLeast(questions.Pairs, Explain, UndisturbedRounds).Write(json, "progressUndisturbedMicroseconds");
        }

        void Explain((ExchangeLearner Learner, string Qualification) pair) => engine.Progress(pair.Learner.Achieved, pair.Qualification, loaded.AsOf);
    }

    private void MillionLearners()
    {
        var (rankings, clock) = (0L, Stopwatch.StartNew());
        do
        {
            Parallel.ForEach(Learners, learner => Rank(learner.Achieved));
            rankings += Learners.Count;
        }
        while (clock.Elapsed < options.InParallel);
        json.WriteStartObject("millionLearners");
        json.WriteNumber("rankings", rankings);
        json.WriteNumber("measuredSeconds", Math.Round(clock.Elapsed.TotalSeconds, 2));
        json.WriteNumber("extrapolatedSeconds", Math.Round(clock.Elapsed.TotalSeconds * 1_000_000 / rankings, 1));
        json.WriteEndObject();
    }

    /// <summary>Times what is asked of learners whose rankings are in hand, one learner after the other.</summary>
    private void Held<T>(string name, IEnumerable<IGrouping<ExchangeLearner, T>> questions, Action<LearnerRoutes, T> answer)
    {
        var groups = questions.ToList();
        if (groups.Count == 0)
        {
            return;
        }

        var times = new List<double>();
        Warm([groups], _ => Ask());
        times.Clear();
        Ask();
        new TimeDistribution([.. times]).Write(json, name);

        void Ask()
        {
            foreach (var group in groups)
            {
                using var routes = engine.RoutesOf(group.Key.Achieved, loaded.AsOf);
                foreach (var question in group)
                {
                    var start = Stopwatch.GetTimestamp();
                    answer(routes, question);
                    times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
                }
            }
        }
    }

    private void Timed<T>(string name, IReadOnlyList<T> questions, Action<T> answer)
    {
        if (questions.Count > 0)
        {
            Warm(questions, answer);
            TimeDistribution.Of(questions, answer).Write(json, name);
        }
    }

    private void Warm<T>(IReadOnlyList<T> questions, Action<T> answer)
    {
        var clock = Stopwatch.StartNew();
        for (var round = 0; round == 0 || clock.Elapsed < options.Warming; round++)
        {
            foreach (var question in questions)
            {
                answer(question);
            }
        }
    }

    private RoutePage Rank(IReadOnlyList<AchievedUnit> achieved) => engine.Routes(achieved, loaded.AsOf, filter: null, top);

    private void RankAndExplain(ExchangeLearner learner)
    {
        foreach (var item in Rank(learner.Achieved).Items.Take(Explained))
        {
            engine.Progress(learner.Achieved, item.Qualification, loaded.AsOf);
        }
    }

    /// <summary>Every change is another version of a rule that is there; readers of the engine at hand go on.</summary>
    private void Change(int round)
    {
        var changed = loaded.Document.Qualifications[round * 7_919 % loaded.Document.Qualifications.Count];
        engine.With(changed with { Rule = changed.Rule with { MaxAgeMonths = 120 } }, "changed").Prepare();
    }
}
