using Plr.Domain.Combination;
using Plr.Rules.Compilation;
using Plr.Rules.Evaluation;
using Plr.Rules.Text;

namespace Plr.Rules.Tests.Text;

/// <summary>What specifications say that no part of the model says alone: written as <c>schema/rules-text.md</c> writes it, it means what it should.</summary>
public sealed class SpecificationTests
{
    private const string Units =
        "unit A 5 credits at level 2\nunit B 5 credits at level 2\nunit C 4 credits at level 2\nunit C2 6 credits at level 3\nunit D 3 credits at level 1\nunit X 5 credits at level 2 withdrawn\nunit Z 0 credits at level 2 10 hours\n";

    [Theory]
    [InlineData("A group that depends on another: without it", "", 9, "qualification Q\n  choose 1 of W\n    at least 9 credits\n    any of N\n      A, B\n    group Y\n      any of P\n        at least 5 credits\n        A, B\n      any of G\n        C, D")]
    [InlineData("and with one unit of the other, which opens the way with it", "C", 5, "qualification Q\n  choose 1 of W\n    at least 9 credits\n    any of N\n      A, B\n    group Y\n      any of P\n        at least 5 credits\n        A, B\n      any of G\n        C, D")]
    [InlineData("A title at two levels: the one that serves better counts", "C C2", 5, "qualification Q\n  any of R\n    at least 11 credits\n    A, C, C2\n  never together C, C2")]
    [InlineData("The remainder from either group", "A", 6, "qualification Q\n  group R\n    at least 11 credits\n    any of P\n      at least 5 credits\n      A, B\n    any of O\n      C2, D")]
    [InlineData("A group that does not count", "D", 10, "qualification Q\n  group R\n    at least 10 credits\n    any of P\n      A, B\n    any of O\n      lends at most 0 credits\n      D")]
    [InlineData("A clipped group", "C2", 5, "qualification Q\n  group R\n    at least 9 credits\n    any of P\n      A, B\n    any of O\n      lends at most 4 credits\n      C2")]
    [InlineData("A group outside the level minimum", "D", 10, "qualification Q\n  group R\n    at least 13 credits\n    group L\n      at least 5 credits at level 2 or above\n      any of P\n        A, B\n    any of O\n      D")]
    [InlineData("At the level, not above", "C2", 4, "qualification Q\n  any of R\n    at least 4 credits at level 2\n    C, C2")]
    [InlineData("At the level or above", "C2", 0, "qualification Q\n  any of R\n    at least 4 credits at level 2 or above\n    C, C2")]
    [InlineData("A unit only with some unit of a group", "C", 5, "qualification Q\n  any of R\n    at least 4 credits\n    A, B, C\n  C requires A or B")]
    [InlineData("Units without credits", "Z", 0, "qualification Q\n  any of R\n    at least 1 unit\n    Z")]
    [InlineData("Credit exempted without a unit", "X", 5, "qualification Q\n  any of R\n    at least 10 credits\n    A, B, X")]
    [InlineData("Units and credits together", "A", 3, "qualification Q\n  any of R\n    at least 5 credits\n    at least 2 units\n    A, B, D")]
    [InlineData("Half of what counts, at the level", "D", 4, "qualification Q\n  any of R\n    at least half of the credits at level 2\n    at least 7 credits\n    C, D")]
    [InlineData("At most half by transfer", "A*", 5, "qualification Q\n  any of R\n    at most half of the credits by transfer\n    at least 10 credits\n    A, B, C")]
    public void It_means_what_it_says(string what, string achieved, int remains, string rule)
    {
        var (document, problems) = RuleText.Read(Units + rule);
        Assert.Empty(problems);
        var catalogue = CompiledCatalogue.Compile(document!.Units, document.Equivalences, document.Qualifications);
        var units = achieved.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(key => new AchievedUnit
        {
            Unit = key.TrimEnd('*'), Source = key.EndsWith('*') ? CreditSource.Transfer : CreditSource.Own,
        });
        Assert.Equal((what, remains), (what, Evaluator.Evaluate(catalogue, "Q", [.. units], new DateOnly(2020, 1, 1))!.Remaining?.Credits));
    }
}
