using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Plr.Benchmarks.Comparison;
using Plr.Benchmarks.Seeding;
using Plr.Benchmarks.Serving.Floor;
using Plr.Benchmarks.Serving.Plain;
using Plr.Testing;

namespace Plr.Conformance.Tests.Benchmarks;

/// <summary>A ratio to the floor means something only while both servers give the same answer.</summary>
public sealed class SameBytesTests(PostgresFixture database) : IClassFixture<PostgresFixture>, IAsyncLifetime
{
    private const string AnyPort = "http://127.0.0.1:0";
    private WebApplication floor = null!; // Both made in InitializeAsync, before any test.
    private WebApplication plain = null!;

    public async Task InitializeAsync()
    {
        await Seeder.SeedAsync(database.ConnectionString, CancellationToken.None);
        floor = FloorServer.Create(database.ConnectionString, AnyPort);
        plain = PlainServer.Create(database.ConnectionString, AnyPort);
        await Task.WhenAll(floor.StartAsync(), plain.StartAsync());
    }

    public async Task DisposeAsync()
    {
        await floor.DisposeAsync();
        await plain.DisposeAsync();
    }

    [Theory]
    [InlineData("""{"query":"{ hello }"}""", "world")]
    [InlineData("""{"query":"query Learner($uln: String!) { learner(uln: $uln) { uln achievements { awardedOn unit { code title credit level } } } }","variables":{"uln":"1000000007"}}""", "1000000007")]
    [InlineData("""{"query":"query Learners($first: Int) { learners(first: $first) { uln achievements { awardedOn unit { code title credit level } } } }","variables":{"first":50}}""", "1000000049")]
    public async Task The_engine_and_the_floor_give_the_same_bytes(string request, string contained)
    {
        var expected = await PostAsync(floor, request);
        Assert.Contains(contained, expected, StringComparison.Ordinal);
        Assert.Equal(expected, await PostAsync(plain, request));
    }

    [Fact] // A connection that is closed after each answer would be measured with it.
    public async Task The_web_server_alone_gives_the_same_bytes_for_hello_and_keeps_the_connection()
    {
        var connections = 0;
        using var handler = new SocketsHttpHandler { ConnectCallback = ConnectAsync };
        using var client = new HttpClient(handler);
        var target = new Target("kestrel", new Uri(floor.Urls.Single() + FloorServer.BarePath), null, null, Operation.All[0].Bodies());
        foreach (var _ in Enumerable.Range(0, 3))
        {
            Assert.Equal(await PostAsync(plain, """{"query":"{ hello }"}"""), Encoding.UTF8.GetString(await target.AskAsync(client, 0, CancellationToken.None)));
        }

        Assert.Equal(1, connections);

        async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
        {
            connections++;
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(context.DnsEndPoint, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
    }

    private static async Task<string> PostAsync(WebApplication server, string request)
    {
        using var client = new HttpClient();
        using var content = new StringContent(request, Encoding.UTF8, "application/json");
        client.DefaultRequestHeaders.Add("Accept", "application/graphql-response+json");
        using var response = await client.PostAsync(server.Urls.Single() + "/graphql", content);
        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }
}
