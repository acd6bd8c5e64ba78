using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Plr.GraphQL.Observation;

namespace Plr.Host.Observation.Export;

/// <summary>Sends spans and metrics to a collector by OTLP, where one is named.</summary>
/// <remarks>Source: OpenTelemetry, OTLP Exporter Configuration: <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>, and the other <c>OTEL_</c> settings that the SDK reads.</remarks>
internal static class TelemetryExport
{
    /// <summary>A switch of ASP.NET's: unless it is off, its spans have no tags. It is read when the server starts.</summary>
    public const string SuppressSwitch = "Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData";

    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";
    private const string ServiceName = "OTEL_SERVICE_NAME";

    /// <summary>Begins; dispose it to send what is left. Null when no collector is named.</summary>
    /// <exception cref="RefusedException">A setting cannot be understood.</exception>
    public static OpenTelemetrySdk? Start(IConfiguration configuration)
    {
        if (string.IsNullOrWhiteSpace(configuration[Endpoint]))
        {
            return null;
        }

        Check(configuration);
        AppContext.SetSwitch(SuppressSwitch, false);
        return OpenTelemetrySdk.Create(builder =>
        {
            builder.Services.AddSingleton(configuration);
            builder.ConfigureResource(resource => resource.AddService(configuration[ServiceName] ?? "plr"));
            builder.WithTracing(tracing => tracing
                .AddSource(GraphQLTelemetry.Name, "Microsoft.AspNetCore")
                .AddProcessor(new ExportedTags())
                .AddOtlpExporter());
            builder.WithMetrics(metrics => metrics.AddMeter("Plr.*").AddOtlpExporter());
        });
    }

    private static void Check(IConfiguration configuration)
    {
        if (!Uri.TryCreate(configuration[Endpoint], UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https"))
        {
            throw new RefusedException($"`{Endpoint}` is `{configuration[Endpoint]}`; it is the collector's absolute http or https address");
        }

        if (configuration[Protocol] is not (null or "" or "grpc" or "http/protobuf"))
        {
            throw new RefusedException($"`{Protocol}` is `{configuration[Protocol]}`; it is `grpc` or `http/protobuf`");
        }
    }
}
