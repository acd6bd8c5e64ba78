using Plr.Consent.Decisions;
using Plr.Consent.Viewers;
using Plr.Domain.Learners;
using Plr.Domain.Permissions;
using static Plr.Consent.Tests.Decisions.Records;

namespace Plr.Consent.Tests.Decisions;

public sealed class AllowRuleTests
{
    private static readonly ViewerKind[] Everyone = Enum.GetValues<ViewerKind>();

    [Fact]
    public void Only_the_owner_may_ask_about_the_record_itself()
    {
        var learner = Learner(PrivacyNotice.SeenShares).Learner;
        var asking = Everybody.Where(viewer => AllowRule.MayAsk(viewer, Everyone, learner));
        Assert.Equal([new Viewer.LearnerViewer(Owner), new Viewer.LearnerViewer(OlderNumber)], asking);
    }

    [Fact]
    public void The_owner_may_not_ask_what_learners_may_not_ask() =>
        Assert.False(AllowRule.MayAsk(new Viewer.LearnerViewer(Owner), [ViewerKind.Operator], Learner(PrivacyNotice.SeenShares).Learner));

    [Fact]
    public void Nobody_may_ask_about_a_number_that_nobody_has() =>
        Assert.DoesNotContain(Everybody, viewer => AllowRule.MayAsk(viewer, Everyone, null));

    [Fact]
    public void The_parties_to_a_grant_see_it_and_nobody_else()
    {
        var grant = Grant(ToAdviser, [ConsentScope.Routes]);
        var learner = Learner(PrivacyNotice.SeenShares, grant).Learner;
        var seeing = Everybody.Where(viewer => AllowRule.MaySee(viewer, Everyone, learner, grant)).ToList();
        Assert.Contains(Adviser, seeing);
        Assert.Contains(new Viewer.LearnerViewer(Owner), seeing);
        Assert.DoesNotContain(AnotherAdviser, seeing);
        Assert.DoesNotContain(new Viewer.LearnerViewer(Stranger), seeing);
        Assert.DoesNotContain(new Viewer.OperatorViewer(), seeing);
    }

    [Fact]
    public void Nobody_in_particular_is_of_no_kind() => Assert.False(AllowRule.IsOfKind(Viewer.Anonymous, Everyone));
}
