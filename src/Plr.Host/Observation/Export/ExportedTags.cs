using System.Collections.Frozen;
using System.Diagnostics;
using OpenTelemetry;

namespace Plr.Host.Observation.Export;

/// <summary>Takes from each span what may be personal before it leaves the process: everything that is not listed here.</summary>
/// <remarks>ASP.NET's own spans hold paths, addresses and agents; and a client can write what it likes into <c>tracestate</c>.</remarks>
internal sealed class ExportedTags : BaseProcessor<Activity>
{
    private static readonly FrozenSet<string> Allowed = FrozenSet.Create(
        StringComparer.Ordinal,
        "graphql.operation.type",
        "graphql.operation.name",
        "graphql.document.hash",
        "graphql.transport",
        "graphql.outcome",
        "graphql.error.count",
        "graphql.loader",
        "graphql.loader.keys",
        "error.type",
        "http.request.method",
        "http.response.status_code",
        "http.route",
        "network.protocol.version",
        "url.scheme");

    public override void OnEnd(Activity data)
    {
        foreach (var name in data.TagObjects.Select(tag => tag.Key).Where(name => !Allowed.Contains(name)).ToList())
        {
            data.SetTag(name, null);
        }

        data.TraceStateString = "";
    }
}
