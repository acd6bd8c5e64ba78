using System.Globalization;

namespace Plr.Benchmarks.SideBySide;

/// <summary>What a reader must know of a session to judge its figures.</summary>
/// <param name="Sizes">Bytes of an answer, by operation.</param>
/// <param name="BusyBefore">The load average; null where the system has none.</param>
internal sealed record PeerSession(
    DateTime At, PeerOptions Options, string Node, IReadOnlyList<string> Versions, IReadOnlyDictionary<string, int> Sizes, string? BusyBefore, string? BusyAfter)
{
    public string Summary => string.Create(
        CultureInfo.InvariantCulture,
        $"{Options.Rounds.Connections} connections, medians of {Options.Rounds.Count} interleaved rounds of {Options.Rounds.RunTime.TotalSeconds:0.#} s, {Environment.ProcessorCount} cores");

    public string Command => string.Create(
        CultureInfo.InvariantCulture,
        $"tests/Plr.Benchmarks/peers/run.sh --rounds {Options.Rounds.Count} --seconds {Options.Rounds.RunTime.TotalSeconds:0.#} --connections {Options.Rounds.Connections} --processes {Options.Processes}");
}
