using Plr.Domain.Catalogue;
using Plr.Domain.Combination;
using Plr.Rules.Sentences;
using Plr.Storage;
using Plr.Storage.Catalogue;
using Plr.Storage.Import;
using Plr.Testing;

namespace Plr.Host.Tests.Rules;

/// <summary>The 28 published rules as they come out of the import: what each holds is pinned here, file by file.</summary>
public sealed class PublishedRulesTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IAsyncDisposable
{
    private const bool Complete = true;
    private const bool Partial = false;

    // File, qualification number (series 000 where none is published), groups below the whole, units with and without numbers, total credits.
    private static readonly (string File, string Number, bool IsComplete, int Groups, int Units, int Unnumbered, int? Credits)[] Published =
    [
        ("01", "600/8900/3", Complete, 1, 1, 0, 3),
        ("02", "603/2658/X", Partial, 1, 8, 0, 40),
        ("03", "601/0143/X", Partial, 3, 4, 0, 12),
        ("04", "000/0004/8", Partial, 2, 0, 7, 60),
        ("05", "000/0005/X", Partial, 3, 27, 1, 40),
        ("07", "601/3216/4", Partial, 3, 0, 17, 40),
        ("08", "600/3229/7", Partial, 3, 1, 0, 40),
        ("09", "501/0476/7", Partial, 2, 6, 0, 44),
        ("10", "000/0010/3", Partial, 3, 0, 11, 58),
        ("11", "000/0011/5", Partial, 10, 0, 10, 46),
        ("13", "000/0013/9", Partial, 6, 0, 0, 65),
        ("15", "000/0015/2", Partial, 4, 0, 14, 45),
        ("16", "000/0016/4", Partial, 4, 0, 13, 58),
        ("18", "000/0018/8", Partial, 2, 0, 0, 39),
        ("20", "603/4837/9", Partial, 2, 0, 0, 37),
        ("21", "000/0021/8", Partial, 1, 0, 0, 14),
        ("22", "000/0022/X", Partial, 1, 0, 0, 10),
        ("22", "000/1022/4", Partial, 2, 0, 1, 16),
        ("22", "000/2022/9", Partial, 2, 0, 1, 25),
        ("22", "000/3022/3", Partial, 2, 0, 1, 38),
        ("24", "000/0024/3", Partial, 2, 0, 0, 58),
        ("25", "000/0025/5", Partial, 5, 0, 1, null),
        ("25", "000/1025/X", Partial, 5, 0, 1, null),
        ("26", "501/1446/3", Partial, 0, 0, 0, 38),
        ("26", "501/1855/9", Partial, 0, 0, 0, 33),
        ("27", "603/5854/3", Partial, 1, 0, 5, null),
        ("28", "000/0028/0", Complete, 1, 3, 0, 15),
        ("30", "601/3690/X", Partial, 3, 0, 0, 53),
        ("31", "601/3688/1", Partial, 3, 0, 0, 55),
        ("34", "600/3280/7", Partial, 3, 13, 0, 17),
        ("37", "000/0037/1", Partial, 2, 9, 0, 48),
        ("39", "601/3424/0", Partial, 4, 0, 16, 45),
        ("39", "601/3456/2", Partial, 4, 0, 16, 45),
        ("39", "601/3544/X", Partial, 4, 0, 16, 45),
        ("39", "601/3562/1", Partial, 4, 0, 16, 45),
        ("39", "601/3689/3", Partial, 4, 0, 16, 45),
        ("39", "601/3734/4", Partial, 4, 0, 16, 45),
        ("39", "601/4026/4", Partial, 4, 0, 16, 45),
        ("41", "600/5529/7", Complete, 1, 1, 0, 6),
    ];

    private readonly PlrDatabase database = new(postgres.ConnectionString);

    public async ValueTask DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task Every_file_holds_the_rules_that_were_published_and_says_what_is_missing()
    {
        var rules = (await ImportAsync()).ToDictionary(qualification => qualification.Number.Value);
        Assert.Equal(28, Published.Select(row => row.File).Distinct().Count());
        Assert.Equal(Directory.EnumerateFiles(RepositoryRoot.Combine("data", "rules")).Select(file => Path.GetFileName(file)[..2]).Order(), Published.Select(row => row.File).Distinct());
        Assert.Equal(rules.Keys.Order(), Published.Select(row => row.Number).Order());
        Assert.All(Published, row => Assert.Equal(row, Row(row.File, rules[row.Number])));
        Assert.All(rules.Values, qualification =>
        {
            Assert.NotEmpty(qualification.RuleOfCombination!.Sources);
            Assert.All(qualification.RuleOfCombination.Sources, source => Assert.NotEmpty(source.Address));
            Assert.True(qualification.RuleOfCombination.Completeness is not RuleCompleteness.Partial { Reasons.Count: 0 });
        });
    }

    [Fact]
    public async Task Every_rule_is_said_in_both_languages_group_by_group()
    {
        foreach (var rule in (await ImportAsync()).Select(qualification => qualification.RuleOfCombination!))
        {
            var (english, welsh) = (RuleSentences.Of(rule, Language.English), RuleSentences.Of(rule, Language.Welsh));
            Assert.NotEmpty(english);
            Assert.Equal(english.Count, welsh.Count);
            Assert.Empty(english.Intersect(welsh));
            Assert.All(Below(rule.Root).Skip(1), node => Assert.Contains(english, sentence => sentence.Contains(node.Id, StringComparison.Ordinal)));
            Assert.All(Below(rule.Root).Skip(1), node => Assert.Contains(welsh, sentence => sentence.Contains(node.Id, StringComparison.Ordinal)));
        }
    }

    private static (string File, string Number, bool IsComplete, int Groups, int Units, int Unnumbered, int? Credits) Row(string file, Qualification qualification)
    {
        var rule = qualification.RuleOfCombination!;
        return (file, qualification.Number.Value, rule.Completeness is RuleCompleteness.Complete, Below(rule.Root).Count() - 1, rule.ListedUnits().Count(), Below(rule.Root).Sum(Unnumbered), qualification.TotalCredits);
    }

    private async Task<IReadOnlyList<Qualification>> ImportAsync()
    {
        await new CatalogueImport(database, TimeProvider.System).RunAsync([RepositoryRoot.Combine("data", "rules")], default);
        return [.. (await CatalogueSource.ReadAsync(database, default)).Qualifications];
    }

    private static IEnumerable<RuleNode> Below(RuleNode node) =>
        (node switch { RuleNode.Group group => group.Nodes, RuleNode.Choose choose => choose.Nodes, _ => [] }).SelectMany(Below).Prepend(node);

    private static int Unnumbered(RuleNode node) =>
        node switch { RuleNode.All all => all.Unidentified.Count, RuleNode.Pool pool => pool.Unidentified.Count, _ => 0 };
}
