namespace Plr.Benchmarks.Hostile;

/// <summary>One row: an operation that means harm, over every transport that can carry it.</summary>
/// <param name="Id">The row of the list of hostile inputs, with a letter where one row has several inputs.</param>
/// <param name="Make">The input; made when it is first asked for, since some have megabytes.</param>
/// <param name="Expected">What must come back, whatever carries it.</param>
internal sealed record Attack(string Id, string Name, Func<Payload> Make, Verdict Expected)
{
    // The defaults of the server, which the table holds it to.
    private const int MaxRequestBytes = 2_097_152;
    private const int MaxSocketMessageBytes = 262_144;

    private readonly Lazy<Payload> payload = new(Make);
    private readonly Dictionary<Transport, Verdict> special = [];
    private readonly Dictionary<Transport, string> notOver = [];

    public Payload Payload => payload.Value;

    /// <summary>Another outcome over one transport.</summary>
    public Attack Over(Transport transport, Verdict verdict)
    {
        special[transport] = verdict;
        return this;
    }

    /// <summary>Says why a transport cannot carry it.</summary>
    public Attack NotOver(Transport transport, string reason)
    {
        notOver[transport] = reason;
        return this;
    }

    /// <summary>Why it is not sent over a transport; null when it is.</summary>
    public string? ReasonAgainst(Transport transport) =>
        notOver.GetValueOrDefault(transport)
        ?? (transport is Transport.Persisted && !Payload.HasDocument ? "the request is refused before its hash is read" : null);

    /// <summary>What must come back over a transport: what is too long for it is refused by its own limit, before anything is read.</summary>
    public Verdict ExpectedOver(Transport transport) =>
        transport is Transport.WebSocket && Payload.ToJson().Length + 64 > MaxSocketMessageBytes ? Verdict.Closed(1009)
        : Payload.ToJson().Length > MaxRequestBytes ? Verdict.Refused("LIMIT_REQUEST_BYTES") with { TakesBatchAlong = true }
        : special.GetValueOrDefault(transport) ?? Expected;
}
