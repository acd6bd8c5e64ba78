using System.Text.Json;
using Plr.Rules.Exchange;
using Plr.Rules.Tests.Exchange;
using Plr.Rules.Timing;

namespace Plr.Rules.Tests.Timing;

public sealed class RulesTimingTests
{
    [Fact]
    public void The_times_of_the_example_are_written_with_their_distribution()
    {
        using var catalogue = File.OpenRead(ExchangeExampleTests.Beside("../Exchange/rta-example.json"));
        using var times = Time(catalogue, null);
        var root = times.RootElement;
        Assert.Equal(("rta-times/1", 1, 2, 100), (root.GetProperty("format").GetString(), Number("qualifications"), Number("learners"), Number("top")));
        Assert.True(root.GetProperty("rankingMicroseconds").GetProperty("p99").GetDouble() > 0);
        int Number(string name) => root.GetProperty(name).GetInt32();
    }

    [Theory]
    [InlineData("rankingMicroseconds", 10)]
    [InlineData("explainedMicroseconds", 20)]
    [InlineData("hostileMicroseconds", 100)]
    [InlineData("valueMicroseconds", 100)]
    [InlineData("progressMicroseconds", 100)]
    [InlineData("progressUndisturbedMicroseconds", 100)]
    [InlineData("changeMicroseconds", 20)]
    public void Every_figure_has_a_distribution_in_order(string name, int count)
    {
        var distribution = Generated.Value.RootElement.GetProperty(name);
        Assert.Equal(count, distribution.GetProperty("count").GetInt32());
        var points = new[] { "min", "p10", "median", "p90", "p99", "max" }.Select(point => distribution.GetProperty(point).GetDouble()).ToList();
        Assert.Equal(points.Order(), points);
        Assert.InRange(distribution.GetProperty("mean").GetDouble(), points[0], points[^1]);
    }

    [Fact]
    public void What_is_not_a_distribution_is_a_number_of_its_own()
    {
        var root = Generated.Value.RootElement;
        Assert.InRange(root.GetProperty("whatIfMicroseconds").GetProperty("count").GetInt32(), 1, 20);
        Assert.All(
            new[] { "readMilliseconds", "compileMilliseconds", "allocatedBytesPerRanking" }, name => Assert.True(root.GetProperty(name).GetDouble() > 0, name));
        // Other tests allocate in this process too, so that here these may be any number.
        Assert.All(new[] { "catalogueBytes", "indexBytes", "resultBytesPerRanking" }, name => Assert.True(root.GetProperty(name).TryGetInt64(out _), name));
        var million = root.GetProperty("millionLearners");
        Assert.Equal(
            million.GetProperty("measuredSeconds").GetDouble(),
            million.GetProperty("extrapolatedSeconds").GetDouble() * million.GetProperty("rankings").GetInt64() / 1_000_000, tolerance: 0.01);
    }

    [Fact]
    public void What_the_machine_takes_meanwhile_is_told()
    {
        var taken = Generated.Value.RootElement.GetProperty("interruptions");
        Assert.True(taken.GetProperty("perSecond").GetInt64() >= 0);
        Assert.InRange(taken.GetProperty("shareOfTime").GetDouble(), 0, 1);
        Assert.Equal(taken.GetProperty("perSecond").GetInt64() > 0, taken.GetProperty("medianMicroseconds").GetDouble() >= 5);
    }

    [Fact]
    public void A_pause_is_a_reading_that_is_late()
    {
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            Interruptions.Watch(TimeSpan.FromMicroseconds(100), new ScriptedClock([0, 1, 5, 10, 14, 20, 60, 64, 100])).Write(json);
            json.WriteEndObject();
        }

