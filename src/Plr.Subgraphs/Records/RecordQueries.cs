using Plr.Domain.Identifiers;
using Plr.GraphQL;
using Plr.Subgraphs.Records.Access;

namespace Plr.Subgraphs.Records;

/// <summary>The root fields of schema/records.graphql, save <c>node</c> and <c>nodes</c>.</summary>
[QueryType]
public sealed class RecordQueries(RequestViewer request)
{
    /// <summary><c>Query.viewer</c>: who asks.</summary>
    public RequestViewer Viewer() => request;

    /// <summary><c>Query.learner</c>: every well-formed number is a learner, as far as this field says.</summary>
    public static LearnerReference Learner(Uln uln) => new(uln);
}
