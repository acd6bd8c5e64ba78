using System.Text.Json;

namespace Plr.Rules.Timing;

/// <summary>Times of single operations, in microseconds.</summary>
internal sealed class TimeDistribution
{
    private static readonly (string Name, double Part)[] Points =
        [("min", 0), ("p10", 0.1), ("median", 0.5), ("p90", 0.9), ("p99", 0.99), ("max", 1)];

    private readonly double[] sorted;

    /// <param name="times">Microseconds, at least one; they are sorted here.</param>
    public TimeDistribution(double[] times)
    {
        Array.Sort(times);
        sorted = times;
    }

    /// <summary>Does something for each item, one after the other on this thread, and keeps the time of each.</summary>
    /// <param name="items">At least one.</param>
    public static TimeDistribution Of<T>(IReadOnlyList<T> items, Action<T> operation) => OfLeast(items, operation, rounds: 1);

    /// <summary>The same in rounds over all items, and keeps the least time of each: what the machine did meanwhile hardly ever hits one each time.</summary>
    /// <param name="rounds">At least one.</param>
    /// <param name="clock">The machine's, unless told otherwise.</param>
    public static TimeDistribution OfLeast<T>(IReadOnlyList<T> items, Action<T> operation, int rounds, TimeProvider? clock = null)
    {
        clock ??= TimeProvider.System;
        var times = new double[items.Count];
        Array.Fill(times, double.PositiveInfinity);
        for (var round = 0; round < rounds; round++)
        {
            for (var index = 0; index < times.Length; index++)
            {
                var item = items[index];
                var start = clock.GetTimestamp();
                operation(item);
                times[index] = Math.Min(times[index], clock.GetElapsedTime(start).TotalMicroseconds);
            }
        }

        return new TimeDistribution(times);
    }

    /// <summary>The time that so large a part of the operations stay below: the one at position <c>part × count</c> in order.</summary>
    /// <param name="part">0 for the shortest, 1 for the longest.</param>
    public double At(double part) => sorted[(int)Math.Min(sorted.Length - 1, part * sorted.Length)];

    /// <summary>Writes the distribution as a member of the object at hand.</summary>
    public void Write(Utf8JsonWriter json, string name)
    {
        json.WriteStartObject(name);
        json.WriteNumber("count", sorted.Length);
        foreach (var (point, part) in Points)
        {
            json.WriteNumber(point, Math.Round(At(part), 2));
        }

        json.WriteNumber("mean", Math.Round(sorted.Average(), 2));
        json.WriteEndObject();
    }
}