        Assert.Equal("""{"interruptions":{"perSecond":40000,"medianMicroseconds":36,"shareOfTime":0.87}}""", System.Text.Encoding.UTF8.GetString(output.ToArray()));
    }

    [Fact]
    public void Of_several_rounds_the_least_time_of_each_is_kept()
    {
        var (clock, round) = (new HandClock(), 0);
        var times = TimeDistribution.OfLeast([0, 1, 2], item => clock.Ticks += new[] { 5, 3, 4 }[((round++ / 3) + item) % 3] + item, rounds: 3, clock);
        Assert.Equal((9, 3, 5), (round, times.At(0), times.At(1)));
    }

    // Gives what it is told, in microseconds.
    private sealed class ScriptedClock(long[] readings) : TimeProvider
    {
        private int next;

        public override long TimestampFrequency => 1_000_000;

        public override long GetTimestamp() => readings[next++];
    }

    // Ticks are microseconds.
    private sealed class HandClock : TimeProvider
    {
        public long Ticks { get; set; }

        public override long TimestampFrequency => 1_000_000;

        public override long GetTimestamp() => Ticks;
    }

    [Fact]
    public void The_questions_are_about_what_the_learners_hold_and_the_same_every_time()
    {
        var document = Document();
        var (first, second) = (new TimedQuestions(document), new TimedQuestions(document));
        Assert.Equal(first.Pairs, second.Pairs);
        Assert.Equal(first.WhatIfs, second.WhatIfs);
        var rules = document.Qualifications.ToDictionary(one => one.Number, one => Plr.Domain.Combination.RuleUnits.ListedUnits(one.Rule).ToHashSet());
        Assert.All(first.Pairs, pair => Assert.Contains(pair.Learner.Achieved, achieved => rules[pair.Qualification].Contains(achieved.Unit)));
        Assert.All(first.WhatIfs, one => Assert.DoesNotContain(one.Learner.Achieved, achieved => achieved.Unit == one.Unit));
    }

    [Fact]
    public void The_hostile_learner_holds_the_units_that_most_rules_list()
    {
        var document = Document();
        var national = NationalGenerator.Make(60, seed: 2);
        Assert.Equal(
            national.HostileLearner(TimedQuestions.HostileUnits).Select(achieved => achieved.Unit),
            new TimedQuestions(document).Hostile.Select(achieved => achieved.Unit));
    }

    [Fact]
    public void A_catalogue_that_is_refused_is_not_timed()
    {
        using var output = new MemoryStream();
        Assert.NotEmpty(RulesTiming.Run(new MemoryStream("{"u8.ToArray()), null, 100, output));
        Assert.Equal(0, output.Length);
    }

    [Fact]
    public void Without_learners_there_is_what_compiling_took()
    {
        using var times = Time(new MemoryStream("""{"units":[{"id":"U","credits":4,"level":1}],"qualifications":[{"id":"Q","root":{"id":"A","type":"all","units":["U"]}}]}"""u8.ToArray()), null);
        Assert.True(times.RootElement.TryGetProperty("compileMilliseconds", out _));
        Assert.False(times.RootElement.TryGetProperty("rankingMicroseconds", out _));
    }

    private static readonly Lazy<JsonDocument> Generated = new(() =>
    {
        var (catalogue, learners) = Files();
        return Time(catalogue, learners);
    });

    private static JsonDocument Time(Stream catalogue, Stream? learners)
    {
        using var output = new MemoryStream();
        Assert.Empty(RulesTiming.Run(catalogue, learners, 100, output, new TimingOptions { Warming = TimeSpan.Zero, InParallel = TimeSpan.FromSeconds(0.2) }));
        return JsonDocument.Parse(output.ToArray());
    }

    private static ExchangeDocument Document()
    {
        var (catalogue, learners) = Files();
        return ExchangeLoader.Load(catalogue, learners).Loaded!.Document;
    }

    private static (Stream Catalogue, Stream Learners) Files()
    {
        var national = NationalGenerator.Make(60, seed: 2);
        var (catalogue, learners) = (new MemoryStream(), new MemoryStream());
        ExchangeWriter.Write(catalogue, national.Units, national.Equivalences, national.Qualifications);
        ExchangeWriter.WriteLearners(
            learners, NationalGenerator.AsOf, [.. national.Learners(20, 30).Select((achieved, index) => new ExchangeLearner($"L{index}", achieved))]);
        return (new MemoryStream(catalogue.ToArray()), new MemoryStream(learners.ToArray()));
    }
}
