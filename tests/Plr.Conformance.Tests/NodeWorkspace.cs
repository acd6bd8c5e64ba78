using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Plr.Testing;

namespace Plr.Conformance.Tests;

/// <summary>A folder of node programs with a package.json of exact versions, installed once under artifacts/.</summary>
internal sealed class NodeWorkspace
{
    private const string Ready = ".installed";
    private readonly string folder;

    private NodeWorkspace(string folder) => this.folder = folder;

    /// <summary>Installs the packages where this package.json was not installed before; waits for another process that does.</summary>
    /// <param name="sources">The folder of package.json and the programs, from the root of the repository.</param>
    public static async Task<NodeWorkspace> InstallAsync(string sources)
    {
        var source = RepositoryRoot.Combine(sources.Split('/'));
        var manifest = await File.ReadAllBytesAsync(Path.Combine(source, "package.json"));
        var name = $"{Path.GetFileName(source).ToLowerInvariant()}-{Convert.ToHexStringLower(SHA256.HashData(manifest))[..12]}";
        var folder = RepositoryRoot.Combine("artifacts", "node", name);
        Directory.CreateDirectory(folder);
        await using (await LockAsync(Path.Combine(folder, ".lock")))
        {
            foreach (var file in Directory.EnumerateFiles(source).Where(file => Path.GetExtension(file) is ".json" or ".mjs" or ".cjs"))
            {
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
            }

            if (!File.Exists(Path.Combine(folder, Ready)))
            {
                await StartAsync(folder, "npm", ["install", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund"]);
                await File.WriteAllTextAsync(Path.Combine(folder, Ready), "");
            }
        }

        return new NodeWorkspace(folder);
    }

    /// <summary>Runs one program to its end and gives what it printed.</summary>
    public Task<string> RunAsync(string program, params string[] arguments) => StartAsync(folder, "node", [program, .. arguments]);

    /// <summary>Where a file of the workspace is, such as one that a package brings.</summary>
    public string PathOf(string path) => Path.Combine(folder, path);

    private static async Task<string> StartAsync(string folder, string command, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        })!; // A process is always started: the shell is not used.
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{command} failed with {process.ExitCode}: {await errors}\n{await output}");
        return await output;
    }

    private static async Task<FileStream> LockAsync(string path)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(100); // Another test process installs.
            }
        }
    }
}
