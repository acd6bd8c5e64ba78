using Plr.Domain.Combination;

namespace Plr.Rules.Compilation;

/// <summary>Units' numbers by their keys.</summary>
/// <remarks>
/// A learner's units are anywhere in a nation's, so what a look-up costs is the places of memory it touches. A key of the register's form
/// (<c>M/504/7527</c>) fits in 64 bits with nothing lost, and stands beside its number: one place. Other keys are in a dictionary.
/// </remarks>
internal sealed class UnitNumbers
{
    private const int MostPacked = 10;
    private const int BitsOfOne = 6;
    private const int AtOnce = 32;

    private readonly (ulong Key, int Number)[] places;
    private readonly Dictionary<UnitKey, int> others = [];

    public UnitNumbers(IReadOnlyList<CatalogueUnit> units)
    {
        places = new (ulong, int)[units.Count + units.Count / 2 + 1];
        for (var number = 0; number < units.Count; number++)
        {
            var key = units[number].Key;
            if (Pack(key.Value) is var packed and not 0)
            {
                places[PlaceOf(packed)] = (packed, number);
            }
            else
            {
                others[key] = number;
            }
        }
    }

    /// <summary>The number of a unit, or -1.</summary>
    public int Of(UnitKey key)
    {
        if (Pack(key.Value) is var packed and not 0)
        {
            var (found, number) = places[PlaceOf(packed)];
            return found == packed ? number : -1;
        }

        return others.GetValueOrDefault(key, -1);
    }

    /// <summary>The numbers of some units, or -1: all their places are asked for before one is waited for.</summary>
    /// <param name="numbers">As long as the keys.</param>
    public void Of(ReadOnlySpan<UnitKey> keys, Span<int> numbers)
    {
        Span<(ulong Packed, int Home)> wanted = stackalloc (ulong, int)[AtOnce];
        Span<(ulong Key, int Number)> found = stackalloc (ulong, int)[AtOnce];
        for (var from = 0; from < keys.Length; from += AtOnce)
        {
            var some = keys.Slice(from, Math.Min(AtOnce, keys.Length - from));
            for (var index = 0; index < some.Length; index++)
            {
                var packed = Pack(some[index].Value);
                wanted[index] = (packed, HomeOf(packed));
            }

            // Nothing else is in this loop, so that the processor has all places on their way at once.
            for (var index = 0; index < some.Length; index++)
            {
                found[index] = places[wanted[index].Home];
            }

            for (var index = 0; index < some.Length; index++)
            {
                var packed = wanted[index].Packed;
                numbers[from + index] = packed != 0 && packed == found[index].Key ? found[index].Number : Of(some[index]);
            }
        }
    }

    private int HomeOf(ulong packed) => (int)Math.BigMul(unchecked(packed * 0x9E3779B97F4A7C15), (ulong)places.Length, out _);

    /// <summary>Where a key stands, or would: there is always an empty place.</summary>
    private int PlaceOf(ulong packed)
    {
        var place = HomeOf(packed);
        while (places[place].Key != 0 && places[place].Key != packed)
        {
            place = place + 1 < places.Length ? place + 1 : 0;
        }

        return place;
    }

    /// <summary>A key of at most ten characters from space to underscore, as a number of its own; 0 for any other.</summary>
    private static ulong Pack(string? key)
    {
        if (key is null or "" || key.Length > MostPacked)
        {
            return 0;
        }

        var packed = (ulong)key.Length;
        foreach (var character in key)
        {
            if (character is < ' ' or > '_')
            {
                return 0;
            }

            packed = packed << BitsOfOne | (uint)(character - ' ');
        }

        return packed;
    }
}
