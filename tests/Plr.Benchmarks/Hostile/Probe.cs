namespace Plr.Benchmarks.Hostile;

/// <summary>One attack over one transport, measured: what was wrong, and the processor time of the server for each time it was sent.</summary>
internal sealed record Probe(Attack Attack, Transport Transport, IReadOnlyList<string> Wrong, IReadOnlyList<TimeSpan> ProcessorTimes)
{
    public TimeSpan Median => ProcessorTimes[ProcessorTimes.Count / 2];

    public TimeSpan Most => ProcessorTimes[^1];

    /// <summary>Sends it so often, one after another, after once for the compiler.</summary>
    public static async Task<Probe> RunAsync(HostileServer server, TransportClient client, Attack attack, Transport transport, int times, CancellationToken cancellation)
    {
        var expected = attack.ExpectedOver(transport);
        var wrong = new SortedSet<string>(Oracle.Check(transport, expected, await client.SendAsync(transport, attack.Payload, cancellation)), StringComparer.Ordinal);
        var spent = new List<TimeSpan>(times);
        for (var i = 0; i < times; i++)
        {
            var before = server.ProcessorTime;
            var reply = await client.SendAsync(transport, attack.Payload, cancellation);
            spent.Add(server.ProcessorTime - before);
            wrong.UnionWith(Oracle.Check(transport, expected, reply));
        }

        if (transport is Transport.Persisted)
        {
            wrong.UnionWith(await CheckRegistrationAsync(client, attack, expected, cancellation));
        }

        spent.Sort();
        return new Probe(attack, transport, [.. wrong], spent);
    }

    // What was refused is not kept: its hash alone is unknown. What was answered is.
    private static async Task<IEnumerable<string>> CheckRegistrationAsync(TransportClient client, Attack attack, Verdict expected, CancellationToken cancellation)
    {
        var known = (await client.SendHashAsync(attack.Payload.Hash, cancellation)).Errors.First is not "PERSISTED_QUERY_NOT_FOUND";
        return known && IsRefusedDocument(expected) ? ["a document that was refused is registered"]
            : !known && !expected.IsRefusal ? ["a document that was answered is not registered"]
            : [];
    }

    // What is refused by its variables, its cost or the name of its operation is a good document.
    private static bool IsRefusedDocument(Verdict expected) => expected.Codes.Length > 0
        && Array.TrueForAll(expected.Codes, code => code.StartsWith("GRAPHQL_", StringComparison.Ordinal)
            || (code.StartsWith("LIMIT_", StringComparison.Ordinal) && code is not ("LIMIT_INPUT_LIST" or "LIMIT_INPUT_NODES" or "LIMIT_JSON_DEPTH")));
}
