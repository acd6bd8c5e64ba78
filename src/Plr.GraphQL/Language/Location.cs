namespace Plr.GraphQL.Language;

/// <summary>The span of a node in its source.</summary>
/// <remarks><c>default</c> is nowhere: a node that was made by hand has it, and it has no position.</remarks>
#pragma warning disable CA1815 // Locations are read, never compared.
public readonly struct Location(Source? source, int start, int end)
#pragma warning restore CA1815
{
    /// <summary>The text it points into; null for nowhere.</summary>
    public Source? Source { get; } = source;

    /// <summary>Byte offset of the first byte, from 0.</summary>
    public int Start { get; } = start;

    /// <summary>Byte offset after the last byte.</summary>
    public int End { get; } = end;

    /// <summary>Line and column of the start, found when asked; null for nowhere.</summary>
    public LinePosition? Position => Source?.GetPosition(Start);

    /// <summary><c>name:line:column</c>, as a compiler would print it.</summary>
    public override string ToString() =>
        Position is { } position ? $"{Source!.Name ?? "request"}:{position}" : "nowhere"; // A position has a source.
}
