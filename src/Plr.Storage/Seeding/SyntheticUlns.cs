using System.Globalization;
using Plr.Domain.Identifiers;

namespace Plr.Storage.Seeding;

/// <summary>Valid learner numbers without end, no two the same, spread over the whole range; the same for the same seed.</summary>
internal static class SyntheticUlns
{
    private const long First = 100_000_000;
    private const long Count = 900_000_000;

    // Shares no factor with the count, so that stepping by it meets every number once before any comes again.
    private const long Step = 618_033_989;

    // The demonstration's learners have numbers that begin so.
    private const long Demonstration = 9_000_000;

    /// <summary>The numbers.</summary>
    public static IEnumerable<Uln> Of(int seed)
    {
        for (var at = unchecked((uint)seed) * 104_729L % Count; ; at = (at + Step) % Count)
        {
            var nine = First + at;
            if (nine / 100 != Demonstration && WithCheckDigit(nine) is { } uln)
            {
                yield return uln;
            }
        }
    }

    /// <summary>Null for the one in eleven that no digit completes.</summary>
    private static Uln? WithCheckDigit(long nine)
    {
        for (var check = 0; check < 10; check++)
        {
            if (Uln.Parse(string.Create(CultureInfo.InvariantCulture, $"{nine}{check}")) is { Succeeded: true } parsed)
            {
                return parsed.Value;
            }
        }

        return null;
    }
}
