using System.Diagnostics;
using System.Text.Json;
using Plr.Storage.Embedded;
using Plr.Testing;

namespace Plr.Host.Tests.Browser;

/// <summary>Chromium, driven by <c>walk.mjs</c> with playwright-core of exactly the version in <c>package.json</c>.</summary>
internal static class BrowserWalk
{
    private const string Driver = "playwright-core";
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>What to do where there is no browser.</summary>
    public const string Remedy =
        "no Chromium on PATH, so nothing was looked at in a browser; install it (Debian: apt-get install chromium), or name one in PLR_CHROMIUM";

    /// <summary>Where the pictures go.</summary>
    public static string Pictures => RepositoryRoot.Combine("artifacts", "browser");

    /// <summary>The browser's program; null when there is none.</summary>
    public static string? FindChromium() =>
        Environment.GetEnvironmentVariable("PLR_CHROMIUM") is { Length: > 0 } named
            ? named
            : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
                .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
                .FirstOrDefault(File.Exists);

    /// <summary>Walks, and returns what it saw.</summary>
    public static async Task<JsonElement> RunAsync(string chromium, string address, string persona)
    {
        Directory.CreateDirectory(Pictures);
        var profile = Directory.CreateTempSubdirectory("plr-browser").FullName;
        try
        {
            var script = await PlaceScriptAsync();
            var settings = JsonSerializer.Serialize(new { chromium, address, profile, pictures = Pictures, persona });
            return JsonSerializer.Deserialize<JsonElement>(await RunNodeAsync(script, settings));
        }
        finally
        {
            Directory.Delete(profile, recursive: true);
        }
    }

    // Node finds packages from the script's folder upwards, so the script is laid beside its package.
    private static async Task<string> PlaceScriptAsync()
    {
        var here = RepositoryRoot.Combine("tests", "Plr.Host.Tests", "Browser");
        using var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(here, "package.json")));
        var version = manifest.RootElement.GetProperty("dependencies").GetProperty(Driver).GetString()!; // The file names it.
        var package = await NpmPackage.EnsureAsync(Driver, version, TestCluster.PackageDirectory, CancellationToken.None);
        var script = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(package))!, "walk.mjs"); // node_modules has a parent.
        File.Copy(Path.Combine(here, "walk.mjs"), script, overwrite: true);
        return script;
    }

    private static async Task<string> RunNodeAsync(string script, string settings)
    {
        using var node = Process.Start(new ProcessStartInfo("node", [script, settings]) { RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new InvalidOperationException("node did not start");
        using var patience = new CancellationTokenSource(Limit);
        var output = node.StandardOutput.ReadToEndAsync(patience.Token);
        var error = node.StandardError.ReadToEndAsync(patience.Token);
        await node.WaitForExitAsync(patience.Token);
        Assert.True(node.ExitCode == 0, await error);
        return await output;
    }
}
