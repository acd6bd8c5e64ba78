using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Plr.Host.Tests.Serving;

/// <summary>A response of the graph.</summary>
internal sealed record GraphAnswer(HttpStatusCode Status, JsonElement Body, HttpResponseHeaders Headers)
{
    /// <summary>The codes of all errors, in order.</summary>
    public IReadOnlyList<string?> Codes => Body.TryGetProperty("errors", out var errors)
        ? [.. errors.EnumerateArray().Select(error => error.GetProperty("extensions").GetProperty("code").GetString())]
        : [];

    /// <summary>Sends one operation.</summary>
    public static async Task<GraphAnswer> AskAsync(HttpClient http, string address, string document, object? variables, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = JsonContent.Create(new { query = document, variables = variables ?? new { } }),
        };
        request.Headers.Accept.ParseAdd("application/graphql-response+json");
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        using var json = JsonDocument.Parse(text);
        return new GraphAnswer(response.StatusCode, json.RootElement.Clone(), response.Headers);
    }

    /// <summary>The value at a path of names and indices, such as <c>learner.progress.state</c>.</summary>
    public JsonElement At(string path) => path.Split('.').Aggregate(
        Body.GetProperty("data"),
        (value, step) => int.TryParse(step, out var index) ? value[index] : value.GetProperty(step));

    /// <summary>The value as text; null for null.</summary>
    public string? Text(string path) => At(path).ToString() is { Length: > 0 } text ? text : null;

    /// <summary>The response as it came, for messages.</summary>
    public override string ToString() => $"{(int)Status} {Body}";
}
