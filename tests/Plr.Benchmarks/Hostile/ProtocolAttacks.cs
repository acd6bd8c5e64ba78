using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Plr.GraphQL;
using Plr.GraphQL.AspNetCore.Http;

namespace Plr.Benchmarks.Hostile;

/// <summary>Classes D and E, and the rows of others that are about HTTP: what attacks the protocols that carry operations.</summary>
internal static partial class ProtocolAttacks
{
    private const string Harmless = "{\"query\":\"{viewer{kind}}\"}";
    private const string Head = "POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nAccept: application/graphql-response+json\r\n";

    public static IReadOnlyDictionary<string, ProtocolAttack> All { get; } = new ProtocolAttack[]
    {
        new("A17b", "a body announced as UTF-16", "415", (server, stop) => PostAsync(server, Harmless, "application/json; charset=utf-16", 415, HttpErrorCodes.CharsetUnsupported, stop)),
        new("C10", "an array of 11", "400", BatchOfElevenAsync),
        new("C16", "100 clients leave in the middle of a query", "nothing", LeaveAsync),
        new("C19", "a hash that is not the document's", "400", WrongHashAsync),
        new("C19b", "300 documents registered by strangers", "bounded by bytes, each is as good as any", RegisterAsync),
        new("D01", "GET: a query is answered, a mutation and a page of another site are not", "200, 405, 403", GetAsync),
        new("D03", "a form", "415", (server, stop) => PostAsync(server, "query={viewer{kind}}", "application/x-www-form-urlencoded", 415, HttpErrorCodes.ContentTypeUnsupported, stop)),
        new("D04", "JSON as plain text", "415", (server, stop) => PostAsync(server, Harmless, "text/plain", 415, HttpErrorCodes.ContentTypeUnsupported, stop)),
        new("D06", "10 KB of gzip that are 10 MB", "415", BombAsync),
        new("D07", "a chunked body without end", "413 and close", EndlessBodyAsync),
        new("D09", "a body of one byte and then none", "408 and close", SlowBodyAsync),
        new("D10", "1,000 connections that say nothing", "others are served", IdleAsync),
        new("D12", "HTTP/2 frames on a plain connection", "GOAWAY, HTTP_1_1_REQUIRED", (server, stop) =>
            ExpectRawAsync(server, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + Text.Repeat("\0\0\u0004\u0009\0\0\0\0\u0001abcd", 1_000), "\0\0\b\u0007\0\0\0\0\0\0\0\0\0\0\0\0\r", stop)),
        new("D13", "a bare line feed in a chunk's extension", "400 and close", (server, stop) =>
            ExpectRawAsync(server, $"{Head}Transfer-Encoding: chunked\r\n\r\n1;\n{{\r\n0\r\n\r\n{Head}\r\n", "HTTP/1.1 400 ", stop)),
        new("D13b", "a length and chunks together", "one answer", (server, stop) => ExpectRawAsync(
            server, $"{Head}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "HTTP/1.1 400 ", stop)),
        new("D13c", "chunked, identity", "400 and close", (server, stop) =>
            ExpectRawAsync(server, $"{Head}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n", "HTTP/1.1 400 ", stop)),
        new("D18", "a browser's Accept", "406 and no page", HtmlAsync),
        new("D19", "headers and extensions that ask for traces", "no word of them", TraceAsync),
        new("D21", "a page of another origin", "no leave", OriginAsync),
    }.Concat(OverSockets).ToDictionary(attack => attack.Id, StringComparer.Ordinal);

    private static async Task<string?> PostAsync(Uri server, string body, string contentType, int status, string code, CancellationToken stop, string? encoding = null)
    {
        using var client = new TransportClient(server);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new ByteArrayContent(Encoding.Latin1.GetBytes(body)) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        if (encoding is not null)
        {
            request.Content.Headers.ContentEncoding.Add(encoding);
        }

        return Expect(await client.SendAsync(request, stop), status, code);
    }

    private static string? Expect(Reply reply, int status, string? code) =>
        reply.Status == status && (code is null || reply.Errors.First == code) ? null : $"status {reply.Status}: {reply.Body}";

    private static async Task<string?> ExpectRawAsync(Uri server, string request, string start, CancellationToken stop)
    {
        var answer = await RawConnection.ExchangeAsync(server, request, stop);
        return answer.StartsWith(start, StringComparison.Ordinal) && answer.IndexOf("HTTP/1.1", 1, StringComparison.Ordinal) < 0 ? null : answer;
    }

    private static async Task<string?> BatchOfElevenAsync(Uri server, CancellationToken stop)
    {
        using var client = new TransportClient(server);
        var body = $"[{string.Join(',', Enumerable.Repeat(Harmless, 11))}]";
        return Expect(await client.PostAsync(Encoding.UTF8.GetBytes(body), stop), 400, HttpErrorCodes.LimitBatchEntries);
    }

    private static async Task<string?> LeaveAsync(Uri server, CancellationToken stop)
    {
        var body = Encoding.UTF8.GetString(Payload.Of("{qualifications(first:100){nodes{title awardingOrganisation{qualifications(first:10){nodes{title}}}}}}").ToJson());
        for (var i = 0; i < 100; i++)
        {
            using var connection = await RawConnection.OpenAsync(server, stop);
            await connection.SendAsync($"{Head}Content-Length: {body.Length}\r\n\r\n{body}", stop);
            connection.Reset();
        }

        return null;
    }

    private static async Task<string?> WrongHashAsync(Uri server, CancellationToken stop)
    {
        using var client = new TransportClient(server);
        var body = $"{{\"query\":\"{{viewer{{kind}}}}\",\"extensions\":{{\"persistedQuery\":{{\"version\":1,\"sha256Hash\":\"{new string('a', 64)}\"}}}}}}";
        return Expect(await client.PostAsync(Encoding.UTF8.GetBytes(body), stop), 400, ErrorCodes.PersistedQueryHashMismatch);
    }

    private static async Task<string?> RegisterAsync(Uri server, CancellationToken stop)
    {
        using var client = new TransportClient(server);
        for (var i = 0; i < 300; i++)
        {
            var payload = Payload.Of(string.Create(CultureInfo.InvariantCulture, $"{{viewer{{a{i}:kind}}}} #{new string(' ', 10_000)}"));
            if (Expect(await client.SendAsync(Transport.Persisted, payload, stop), 200, code: null) is { } wrong)
            {
                return wrong;
            }
        }

        return null;
    }

    private static async Task<string?> GetAsync(Uri server, CancellationToken stop)
    {
        const string Mutation = "mutation{revokePermission(input:{id:\"x\"}){__typename}}";
        return Expect(await SendAsync("{viewer{kind}}", "none"), 200, code: null)
            ?? Expect(await SendAsync("{viewer{kind}}", "cross-site"), 403, HttpErrorCodes.CrossSiteRefused)
            ?? Expect(await SendAsync(Mutation, "none"), 405, ErrorCodes.OperationNotAllowed);

        async Task<Reply> SendAsync(string document, string site)
        {
            using var client = new TransportClient(server);
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/graphql?query={Uri.EscapeDataString(document)}");
            request.Headers.Accept.ParseAdd("application/graphql-response+json");
            request.Headers.Add("Sec-Fetch-Site", site);
            return await client.SendAsync(request, stop);
        }
    }

    private static Task<string?> BombAsync(Uri server, CancellationToken stop)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(new byte[10_000_000]);
        }

        return PostAsync(server, Encoding.Latin1.GetString(packed.ToArray()), "application/json", 415, HttpErrorCodes.ContentEncodingUnsupported, stop, "gzip");
    }

