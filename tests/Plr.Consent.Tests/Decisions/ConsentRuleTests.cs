using Plr.Consent.Decisions;
using Plr.Consent.Viewers;
using Plr.Domain.Catalogue;
using Plr.Domain.Learners;
using Plr.Domain.Permissions;
using Plr.Domain.Records;
using Xunit.Abstractions;
using static Plr.Consent.Tests.Decisions.Records;

namespace Plr.Consent.Tests.Decisions;

public sealed class ConsentRuleTests(ITestOutputHelper output)
{
    private static readonly ConsentScope[] Routes = [ConsentScope.Routes];

    [Theory]
    [InlineData("9276308686")]
    [InlineData("1000000043")] // The number before the merge.
    public void A_learner_sees_the_whole_of_their_own_record_even_before_the_privacy_notice(string uln)
    {
        var viewer = new Viewer.LearnerViewer(Domain.Identifiers.Uln.Parse(uln).Value);
        Assert.All(Enum.GetValues<ConsentScope>(), scope => Assert.Equal(AccessBasis.OwnRecord, Decide(viewer, Learner(PrivacyNotice.NotSeen), scope).Basis));
    }

    [Fact]
    public void Another_learner_sees_nothing() =>
        Assert.Equal(AccessBasis.NoConsent, Decide(new Viewer.LearnerViewer(Stranger), Learner(PrivacyNotice.SeenShares), ConsentScope.Routes).Basis);

    [Fact]
    public void A_grant_opens_its_own_scope_and_no_other()
    {
        var grant = Grant(ToAdviser, Routes);
        var access = Learner(PrivacyNotice.SeenShares, grant);
        var routes = Decide(Adviser, access, ConsentScope.Routes);
        Assert.Equal((AccessBasis.Consent, grant, grant.Purpose), (routes.Basis, routes.Grant, routes.Purpose));
        Assert.All(Enum.GetValues<ConsentScope>().Except(Routes), scope => Assert.False(Decide(Adviser, access, scope).IsAllowed));
    }

    [Fact]
    public void A_grant_to_a_kind_opens_for_every_participating_organisation_of_the_kind()
    {
        var access = Learner(PrivacyNotice.SeenShares, Grant(ToAdvisers, Routes));
        Assert.True(Decide(Adviser, access, ConsentScope.Routes).IsAllowed);
        Assert.True(Decide(AnotherAdviser, access, ConsentScope.Routes).IsAllowed);
        Assert.False(Decide(Awarder, access, ConsentScope.Routes).IsAllowed);
    }

    [Fact]
    public void A_person_the_learner_trusts_sees_by_delegation()
    {
        var access = Learner(PrivacyNotice.SeenShares, Grant(ToAunt, Routes));
        Assert.Equal(AccessBasis.Delegation, Decide(Aunt, access, ConsentScope.Routes).Basis);
        Assert.Equal(AccessBasis.NoConsent, Decide(new Viewer.DelegateViewer("subject-2"), access, ConsentScope.Routes).Basis);
    }

    [Fact]
    public void A_block_beats_every_allowance()
    {
        var access = Learner(PrivacyNotice.SeenShares, Grant(ToAdviser, Routes), Grant(ToAdvisers, Routes, GrantEffect.Block));
        Assert.Equal(AccessBasis.Blocked, Decide(Adviser, access, ConsentScope.Routes).Basis);
    }

    [Theory]
    [InlineData(PrivacyNotice.NotSeen, AccessBasis.PrivacyNoticeNotSeen)]
    [InlineData(PrivacyNotice.SeenDoesNotShare, AccessBasis.LearnerDoesNotShare)]
    public void Without_the_privacy_notice_or_against_it_no_grant_helps(PrivacyNotice notice, AccessBasis basis) =>
        Assert.Equal(basis, Decide(Adviser, Learner(notice, Grant(ToAdviser, Routes)), ConsentScope.Routes).Basis);

    [Fact]
    public void An_organisation_that_does_not_participate_sees_nothing_whatever_is_granted() =>
        Assert.Equal(
            AccessBasis.OrganisationNotParticipating,
            ConsentRule.Decide(Adviser, participates: false, Learner(PrivacyNotice.SeenShares, Grant(ToAdviser, Routes)), ConsentScope.Routes, Now).Basis);

    [Fact]
    public void A_grant_holds_from_its_first_instant_until_just_before_its_last()
    {
        var access = Learner(PrivacyNotice.SeenShares, Grant(ToAdviser, Routes, from: Now, until: Now.AddHours(1)));
        Assert.False(At(Now.AddTicks(-1)));
        Assert.True(At(Now));
        Assert.True(At(Now.AddHours(1).AddTicks(-1)));
        Assert.False(At(Now.AddHours(1)));
        bool At(DateTimeOffset moment) => ConsentRule.Decide(Adviser, true, access, ConsentScope.Routes, moment).IsAllowed;
    }

    [Fact]
    public void A_revoked_grant_opens_nothing_from_the_instant_of_revocation() =>
        Assert.Equal(AccessBasis.NoConsent, Decide(Adviser, Learner(PrivacyNotice.SeenShares, Grant(ToAdviser, Routes, revoked: Now)), ConsentScope.Routes).Basis);

