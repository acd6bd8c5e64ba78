using System.Net.Http.Headers;

namespace Plr.Benchmarks.Comparison;

/// <summary>A server and what it is asked.</summary>
/// <param name="Process">Whose processor time and memory are measured, where it is one process.</param>
internal sealed record Target(string Name, Uri Address, ServedProcess? Process, string? Token, IReadOnlyList<byte[]> Bodies)
{
    /// <summary>Asks once, whatever the status of the answer.</summary>
    /// <param name="body">Which of the bodies.</param>
    public async Task<byte[]> AskAsync(HttpClient client, int body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new ByteArrayContent(Bodies[body]) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/graphql-response+json"));
        request.Headers.Authorization = Token is null ? null : new AuthenticationHeaderValue("Bearer", Token);
        using var response = await client.SendAsync(request, cancellation);
        return await response.Content.ReadAsByteArrayAsync(cancellation);
    }
}
