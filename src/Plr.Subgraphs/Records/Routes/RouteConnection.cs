using Plr.Domain.Identifiers;
using Plr.GraphQL.Pagination;
using Plr.Subgraphs.Catalogue;
using Plr.Subgraphs.Catalogue.Routes;
using Plr.Subgraphs.Records.Progress;

namespace Plr.Subgraphs.Records.Routes;

/// <summary>A page of a learner's routes, and what it is about: the values of <c>type RouteConnection</c>.</summary>
public sealed class RouteConnection
{
    private readonly Evidence evidence;

    internal RouteConnection(RequestCatalogue catalogue, RankedPage page, Evidence evidence)
    {
        this.evidence = evidence;
        Edges = [.. page.Items.Select(item => new Edge<LearnerRoute>(item.Cursor, new LearnerRoute(catalogue, item, evidence)))];
        PageInfo = page.PageInfo;
        RulesVersion = page.RulesVersion;
    }

    /// <summary>Whose routes.</summary>
    public Uln Learner => evidence.Learner;

    /// <summary>The page with cursors.</summary>
    public IReadOnlyList<Edge<LearnerRoute>> Edges { get; }

    /// <summary>The page alone.</summary>
    public IReadOnlyList<LearnerRoute> Nodes => [.. Edges.Select(edge => edge.Node)];

    /// <summary>Where the page stands.</summary>
    public PageInfo PageInfo { get; }

    /// <summary>The publication the rules come from.</summary>
    public string RulesVersion { get; }

    /// <summary>The moment the record was read at.</summary>
    public DateTimeOffset RecordAsOf => evidence.AsOf;

    /// <summary>Whether this is not the record as it stands.</summary>
    public bool IsWhatIf => evidence.IsWhatIf;
}
