using System.Text.Json;

namespace Plr.Rules.Timing;

/// <summary>What the machine takes from a thread that never waits: its timer, its host, other work.</summary>
/// <remarks>A timer that takes 50 µs each millisecond hits every hundredth question of 10 µs, and so decides where their p99 is.</remarks>
internal sealed class Interruptions
{
    private static readonly TimeSpan Least = TimeSpan.FromMicroseconds(5);

    private readonly TimeSpan watched;
    private readonly List<TimeSpan> pauses;

    private Interruptions(TimeSpan watched, List<TimeSpan> pauses) => (this.watched, this.pauses) = (watched, pauses);

    /// <summary>Reads the clock again and again; a reading that is late by 5 µs or more was interrupted.</summary>
    /// <param name="time">More than nothing.</param>
    /// <param name="clock">The machine's, unless told otherwise.</param>
    public static Interruptions Watch(TimeSpan time, TimeProvider? clock = null)
    {
        clock ??= TimeProvider.System;
        var pauses = new List<TimeSpan>();
        var start = clock.GetTimestamp();
        var (before, now) = (start, start);
        while (clock.GetElapsedTime(start, now) < time)
        {
            (before, now) = (now, clock.GetTimestamp());
            if (clock.GetElapsedTime(before, now) is var pause && pause >= Least)
            {
                pauses.Add(pause);
            }
        }

        pauses.Sort();
        return new Interruptions(clock.GetElapsedTime(start, now), pauses);
    }

    /// <summary>Writes them as a member of the object at hand.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("interruptions");
        json.WriteNumber("perSecond", Math.Round(pauses.Count / watched.TotalSeconds));
        json.WriteNumber("medianMicroseconds", pauses.Count == 0 ? 0 : Math.Round(pauses[pauses.Count / 2].TotalMicroseconds, 1));
        json.WriteNumber("shareOfTime", Math.Round(pauses.Sum(pause => pause.TotalSeconds) / watched.TotalSeconds, 4));
        json.WriteEndObject();
    }
}
