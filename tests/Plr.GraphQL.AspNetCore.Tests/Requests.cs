using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Plr.GraphQL.AspNetCore.Tests;

/// <summary>Requests as clients send them, and the parts of an answer that tests look at.</summary>
internal static class Requests
{
    public const string GraphQLResponse = "application/graphql-response+json";

    public static Task<Answer> PostAsync(this TestServer server, string body, string? accept = GraphQLResponse, string? contentType = "application/json") =>
        server.PostAsync(Encoding.UTF8.GetBytes(body), accept, contentType);

    public static async Task<Answer> PostAsync(
        this TestServer server, byte[] body, string? accept = GraphQLResponse, string? contentType = "application/json", string? contentEncoding = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new ByteArrayContent(body) };
        if (contentType is not null)
        {
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        }

        if (contentEncoding is not null)
        {
            request.Content.Headers.ContentEncoding.Add(contentEncoding);
        }

        return await server.SendAsync(request, accept);
    }

    public static async Task<Answer> GetAsync(this TestServer server, string pathAndQuery, string? accept = GraphQLResponse, string? site = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, pathAndQuery);
        if (site is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", site);
        }

        return await server.SendAsync(request, accept);
    }

    public static async Task<Answer> SendAsync(this TestServer server, HttpRequestMessage request, string? accept)
    {
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        using var response = await server.Client.SendAsync(request);
        return await Answer.ReadAsync(response);
    }

    public static string Query(string document) => JsonSerializer.Serialize(new { query = document });
}
