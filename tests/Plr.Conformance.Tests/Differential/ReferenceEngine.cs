using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace Plr.Conformance.Tests.Differential;

/// <summary>The reference implementation, in one process of its own for many cases.</summary>
internal sealed class ReferenceEngine : IDisposable
{
    // A case takes milliseconds; one that hangs shall not hold up the tests for ever.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly Process process;

    private ReferenceEngine(Process process) => this.process = process;

    public static async Task<ReferenceEngine> StartAsync()
    {
        var workspace = await NodeWorkspace.InstallAsync("tests/Plr.Conformance.Tests/Differential");
        return new ReferenceEngine(Process.Start(new ProcessStartInfo("node", ["answer.mjs"])
        {
            WorkingDirectory = workspace.PathOf(""),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        })!); // A process is always started: the shell is not used.
    }

    /// <summary>All responses to a case, in their order.</summary>
    public async Task<IReadOnlyList<JsonObject>> AnswerAsync(DifferentialCase asked)
    {
        await process.StandardInput.WriteLineAsync(asked.ToLine());
        await process.StandardInput.FlushAsync();
        var line = await process.StandardOutput.ReadLineAsync().WaitAsync(Patience)
            ?? throw new InvalidOperationException($"the reference ended at {asked}");
        var answer = JsonNode.Parse(line)!.AsObject(); // It writes no null.
        return answer["failure"] is { } failure
            ? throw new InvalidOperationException($"the reference failed: {failure}\n{asked}")
            : [.. answer["responses"]!.AsArray().Select(response => response!.AsObject())]; // Both are always there.
    }

    public void Dispose()
    {
        process.StandardInput.Close(); // Its loop ends, and so does it.
        if (!process.WaitForExit(Patience))
        {
            process.Kill();
        }

        process.Dispose();
    }
}
