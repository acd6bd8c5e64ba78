using System.Diagnostics;
using System.Text;

namespace Plr.Host.Tests.Commands;

/// <summary>The built program, run as a process of its own.</summary>
internal static class PlrProcess
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>The program's file beside the tests.</summary>
    public static string File { get; } = Path.Combine(AppContext.BaseDirectory, "plr.dll");

    /// <summary>Runs one command to its end.</summary>
    public static async Task<PlrOutcome> RunAsync(IReadOnlyDictionary<string, string>? environment, params string[] arguments)
    {
        using var process = Start(environment, arguments);
        using var patience = new CancellationTokenSource(Limit);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var error = process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return new PlrOutcome(process.ExitCode, await output, await error);
    }

    /// <summary>Starts it; whoever calls stops it.</summary>
    public static Process Start(IReadOnlyDictionary<string, string>? environment, params string[] arguments) =>
        Process.Start(StartInfo(environment, arguments)) ?? throw new InvalidOperationException("dotnet did not start");

    public static ProcessStartInfo StartInfo(IReadOnlyDictionary<string, string>? environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [File, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var name in new[] { "ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT", "ASPNETCORE_URLS", "ConnectionStrings__Plr", "Plr__DataDirectory" })
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_ENVIRONMENT"] = "Development";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
