using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Plr.Benchmarks.Hostile;

/// <summary>Sends requests over each transport, and keeps its connections: a handshake is not what is measured.</summary>
internal sealed class TransportClient(Uri server) : IDisposable
{
    private const string Neighbour = "{\"query\":\"{viewer{kind}}\"}";
    private readonly HttpClient http = new() { BaseAddress = server, Timeout = TimeSpan.FromMinutes(1) };
    private AttackSocket? socket;

    public Task<Reply> SendAsync(Transport transport, Payload payload, CancellationToken cancellation) => transport switch
    {
        Transport.Batch => SendBatchAsync(payload, cancellation),
        Transport.Persisted => PostAsync(payload.ToPersistedJson(), cancellation),
        Transport.WebSocket => SendOverSocketAsync(payload, cancellation),
        Transport.EventStream => SendForEventsAsync(payload, cancellation),
        _ => PostAsync(payload.ToJson(), cancellation),
    };

    /// <summary>Asks for a document by its hash alone.</summary>
    public Task<Reply> SendHashAsync(string hash, CancellationToken cancellation) => PostAsync(
        Encoding.UTF8.GetBytes($"{{\"extensions\":{{\"persistedQuery\":{{\"version\":1,\"sha256Hash\":\"{hash}\"}}}}}}"), cancellation);

    public async Task<Reply> PostAsync(byte[] body, CancellationToken cancellation, string accept = "application/graphql-response+json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Accept.ParseAdd(accept);
        return await SendAsync(request, cancellation);
    }

    public async Task<Reply> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        using var response = await http.SendAsync(request, cancellation);
        return new Reply((int)response.StatusCode, await response.Content.ReadAsStringAsync(cancellation)) { Headers = $"{response.Headers}{response.Content.Headers}" };
    }

    public void Dispose()
    {
        http.Dispose();
        socket?.Dispose();
    }

    private async Task<Reply> SendBatchAsync(Payload payload, CancellationToken cancellation)
    {
        var reply = await PostAsync([(byte)'[', .. payload.ToJson(), (byte)',', .. Encoding.UTF8.GetBytes(Neighbour), (byte)']'], cancellation);
        using var json = JsonDocument.Parse(reply.Body);
        return json.RootElement.ValueKind is JsonValueKind.Array
            ? reply with { Body = json.RootElement[0].GetRawText(), Neighbour = json.RootElement[1].GetRawText() }
            : reply;
    }

    private async Task<Reply> SendOverSocketAsync(Payload payload, CancellationToken cancellation)
    {
        if (socket is not { IsOpen: true })
        {
            socket?.Dispose();
            socket = await AttackSocket.OpenAsync(server, cancellation);
        }

        return await socket.SubscribeAsync(payload.ToJson(), cancellation);
    }

    // The first event is the answer: an operation that is no subscription has no other.
    private async Task<Reply> SendForEventsAsync(Payload payload, CancellationToken cancellation)
    {
        const string Data = "data: ";
        var reply = await PostAsync(payload.ToJson(), cancellation, "text/event-stream");
        var first = reply.Body.Split('\n').FirstOrDefault(line => line.StartsWith(Data, StringComparison.Ordinal));
        return first is null ? reply : reply with { Body = first[Data.Length..] };
    }
}
