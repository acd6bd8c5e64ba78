using System.Text.Json;

namespace Plr.Benchmarks.Hostile;

/// <summary>What came back over whatever transport.</summary>
/// <param name="Status">The HTTP status; 200 for a message over a socket.</param>
/// <param name="Body">The response, or the `errors` of a socket's message; empty where the socket was closed.</param>
internal sealed record Reply(int Status, string Body)
{
    /// <summary>The headers, or the reason of a close.</summary>
    public string Headers { get; init; } = "";

    /// <summary>Why the socket was closed; null while it is open.</summary>
    public int? CloseCode { get; init; }

    /// <summary>What was answered beside it in a batch; null for the other transports, and where the batch fell as a whole.</summary>
    public string? Neighbour { get; init; }

    /// <summary>How many errors there are, and the code of the first.</summary>
    public (int Count, string? First) Errors
    {
        get
        {
            if (Body.Length == 0)
            {
                return (0, null);
            }

            using var json = JsonDocument.Parse(Body);
            return json.RootElement.TryGetProperty("errors", out var errors)
                ? (errors.GetArrayLength(), errors[0].GetProperty("extensions").GetProperty("code").GetString())
                : (0, null);
        }
    }
}
