using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Plr.Host.SignIn;
using Plr.Storage;
using Plr.Storage.Catalogue;

namespace Plr.Benchmarks.Serving.Floor;

/// <summary>Serves <see cref="ConsentedFloor"/> on a database of the product's, with the product's pools, tokens, catalogue and disclosure log.</summary>
internal sealed class ConsentedFloorServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly PlrDatabase database;
    private readonly CatalogueSource catalogue;

    private ConsentedFloorServer(WebApplication app, PlrDatabase database, CatalogueSource catalogue) =>
        (this.app, this.database, this.catalogue) = (app, database, catalogue);

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Address => app.Urls.Single();

    public static async Task RunAsync(string connectionString, string urls, string dataDirectory, CancellationToken stop)
    {
        await using var server = await StartAsync(connectionString, urls, dataDirectory, stop);
        Console.WriteLine($"consented-floor listens on {urls}/graphql");
        await server.app.WaitForShutdownAsync(stop);
    }

    /// <param name="dataDirectory">Where the development key is.</param>
    public static async Task<ConsentedFloorServer> StartAsync(string connectionString, string urls, string dataDirectory, CancellationToken stop)
    {
        var database = new PlrDatabase(connectionString);
        var catalogue = await CatalogueSource.StartAsync(database, stop);
        var tokens = new TokenReader(new DevelopmentTokenKeys(DevelopmentKey.Ensure(dataDirectory)), TimeProvider.System);
        var app = ServerProcess.CreateBuilder(urls).Build();
        app.MapPost("/graphql", new ConsentedFloor(database, catalogue, tokens, TimeProvider.System).AnswerAsync);
        await app.StartAsync(stop);
        return new ConsentedFloorServer(app, database, catalogue);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await catalogue.DisposeAsync();
        await database.DisposeAsync();
    }
}
