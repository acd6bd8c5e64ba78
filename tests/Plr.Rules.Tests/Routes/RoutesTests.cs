using Plr.Rules.Evaluation;

namespace Plr.Rules.Tests.Routes;

/// <summary>The ranking of all qualifications, held against evaluating each of them.</summary>
public sealed class RoutesTests
{
    private const int Qualifications = 500;

    private static readonly NationalGenerator National = NationalGenerator.Make(Qualifications, seed: 5);
    private static readonly RulesEngine Engine = new(National.Compile(), "v1");

    [Theory]
    [Trait("Limit", "RulesEngine.MaxPage")]
    [InlineData(999, true)]
    [InlineData(1_000, true)]
    [InlineData(1_001, false)]
    public void A_page_has_so_many_routes_and_no_more(int first, bool isAllowed)
    {
        var refusal = Record.Exception(() => Engine.Routes([], NationalGenerator.AsOf, null, first));
        Assert.Equal(isAllowed, refusal is null);
        Assert.True(isAllowed || refusal is ArgumentOutOfRangeException);
    }

    [Fact]
    public void Every_route_has_the_credits_of_its_own_evaluation_and_stands_in_order()
    {
        foreach (var learner in National.Learners(6, 30).Append(National.HostileLearner(25)).Append([]))
        {
            var page = Engine.Routes(learner, NationalGenerator.AsOf, null, RulesEngine.MaxPage);
            Assert.False(page.HasNextPage);
            var expected = National.Qualifications
                .Select(one => Evaluator.Evaluate(Engine.Catalogue, one.Number, learner, NationalGenerator.AsOf)!)
                .Where(verdict => verdict.Status is VerdictStatus.Satisfied or VerdictStatus.Reachable)
                .Select(verdict => (verdict.Remaining!.Value.Credits, Saved: verdict.CreditsFromScratch - verdict.Remaining.Value.Credits ?? 0, verdict.Qualification))
                .OrderBy(route => route.Credits).ThenByDescending(route => route.Saved).ThenBy(route => route.Qualification, StringComparer.Ordinal);
            Assert.Equal(expected, page.Items.Select(item => (item.RemainingCredits, item.CreditsSaved, item.Qualification)));
        }
    }

    [Fact]
    public void Pages_of_seven_make_up_the_whole_and_a_filter_leaves_out_the_others()
    {
        var learner = National.Learners(1, 30, seed: 11)[0];
        static bool Even(string number) => (number[^1] - '0') % 2 == 0;
        var whole = Engine.Routes(learner, NationalGenerator.AsOf, null, RulesEngine.MaxPage).Items;
        Assert.Equal(whole, Walk(learner, null));
        Assert.Equal(whole.Where(item => Even(item.Qualification)), Walk(learner, Even));
    }

    [Fact]
    public void A_short_page_is_the_beginning_of_the_whole()
    {
        foreach (var learner in National.Learners(10, 30, seed: 13))
        {
            var whole = Engine.Routes(learner, NationalGenerator.AsOf, null, RulesEngine.MaxPage).Items;
            Assert.Equal(whole.Take(5), Engine.Routes(learner, NationalGenerator.AsOf, null, 5).Items);
        }
    }

    [Fact]
    public void A_what_if_says_that_it_is_one_and_never_lengthens_a_route()
    {
        var learner = National.Learners(1, 20, seed: 17)[0];
        var unit = National.HostileLearner(1)[0].Unit;
        var plain = Engine.Routes(learner, NationalGenerator.AsOf, null, RulesEngine.MaxPage);
        var whatIf = Engine.Routes(learner, NationalGenerator.AsOf, null, RulesEngine.MaxPage, whatIf: [unit]);
        Assert.False(plain.IsWhatIf);
        Assert.True(whatIf.IsWhatIf);
        var before = plain.Items.ToDictionary(item => item.Qualification, item => item.RemainingCredits);
        Assert.All(whatIf.Items.Where(item => before.ContainsKey(item.Qualification)), item => Assert.True(item.RemainingCredits <= before[item.Qualification]));
    }

    [Fact]
    public void A_cursor_of_another_ranking_is_refused() =>
        Assert.Throws<ArgumentException>(() => Engine.Routes([], NationalGenerator.AsOf, null, 5, after: "5:0:nothing"));

    private static List<Plr.Rules.Routes.RouteItem> Walk(IReadOnlyList<AchievedUnit> learner, Func<string, bool>? filter)
    {
        var items = new List<Plr.Rules.Routes.RouteItem>();
        for (string? after = null; ;)
        {
            var page = Engine.Routes(learner, NationalGenerator.AsOf, filter, 7, after);
            items.AddRange(page.Items);
            if (!page.HasNextPage)
            {
                return items;
            }

            after = page.Items[^1].Cursor;
        }
    }
}
