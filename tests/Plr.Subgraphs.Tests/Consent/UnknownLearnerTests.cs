using Plr.Consent.Viewers;
using Plr.Domain.Learners;
using Plr.Domain.Permissions;
using Plr.Subgraphs.Nodes;
using Plr.Subgraphs.Tests.Support;
using static Plr.Subgraphs.Tests.Support.Learners;

namespace Plr.Subgraphs.Tests.Consent;

/// <summary>A number that nobody has answers, byte for byte, as a learner who withholds everything.</summary>
public sealed class UnknownLearnerTests
{
    private static readonly ConsentScope[] All = Enum.GetValues<ConsentScope>();

    public static TheoryData<string> Ways => ["no grant", "opted out", "notice not seen", "blocked", "revoked", "expired", "future", "someone else's"];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Unknown_and_withheld_look_the_same_to_every_viewer(string way)
    {
        using var graph = new Graph().WithGwen(NoticeOf(way)).WithGrants([.. GrantsOf(way)]);
        foreach (var viewer in Viewers())
        {
            var (known, knownWork) = await AskAsync(graph, viewer, Gwen);
            var (unknown, unknownWork) = await AskAsync(graph, viewer, Nobody);
            Assert.Equal(
                Whole.Without(known, Gwen.ToDigits(), NodeId.Of(Gwen)), Whole.Without(unknown, Nobody.ToDigits(), NodeId.Of(Nobody)));
            Assert.Equal(knownWork, unknownWork); // The same round trips, so the clock tells no more than the bytes.
            Assert.DoesNotContain("Evans", known, StringComparison.Ordinal);
        }

        Assert.Empty(graph.Store.Log);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_node_that_nobody_has_and_one_that_is_withheld_look_the_same(string way)
    {
        using var graph = new Graph().WithGwen(NoticeOf(way)).WithGrants([.. GrantsOf(way)]);
        foreach (var (known, unknown) in new[]
        {
            (NodeId.Of("UnitAchievement", new(Key(2))), NodeId.Of("UnitAchievement", new(Key(999)))),
            (NodeId.Of("WiderAchievement", new(Key(3))), NodeId.Of("WiderAchievement", new(Key(999)))),
            (NodeId.Of("UnitAchievement", new(Key(2))), NodeId.Of("QualificationAchievement", new(Key(2)))),
        })
        {
            foreach (var viewer in Viewers())
            {
                const string document = "query($id: ID!) { node(id: $id) { id __typename } nodes(ids: [$id, $id]) { id } }";
                var withheld = await graph.TextAsync(document, viewer, new { id = known });
                var nobodys = await graph.TextAsync(document, viewer, new { id = unknown });
                Assert.Equal(withheld, nobodys.Replace("QualificationAchievement", "UnitAchievement", StringComparison.Ordinal));
                Assert.Contains("CONSENT_REQUIRED", withheld, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Somebody_elses_grant_and_one_that_nobody_made_look_the_same()
    {
        using var graph = new Graph().WithGwen().WithGrants(Grant(ToAdviser, [ConsentScope.Routes], key: 7));
        const string document = "query($id: ID!) { node(id: $id) { ... on PermissionGrant { purpose } } }";
        foreach (var viewer in Viewers().Where(viewer => viewer != Reference.Adviser).Append(AsDev))
        {
            Assert.Equal(
                await graph.TextAsync(document, viewer, new { id = NodeId.Of(new Domain.Identifiers.GrantId(Key(107))) }),
                await graph.TextAsync(document, viewer, new { id = NodeId.Of(new Domain.Identifiers.GrantId(Key(999))) }));
        }
    }

    private static async Task<(string Text, (int Snapshots, int Reads) Work)> AskAsync(Graph graph, Viewer viewer, Domain.Identifiers.Uln uln)
    {
        var (snapshots, reads) = (graph.Store.Snapshots, graph.Store.Reads);
        var text = await graph.TextAsync(Whole.Record, viewer, new { uln = uln.ToDigits() });
        return (text, (graph.Store.Snapshots - snapshots, graph.Store.Reads - reads));
    }

    private static IEnumerable<Viewer> Viewers() =>
    [
        Viewer.Anonymous, Reference.Adviser, Reference.UnsignedAdviser, Reference.Boss, Reference.Teacher, AsDev,
        new Viewer.DelegateViewer("aunt"), new Viewer.OperatorViewer(), new Viewer.RegulatorViewer(),
    ];

    private static PrivacyNotice NoticeOf(string way) => way switch
    {
        "opted out" => PrivacyNotice.SeenDoesNotShare,
        "notice not seen" => PrivacyNotice.NotSeen,
        _ => PrivacyNotice.SeenShares,
    };

    private static IEnumerable<PermissionGrant> GrantsOf(string way) => way switch
    {
        "blocked" => Grantees().Select((grantee, index) => Grant(grantee, All, GrantEffect.Block, key: index)),
        "revoked" => Grantees().Select((grantee, index) => Grant(grantee, All, revokedDays: 0, key: index)),
        "expired" => Grantees().Select((grantee, index) => Grant(grantee, All, fromDays: -9, untilDays: 0, key: index)),
        "future" => Grantees().Select((grantee, index) => Grant(grantee, All, fromDays: 1, key: index)),
        "someone else's" => [Grant(new Grantee.ToPerson("uncle", "Uncle"), All)],
        _ => [],
    };

    private static IEnumerable<Grantee> Grantees() =>
    [
        ToAdviser, new Grantee.ToCategory(Domain.Organisations.OrganisationKind.Employer), new Grantee.ToOrganisation(Reference.College),
        new Grantee.ToOrganisation(Reference.Laser), new Grantee.ToPerson("aunt", "Aunt May"),
    ];
}
