namespace Plr.Architecture.Tests;

/// <summary>Every limit of the source is on the page of limits and has a test at its boundary, which says so by <c>[Trait("Limit", "Type.Member")]</c>.</summary>
public sealed class LimitTests
{
    private const string Page = "docs/limits.md";

    /// <summary>Named like limits, and none that a client meets.</summary>
    private static readonly Dictionary<string, string> NoLimits = new(StringComparer.Ordinal)
    {
        ["CompiledNode.MaxActive"] = "a part of a compiled rule",
        ["UnitTable.WithoutLimit"] = "the absence of one",
        ["PlrConfiguration.MaxBatchEntries"] = "a setting; the limit is of GraphQLHttpOptions",
        ["EmbeddedClusterOptions.MaxConnections"] = "a setting of the private PostgreSQL",
        ["SeedOptions.MaxLearners"] = "the operator's command",
        ["SeedOptions.MaxAchievements"] = "the operator's command",
        ["ExchangeReader.MaxBytes"] = "a file of the operator's, of 256 MB",
        ["ExchangeReader.MaxEntries"] = "a file of the operator's, of five million entries",
        ["RuleChecker.MaxFindings"] = "the operator's command",
        ["Satisfiability.MaxUnitsAsked"] = "the operator's command",
        ["RoutePlan.MaxUnits"] = "past it another way to the same answer is taken",
        ["PlanCosts.MaxCredits"] = "past it another way to the same answer is taken",
        ["WitnessCheck.MaxWays"] = "past it another way to the same answer is taken",
        ["NextBestUnits.MaxRoutes"] = "how far a suggestion looks; nothing is refused",
        ["NextBestUnits.MaxTrials"] = "how far a suggestion looks; nothing is refused",
        ["OrganisationId.MaxLength"] = "of keys that the catalogue makes itself",
    };

    private static readonly HashSet<string> Tested =
    [
        .. Repository.TrackedFiles
            .Where(file => file.StartsWith("tests/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(file => NamedLimits.TestedIn(Repository.Read(file))),
    ];

    private static readonly IReadOnlyList<string> Declared =
        [.. Repository.SourceFiles.SelectMany(file => NamedLimits.DeclaredIn(Repository.Read(file))).Distinct().Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_limit_has_a_test_at_its_boundary() =>
        Assert.Empty(Declared.Except(NoLimits.Keys).Where(limit => !Tested.Any(tested => NamedLimits.Holds(tested, limit))));

    [Fact] // That the page gives its value is a test of the host's.
    public void Every_limit_is_on_the_page()
    {
        var page = Repository.Read(Page);
        Assert.Empty(Declared.Except(NoLimits.Keys).Where(limit => !page.Contains($"`{limit}`", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_a_test_says_it_holds_is_a_limit() =>
        Assert.Empty(Tested.Where(tested => !Declared.Except(NoLimits.Keys).Any(limit => NamedLimits.Holds(tested, limit))));

    [Fact]
    public void What_is_said_to_be_no_limit_is_in_the_source() => Assert.Empty(NoLimits.Keys.Except(Declared));

    [Theory]
    [InlineData("public int MaxFish { get; set; } = 3;", true)]
    [InlineData("internal const long MaxFish = 3;", true)]
    [InlineData("public static readonly TimeSpan FishLimit = TimeSpan.Zero;", true)]
    [InlineData("public int? MaxFish { get; init; }", false)] // one part of a value, which may be absent
    [InlineData("public int MaxFish => 3;", false)] // computed
    [InlineData("private const int MaxFish = 3;", false)]
    [InlineData("public int MaxFish;", false)] // a part of a value
    [InlineData("public int Maximum { get; set; }", false)]
    public void A_new_limit_is_found_by_its_name(string member, bool isLimit) =>
        Assert.Equal(isLimit, NamedLimits.DeclaredIn($"public sealed class PondOptions {{ {member} }}").Any(limit => limit.StartsWith("PondOptions.", StringComparison.Ordinal)));

    [Theory]
    [InlineData("""[Fact, Trait("Limit", "PondOptions.MaxFish")] public void So_many() { }""", true)]
    [InlineData("""[Fact] [Trait("Limit", "PondOptions")] public void All_in_a_table() { }""", true)]
    [InlineData("""[Fact, Trait("Limit", "PondOptions.MaxFishes")] public void Others() { }""", false)]
    [InlineData("""[Fact, Trait("Size", "PondOptions.MaxFish")] public void Large() { }""", false)]
    [InlineData("""// [Trait("Limit", "PondOptions.MaxFish")]""", false)]
    public void A_test_holds_what_its_trait_names(string test, bool isHeld) =>
        Assert.Equal(isHeld, NamedLimits.TestedIn($"class Tests {{ {test} }}").Any(tested => NamedLimits.Holds(tested, "PondOptions.MaxFish")));
}
