namespace Plr.Rules.Routes;

/// <summary>What remains with two units of a rule, as far as it was computed: after those with one, the most frequent question.</summary>
/// <remarks>Of fixed size: a newer value takes an older one's place. Each is one word with its whole key, so that threads need no lock.</remarks>
internal sealed class PairValues
{
    /// <summary>Values that are remembered: 2 MB.</summary>
    public const int Places = 1 << PlaceBits;

    private const int PlaceBits = 18;

    private const int ValueBits = 24;

    private readonly long[] values = new long[Places];

    private int owners;

    /// <summary>A number for a rule, by which its values are known: a changed rule has another, so that it inherits none.</summary>
    /// <returns>1 and up; after 2^26 changes values of old rules could be taken for new ones'.</returns>
    public int NewOwner() => Interlocked.Increment(ref owners);

    /// <summary>The value of a rule with two listings, if it is remembered.</summary>
    public bool TryGet(int owner, UInt128 pair, out int remaining)
    {
        var key = KeyOf(owner, pair);
        var value = Volatile.Read(ref values[PlaceOf(key)]);
        remaining = (int)(value & (1 << ValueBits) - 1);
        return value >> ValueBits == key;
    }

    /// <summary>Remembers a value.</summary>
    /// <param name="remaining">0 to 2^24 - 1.</param>
    public void Keep(int owner, UInt128 pair, int remaining)
    {
        var key = KeyOf(owner, pair);
        Volatile.Write(ref values[PlaceOf(key)], key << ValueBits | (uint)remaining);
    }

    /// <summary>More than nothing, so that an empty place is no value: owner, first listing, second listing.</summary>
    private static long KeyOf(int owner, UInt128 pair) =>
        (long)owner << 14 | (long)UInt128.TrailingZeroCount(pair) << 7 | (127 - (long)UInt128.LeadingZeroCount(pair));

    private static int PlaceOf(long key) => (int)(unchecked((ulong)key * 0x9E37_79B9_7F4A_7C15) >> 64 - PlaceBits);
}
