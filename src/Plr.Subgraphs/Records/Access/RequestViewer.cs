using Microsoft.Extensions.DependencyInjection;
using Plr.Consent.Viewers;
using Plr.GraphQL.Execution;

namespace Plr.Subgraphs.Records.Access;

/// <summary>Who asks in this request. Scoped: the host fills it from the token before the request executes.</summary>
public sealed class RequestViewer : IRequestContext
{
    /// <summary>Who asks; nobody in particular until the host says otherwise.</summary>
    public Viewer Viewer { get; set; } = Viewer.Anonymous;

    /// <inheritdoc/>
    public void CarryInto(IServiceProvider services) => services.GetRequiredService<RequestViewer>().Viewer = Viewer;
}
