using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Plr.Benchmarks.Serving;

/// <summary>What both servers share: Kestrel as it comes, no logging, one pool of prepared connections.</summary>
internal static class ServerProcess
{
    /// <summary>Connections to the database, of every server that is compared: more than this only contend for the cores of the database.</summary>
    public const int PoolSize = 16;

    public static WebApplicationBuilder CreateBuilder(string urls)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(urls);
        builder.Logging.ClearProviders();
        return builder;
    }

    public static WebApplicationBuilder CreateBuilder(string connectionString, string urls)
    {
        var builder = CreateBuilder(urls);
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 20, AutoPrepareMinUsages = 1, MaxPoolSize = PoolSize, NoResetOnClose = true };
        builder.Services.AddSingleton(NpgsqlDataSource.Create(settings));
        builder.Services.AddScoped<LearnerReader>();
        return builder;
    }

    public static async Task RunAsync(WebApplication app, string name, string urls, CancellationToken stop)
    {
        await app.StartAsync(stop);
        Console.WriteLine($"{name} listens on {urls}/graphql");
        await app.WaitForShutdownAsync(stop);
    }
}
