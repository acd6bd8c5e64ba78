using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Plr.Host.Observation.Exposition;

/// <summary>Names and texts as Prometheus wants them.</summary>
/// <remarks>Source: OpenTelemetry, Prometheus and OpenMetrics compatibility; Prometheus text format 0.0.4.</remarks>
internal static partial class PrometheusName
{
    /// <summary>The instrument's name with its unit, and with <c>_total</c> where it only grows.</summary>
    public static string Of(Instrument instrument)
    {
        var unit = instrument.Unit switch
        {
            "s" => "_seconds",
            "By" => "_bytes",
            _ => "",
        };
        return OfLabel(instrument.Name) + unit + (IsCounter(instrument) ? "_total" : "");
    }

    /// <summary>A label's name.</summary>
    public static string OfLabel(string name) => Forbidden().Replace(name, "_");

    /// <summary>A label's value, between its quotes.</summary>
    public static string Escape(string? value) => (value ?? "")
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>A number.</summary>
    public static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether it only grows.</summary>
    public static bool IsCounter(Instrument instrument) =>
        instrument is Counter<long> or Counter<double> or ObservableCounter<long> or ObservableCounter<double>;

    [GeneratedRegex("[^a-zA-Z0-9_]")]
    private static partial Regex Forbidden();
}
