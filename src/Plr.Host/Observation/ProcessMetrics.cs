using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Plr.Host.Observation;

/// <summary>What the process takes of its machine, read when somebody asks.</summary>
public sealed class ProcessMetrics
{
    /// <summary>The meter of the host.</summary>
    public const string MeterName = "Plr.Host";

    /// <summary>Joins the host's meters.</summary>
    /// <param name="time">Says when this begins, which is taken for the start of the process.</param>
    public ProcessMetrics(IMeterFactory meters, TimeProvider time)
    {
        var meter = meters.Create(MeterName);
        var started = time.GetUtcNow().ToUnixTimeSeconds();
        meter.CreateObservableGauge("process.start_time", () => started, "s", "when the process began, seconds since 1970");
        meter.CreateObservableGauge("process.resident_memory", () => Read(process => process.WorkingSet64), "By", "memory resident");
        meter.CreateObservableCounter("process.cpu", () => Read(process => process.TotalProcessorTime.TotalSeconds), "s", "processor time spent");
        meter.CreateObservableCounter("dotnet.gc.collections", () => (long)GC.CollectionCount(0), "{collection}", "garbage collections of every generation");
        meter.CreateObservableCounter("dotnet.gc.allocated", () => GC.GetTotalAllocatedBytes(), "By", "bytes allocated");
    }

    private static T Read<T>(Func<Process, T> value)
    {
        using var process = Process.GetCurrentProcess();
        return value(process);
    }
}
