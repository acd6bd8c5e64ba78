namespace Plr.Storage.Import;

/// <summary>Something a person should look at.</summary>
/// <param name="Severity">Whether the item was refused or taken.</param>
/// <param name="File">The file.</param>
/// <param name="Position"><c>line 12</c>, a JSON path, or null for the whole file.</param>
/// <param name="Reason">What is wrong, and what was done about it.</param>
public sealed record ImportFinding(ImportSeverity Severity, string File, string? Position, string Reason)
{
    /// <summary>One line for a terminal.</summary>
    public override string ToString() =>
        $"{(Severity == ImportSeverity.Rejected ? "rejected" : "warning")}: {File}{(Position is null ? "" : $", {Position}")}: {Reason}";
}
