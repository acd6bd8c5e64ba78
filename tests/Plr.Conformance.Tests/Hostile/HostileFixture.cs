using Plr.Benchmarks.Hostile;
using Plr.Testing;

namespace Plr.Conformance.Tests.Hostile;

#pragma warning disable CA1001 // xunit calls DisposeAsync.
/// <summary>One server for all attacks, on a database with the demonstration in it: whatever one attack breaks, the next ones find.</summary>
public sealed class HostileFixture : IAsyncLifetime
#pragma warning restore CA1001
{
    private readonly TestDatabase database = new(DatabaseTemplate.Demonstration);
    private readonly string dataDirectory = Directory.CreateTempSubdirectory("plr-hostile-").FullName;
    private HostileServer? server;
    private TransportClient? client;

    internal HostileServer Server => server ?? throw new InvalidOperationException("not started");

    internal TransportClient Client => client ?? throw new InvalidOperationException("not started");

    public async Task InitializeAsync()
    {
        await database.CreateAsync();
        server = await HostileServer.StartAsync(database.ConnectionString, dataDirectory, "http://127.0.0.1:0", CancellationToken.None);
        client = new TransportClient(server.Address);
    }

    public async Task DisposeAsync()
    {
        client?.Dispose();
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        await database.DisposeAsync();
        Directory.Delete(dataDirectory, recursive: true);
    }
}