    private static async Task<string?> EndlessBodyAsync(Uri server, CancellationToken stop)
    {
        using var connection = await RawConnection.OpenAsync(server, stop);
        var reading = connection.ReadToEndAsync(stop);
        var goesOn = await connection.SendAsync($"{Head}Transfer-Encoding: chunked\r\n\r\n", stop);
        for (var sent = 0; goesOn && sent < 256 && !reading.IsCompleted; sent++)
        {
            goesOn = await connection.SendAsync($"10000\r\n{new string(' ', 0x10000)}\r\n", stop);
        }

        var answer = await reading;
        return answer.StartsWith("HTTP/1.1 413 ", StringComparison.Ordinal) && answer.Contains("Connection: close", StringComparison.Ordinal) ? null : answer;
    }

    private static async Task<string?> SlowBodyAsync(Uri server, CancellationToken stop)
    {
        var answer = await RawConnection.ExchangeAsync(server, $"{Head}Content-Length: 1000\r\n\r\n{{", stop);
        return answer.StartsWith("HTTP/1.1 408 ", StringComparison.Ordinal) ? null : answer;
    }

    private static async Task<string?> IdleAsync(Uri server, CancellationToken stop)
    {
        var idle = new List<RawConnection>();
        try
        {
            for (var i = 0; i < 1_000; i++)
            {
                idle.Add(await RawConnection.OpenAsync(server, stop));
            }

            using var bystander = new Bystander(server);
            await bystander.AskAsync(stop);
            return bystander.Errors.FirstOrDefault();
        }
        finally
        {
            idle.ForEach(connection => connection.Dispose());
        }
    }

    private static async Task<string?> HtmlAsync(Uri server, CancellationToken stop)
    {
        using var client = new TransportClient(server);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={viewer{kind}}");
        request.Headers.Accept.ParseAdd("text/html");
        using var page = new HttpRequestMessage(HttpMethod.Get, "/graphql/");
        page.Headers.Accept.ParseAdd("text/html");
        return Expect(await client.SendAsync(request, stop), 406, HttpErrorCodes.NotAcceptable)
            ?? (await client.SendAsync(page, stop) is { Status: (int)HttpStatusCode.OK } served ? served.Body : null);
    }

    private static async Task<string?> TraceAsync(Uri server, CancellationToken stop)
    {
        using var client = new TransportClient(server);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent("""{"query":"{viewer{kind}}","extensions":{"tracing":true}}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Apollo-Tracing", "1");
        request.Headers.Add("GraphQL-Plan", "report");
        request.Headers.Add("apollo-federation-include-trace", "ftv1");
        var reply = await client.SendAsync(request, stop);
        return reply is { Status: 200, Body: """{"data":{"viewer":{"kind":null}}}""" } ? null : reply.Body;
    }

    private static async Task<string?> OriginAsync(Uri server, CancellationToken stop)
    {
        using var client = new TransportClient(server);
        using var request = new HttpRequestMessage(HttpMethod.Options, "/graphql");
        request.Headers.Add("Origin", "https://evil.example");
        request.Headers.Add("Access-Control-Request-Method", "POST");
        var reply = await client.SendAsync(request, stop);
        return reply.Headers.Contains("Access-Control", StringComparison.OrdinalIgnoreCase) ? reply.Headers : null;
    }
}
