namespace Plr.Benchmarks.Hostile;

/// <summary>All attacks that are operations. Those on HTTP and sockets themselves are in <see cref="ProtocolAttacks"/>.</summary>
internal static class AttackTable
{
    public static IReadOnlyDictionary<string, Attack> All { get; } =
        ParserAttacks.All.Concat(ValidationAttacks.All).Concat(CostAttacks.All).ToDictionary(attack => attack.Id, StringComparer.Ordinal);
}
