namespace Plr.Benchmarks.Hostile;

/// <summary>What must come back.</summary>
/// <param name="Codes">The codes of which the first error has one; empty when the attack must be answered as any operation is.</param>
/// <param name="CloseCodes">How a socket is closed; empty when it stays open.</param>
internal sealed record Verdict(string[] Codes, int[] CloseCodes)
{
    /// <summary>A socket that is cut without a word, where even the words can not be relied on.</summary>
    public const int Cut = 0;

    /// <summary>Text that an answer must hold, so that it is the right one; null for any.</summary>
    public string? Holds { get; init; }

    /// <summary>Whether the whole batch falls with it, since what is broken is the array itself.</summary>
    public bool TakesBatchAlong { get; init; }

    public bool IsRefusal => Codes.Length > 0 || CloseCodes.Length > 0;

    public static Verdict Refused(params string[] codes) => new(codes, []);

    public static Verdict Closed(params int[] codes) => new([], codes);

    public static Verdict Answered(string? holds = null) => new([], []) { Holds = holds };

    public override string ToString() => Codes.Length > 0 ? string.Join(" or ", Codes)
        : CloseCodes.Length > 0 ? $"closed {string.Join(" or ", CloseCodes)}"
        : "answered";
}
