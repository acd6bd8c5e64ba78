using Plr.Consent.Viewers;
using Plr.Domain.Learners;
using Plr.Domain.Organisations;
using Plr.Domain.Permissions;
using Plr.Subgraphs.Tests.Support;
using static Plr.Subgraphs.Tests.Support.Learners;

namespace Plr.Subgraphs.Tests.Consent;

public sealed class GrantStateTests
{
    private const string Name = "{ learner(uln: \"9276308686\") { name { family } access { scope allowed basis } } }";
    private static readonly ConsentScope[] Identity = [ConsentScope.Identity];

    [Fact]
    public Task An_active_grant_opens() => HoldsAsync(Reference.Adviser, "CONSENT", Grant(ToAdviser, Identity));

    [Fact]
    public Task A_grant_to_a_kind_opens() => HoldsAsync(Reference.Adviser, "CONSENT", Grant(new Grantee.ToCategory(OrganisationKind.CareersAdviser), Identity));

    [Fact]
    public Task A_grant_to_a_person_opens() => HoldsAsync(new Viewer.DelegateViewer("aunt"), "DELEGATION", Grant(new Grantee.ToPerson("aunt", "Aunt May"), Identity));

    [Fact]
    public Task A_future_grant_does_not() => WithheldAsync(Reference.Adviser, "NO_CONSENT", Grant(ToAdviser, Identity, fromDays: 1));

    [Fact]
    public Task An_expired_grant_does_not() => WithheldAsync(Reference.Adviser, "NO_CONSENT", Grant(ToAdviser, Identity, fromDays: -5, untilDays: 0));

    [Fact]
    public Task A_revoked_grant_does_not() => WithheldAsync(Reference.Adviser, "NO_CONSENT", Grant(ToAdviser, Identity, revokedDays: 0));

    [Fact]
    public Task A_block_beats_an_allowance() =>
        WithheldAsync(Reference.Adviser, "BLOCKED", Grant(ToAdviser, Identity), Grant(ToAdviser, Identity, GrantEffect.Block, key: 2));

    [Fact]
    public Task An_organisation_without_its_agreements_sees_nothing() =>
        WithheldAsync(Reference.UnsignedAdviser, "ORGANISATION_NOT_PARTICIPATING", Grant(new Grantee.ToOrganisation(Reference.Unsigned), Identity));

    [Fact]
    public Task An_organisation_that_acts_as_a_kind_it_is_not_sees_nothing() =>
        WithheldAsync(
            new Viewer.OrganisationViewer(Reference.Careers, OrganisationKind.Employer), "ORGANISATION_NOT_PARTICIPATING",
            Grant(new Grantee.ToCategory(OrganisationKind.Employer), Identity));

    [Theory]
    [InlineData(PrivacyNotice.NotSeen, "PRIVACY_NOTICE_NOT_SEEN")]
    [InlineData(PrivacyNotice.SeenDoesNotShare, "LEARNER_DOES_NOT_SHARE")]
    public async Task Against_the_privacy_notice_no_grant_helps(PrivacyNotice notice, string basis)
    {
        using var graph = new Graph().WithGwen(notice).WithGrants(Grant(ToAdviser, Identity));
        await AssertAsync(graph, Reference.Adviser, null, basis);
    }

    [Theory]
    [InlineData("operator")]
    [InlineData("regulator")]
    [InlineData("another learner")]
    [InlineData("nobody")]
    public async Task Who_no_grant_can_name_sees_nothing(string who)
    {
        Viewer viewer = who switch
        {
            "operator" => new Viewer.OperatorViewer(),
            "regulator" => new Viewer.RegulatorViewer(),
            "another learner" => AsDev,
            _ => Viewer.Anonymous,
        };
        await WithheldAsync(viewer, "NO_CONSENT", Grant(ToAdviser, Identity));
    }

    [Fact]
    public async Task A_grant_that_is_made_and_taken_back_in_one_request_is_gone_for_the_next()
    {
        using var graph = new Graph().WithGwen().WithGrants(Grant(ToAdviser, Identity));
        Assert.Equal("Evans", (string?)(await graph.AskAsync(Name, Reference.Adviser))["data"]!["learner"]!["name"]!["family"]);
        var id = Nodes.NodeId.Of(new Domain.Identifiers.GrantId(Key(101)));
        var done = await graph.AskAsync(
            """
            mutation($id: ID!) {
              grantPermission(input: { grantee: { category: EMPLOYER }, scopes: [IDENTITY], purpose: "p" }) { grant { learner { permissions { totalCount } } } }
              revokePermission(input: { id: $id }) { grant { learner { permissions(state: REVOKED) { totalCount } } } }
            }
            """, AsGwen, new { id });
        Assert.Equal(2, (int?)done["data"]!["grantPermission"]!["grant"]!["learner"]!["permissions"]!["totalCount"]);
        Assert.Equal(1, (int?)done["data"]!["revokePermission"]!["grant"]!["learner"]!["permissions"]!["totalCount"]);
        Assert.Null((await graph.AskAsync(Name, Reference.Adviser))["data"]!["learner"]!["name"]);
        Assert.NotNull((await graph.AskAsync(Name, Reference.Boss))["data"]!["learner"]!["name"]);
    }

    private static async Task HoldsAsync(Viewer viewer, string basis, params PermissionGrant[] grants)
    {
        using var graph = new Graph().WithGwen().WithGrants(grants);
        await AssertAsync(graph, viewer, "Evans", basis);
        var entry = Assert.Single(graph.Store.Log);
        Assert.Equal((grants[0].Id, "advice", ConsentScope.Identity), (entry.Grant!.Value, entry.Purpose, Assert.Single(entry.Scopes)));
    }

    private static async Task WithheldAsync(Viewer viewer, string basis, params PermissionGrant[] grants)
    {
        using var graph = new Graph().WithGwen().WithGrants(grants);
        await AssertAsync(graph, viewer, null, basis);
        Assert.Empty(graph.Store.Log);
    }

    private static async Task AssertAsync(Graph graph, Viewer viewer, string? family, string basis)
    {
        var answer = await graph.AskAsync(Name, viewer);
        Assert.Equal(family, (string?)answer["data"]!["learner"]!["name"]?["family"]);
        Assert.Equal(basis, (string?)answer["data"]!["learner"]!["access"]![0]!["basis"]);
        Assert.Equal(family is null, answer["errors"] is not null);
        if (family is null)
        {
            Assert.Equal(basis, (string?)answer["errors"]![0]!["extensions"]!["basis"]);
        }
    }
}
