using System.Globalization;

namespace Plr.Benchmarks.Comparison;

/// <summary>What a served process says of its own memory, as one line of its standard output.</summary>
/// <param name="AllocatedBytes">Allocated on the managed heap since its start, whatever has become of it.</param>
/// <param name="Gen2Collections">Since its start.</param>
/// <param name="HeapBytes">On the managed heap now.</param>
/// <param name="WorkingSetBytes">Of the whole process, resident now.</param>
internal readonly record struct MemoryReport(long AllocatedBytes, int Gen2Collections, long HeapBytes, long WorkingSetBytes)
{
    /// <summary>Asks for a report.</summary>
    public const string Question = "memory";

    /// <summary>Asks for a report after everything that can be collected was.</summary>
    public const string QuestionAfterCollection = "collect";

    private const string Opening = "memory:";

    /// <summary>Reads a line; null for what is no report, such as a line of the log.</summary>
    public static MemoryReport? Read(string line)
    {
        if (line.Split(' ') is not [Opening, var allocated, var gen2, var heap, var workingSet]
            || !TryRead(allocated, out var allocatedBytes) || !TryRead(gen2, out var collections) || collections > int.MaxValue
            || !TryRead(heap, out var heapBytes) || !TryRead(workingSet, out var workingSetBytes))
        {
            return null;
        }

        return new MemoryReport(allocatedBytes, (int)collections, heapBytes, workingSetBytes);
    }

    /// <summary>As <see cref="Read"/> takes it.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Opening} {AllocatedBytes} {Gen2Collections} {HeapBytes} {WorkingSetBytes}");

    private static bool TryRead(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
