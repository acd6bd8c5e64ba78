using Plr.Consent.Viewers;

namespace Plr.Subgraphs.Records.Access;

/// <summary>Who asks in this request. Scoped: the host fills it from the token before the request executes.</summary>
public sealed class RequestViewer
{
    /// <summary>Who asks; nobody in particular until the host says otherwise.</summary>
    public Viewer Viewer { get; set; } = Viewer.Anonymous;
}
