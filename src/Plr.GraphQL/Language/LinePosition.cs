namespace Plr.GraphQL.Language;

/// <summary>A place in a document as people and clients read it.</summary>
/// <param name="line">Counted from 1; CRLF ends one line.</param>
/// <param name="column">Counted from 1 in UTF-16 code units.</param>
/// <remarks>GraphQL September 2025, 7.1.2 Errors, <c>locations</c>.</remarks>
public readonly struct LinePosition(int line, int column) : IEquatable<LinePosition>
{
    /// <summary>Counted from 1.</summary>
    public int Line { get; } = line;

    /// <summary>Counted from 1 in UTF-16 code units.</summary>
    public int Column { get; } = column;

    /// <summary>Whether both are the same place.</summary>
    public static bool operator ==(LinePosition left, LinePosition right) => left.Equals(right);

    /// <summary>Whether they are different places.</summary>
    public static bool operator !=(LinePosition left, LinePosition right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(LinePosition other) => Line == other.Line && Column == other.Column;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is LinePosition other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((Line * 397) ^ Column);

    /// <summary><c>line:column</c>.</summary>
    public override string ToString() => $"{Line}:{Column}";
}
