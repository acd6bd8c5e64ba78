using Plr.Host.Serving;

namespace Plr.Benchmarks.Serving.Graph;

/// <summary>The whole product: sign-in, consent, rules, disclosure log.</summary>
internal static class GraphServer
{
    /// <summary>Where the development key is.</summary>
    public static string DataDirectory => Path.GetFullPath(Path.Combine(".plr", "benchmarks"));

    public static async Task RunAsync(string connectionString, string urls, CancellationToken stop)
    {
        await using var server = await StartAsync(connectionString, urls, DataDirectory, stop);
        Console.WriteLine($"graph listens on {urls}/graphql");
        await server.WaitAsync(stop);
    }

    public static Task<PlrServer> StartAsync(string connectionString, string urls, string dataDirectory, CancellationToken stop)
    {
        var settings = new Dictionary<string, string?>
        {
            ["ConnectionStrings:Plr"] = connectionString,
            ["Plr:DataDirectory"] = dataDirectory,
            ["Plr:Ide"] = "false",
        };
        return PlrServer.StartAsync(new ServeOptions { EnvironmentName = "Development", Urls = urls, Settings = settings }, stop);
    }
}
