using Plr.Host.Serving;

namespace Plr.Benchmarks.Serving.Graph;

/// <summary>The whole product: sign-in, consent, rules, disclosure log.</summary>
internal static class GraphServer
{
    /// <summary>Where the development key is.</summary>
    public static string DataDirectory => Path.GetFullPath(Path.Combine(".plr", "benchmarks"));

    public static async Task RunAsync(string connectionString, string urls, CancellationToken stop)
    {
        var settings = new Dictionary<string, string?>
        {
            ["ConnectionStrings:Plr"] = connectionString,
            ["Plr:DataDirectory"] = DataDirectory,
            ["Plr:Ide"] = "false",
        };
        await using var server = await PlrServer.StartAsync(new ServeOptions { EnvironmentName = "Development", Urls = urls, Settings = settings }, stop);
        Console.WriteLine($"graph listens on {urls}/graphql");
        await server.WaitAsync(stop);
    }
}
