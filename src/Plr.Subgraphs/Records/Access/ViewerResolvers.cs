using Plr.Consent.Viewers;
using Plr.Domain.Organisations;
using Plr.GraphQL;
using Plr.Subgraphs.Catalogue;

namespace Plr.Subgraphs.Records.Access;

/// <summary>The fields of <c>type Viewer</c>.</summary>
[ObjectType<RequestViewer>("Viewer")]
public sealed class ViewerResolvers(RequestCatalogue catalogue)
{
    /// <summary><c>Viewer.kind</c>: null without a token.</summary>
    public static ViewerKind? Kind(RequestViewer request) => request.Viewer.Kind;

    /// <summary><c>Viewer.learner</c>: a learner's own record.</summary>
    public static LearnerReference? Learner(RequestViewer request) =>
        request.Viewer is Viewer.LearnerViewer own ? new LearnerReference(own.Uln) : null;

    /// <summary><c>Viewer.organisation</c>: the one asked for, where the catalogue lists it.</summary>
    public Organisation? Organisation(RequestViewer request) =>
        request.Viewer.Organisation is { } id ? catalogue.Current.Organisation(id) : null;

    /// <summary><c>Viewer.person</c>: as the token names them.</summary>
    public static string? Person(RequestViewer request) => request.Viewer.Person;
}
