namespace Plr.Conformance.Tests.Protocol;

/// <summary><c>graphql-transport-ws</c>, as a client sees it from outside.</summary>
public sealed class SocketCheckTests : IAsyncLifetime
{
    private readonly StreamingServer server = StreamingServer.Make();

    public Task InitializeAsync() => server.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task Every_check_passes_and_nothing_is_left_open()
    {
        var workspace = await NodeWorkspace.InstallAsync("tests/Plr.Conformance.Tests/Protocol");
        var report = await workspace.RunAsync(
            "ws-check.mjs", server.Address.Replace("http:", "ws:", StringComparison.Ordinal), StreamingServer.Subscription);
        Assert.Contains("19 passed, 0 failed", report, StringComparison.Ordinal);
        await server.AllClosedAsync();
    }
}