    [Fact]
    public void An_awarding_organisation_sees_its_own_awards_without_a_grant_and_nothing_else()
    {
        var decision = Decide(Awarder, Learner(PrivacyNotice.NotSeen), ConsentScope.QualificationAchievements);
        Assert.Equal((AccessBasis.OwnAward, false, true), (decision.Basis, decision.IsAllowed, decision.AllowsOwnAwards));
        Assert.False(Decide(Awarder, Learner(PrivacyNotice.SeenShares), ConsentScope.WiderAchievements).AllowsOwnAwards);
        Assert.False(Decide(Adviser, Learner(PrivacyNotice.SeenShares), ConsentScope.QualificationAchievements).AllowsOwnAwards);
    }

    [Theory]
    [MemberData(nameof(WaysToWithhold))]
    public void Who_withholds_everything_and_a_number_that_nobody_has_are_told_the_same(string way, LearnerAccess access)
    {
        foreach (var viewer in Everybody.Where(viewer => viewer is not Viewer.LearnerViewer))
        {
            foreach (var scope in Enum.GetValues<ConsentScope>())
            {
                var told = ConsentRule.Tell(Decide(viewer, access, scope), viewer, true, access, Now);
                Assert.True(Decide(viewer, null, scope) == told, $"{way}: {viewer} {scope} {told.Basis}");
            }
        }
    }

    public static TheoryData<string, LearnerAccess> WaysToWithhold => new()
    {
        { "no grant", Learner(PrivacyNotice.SeenShares) },
        { "opted out", Learner(PrivacyNotice.SeenDoesNotShare) },
        { "notice not seen", Learner(PrivacyNotice.NotSeen) },
        { "blocked", Learner(PrivacyNotice.SeenShares, [.. Grantees.Select(grantee => Grant(grantee, Enum.GetValues<ConsentScope>(), GrantEffect.Block))]) },
        { "revoked", Learner(PrivacyNotice.SeenShares, [.. Grantees.Select(grantee => Grant(grantee, Enum.GetValues<ConsentScope>(), revoked: Now))]) },
    };

    [Fact]
    public void Who_holds_a_grant_by_name_is_told_the_true_reason()
    {
        var access = Learner(PrivacyNotice.NotSeen, Grant(ToAdviser, Routes));
        Assert.Equal(AccessBasis.PrivacyNoticeNotSeen, ConsentRule.Tell(Decide(Adviser, access, ConsentScope.Routes), Adviser, true, access, Now).Basis);
        Assert.Equal(AccessBasis.NoConsent, ConsentRule.Tell(Decide(AnotherAdviser, access, ConsentScope.Routes), AnotherAdviser, true, access, Now).Basis);
    }

    [Fact]
    public void Every_basis_and_kind_of_viewer_has_a_sentence_in_both_languages()
    {
        foreach (var basis in Enum.GetValues<AccessBasis>())
        {
            foreach (var viewer in Everybody)
            {
                var decision = new ConsentDecision(ConsentScope.Routes, basis, Grant(ToAdviser, Routes));
                var english = ConsentSentences.Explain(decision, viewer, Language.English);
                var welsh = ConsentSentences.Explain(decision, viewer, Language.Welsh);
                Assert.EndsWith(".", english, StringComparison.Ordinal);
                Assert.NotEqual(english, welsh);
                Assert.NotEmpty(ConsentSentences.Remedy(decision, viewer));
            }
        }
    }

    [Fact]
    public void The_rule_and_its_slow_twin_agree_on_random_records()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var round = 0; round < 20_000; round++)
        {
            var access = random.Next(20) == 0 ? null : RandomAccess(random);
            var viewer = Everybody[random.Next(Everybody.Length)];
            var participates = random.Next(4) > 0;
            var scope = (ConsentScope)random.Next(5);
            var decision = ConsentRule.Decide(viewer, participates, access, scope, Now);
            Assert.True(SlowConsent.Basis(viewer, participates, access, scope, Now) == decision.Basis, $"seed {seed}, round {round}: {viewer} {scope} {decision.Basis}");
        }
    }

    [Fact]
    public void Removing_an_allowing_grant_never_opens_anything()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var round = 0; round < 5_000; round++)
        {
            var access = RandomAccess(random);
            var fewer = access with { Grants = [.. access.Grants.Where(grant => grant.Effect is GrantEffect.Block || random.Next(2) == 0)] };
            var viewer = Everybody[random.Next(Everybody.Length)];
            var scope = (ConsentScope)random.Next(5);
            Assert.True(Decide(viewer, access, scope).IsAllowed || !Decide(viewer, fewer, scope).IsAllowed, $"seed {seed}, round {round}");
        }
    }

    private static ConsentDecision Decide(Viewer viewer, LearnerAccess? access, ConsentScope scope) =>
        ConsentRule.Decide(viewer, participates: true, access, scope, Now);

    private static LearnerAccess RandomAccess(Random random) => Learner(
        (PrivacyNotice)random.Next(3),
        [.. Enumerable.Range(0, random.Next(5)).Select(_ => Grant(
            Grantees[random.Next(Grantees.Length)],
            [.. Enum.GetValues<ConsentScope>().Where(_ => random.Next(2) == 0).DefaultIfEmpty(ConsentScope.Routes)],
            random.Next(4) == 0 ? GrantEffect.Block : GrantEffect.Allow,
            Now.AddMinutes(random.Next(-3, 2)),
            random.Next(2) == 0 ? null : Now.AddMinutes(random.Next(-1, 3)),
            random.Next(3) > 0 ? null : Now.AddMinutes(random.Next(-1, 2))))]);
}
