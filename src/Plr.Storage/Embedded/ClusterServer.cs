using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Plr.Storage.Embedded;

/// <summary>Makes, starts and stops the server of one directory. The caller holds the start lock.</summary>
internal sealed class ClusterServer(
    ClusterDirectory directory, PostgresBinaries binaries, ServerAccount account, EmbeddedClusterOptions options)
{
    private const string User = "plr";
    private const string Database = "plr";
    private const int BuiltinLocaleMajor = 17;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>The running server's connection string, and whether it was started now.</summary>
    public async Task<(string ConnectionString, bool StartedHere)> EnsureRunningAsync(CancellationToken cancellationToken)
    {
        if (await FindRunningAsync(cancellationToken) is { } running)
        {
            return (running, false);
        }

        if (directory.DataMajor() is null)
        {
            Initialise();
        }

        await StartAsync(cancellationToken);
        var connectionString = Connection(directory.KeptPort() ?? throw new UnreachableException("a started server has a port"));
        await EnsureDatabaseAsync(connectionString, cancellationToken);
        return (connectionString, true);
    }

    /// <summary>Ends every session and stops the server, everything written.</summary>
    public void Stop() => account.Run(binaries["pg_ctl"], "stop", "-D", directory.Data, "-m", "fast", "-t", Seconds(options.Patience));

    /// <summary>The server that this directory's lock file names, once it answers; null when that process is gone.</summary>
    private async Task<string?> FindRunningAsync(CancellationToken cancellationToken)
    {
        var waited = Stopwatch.StartNew();
        while (ReadPostmaster() is { } postmaster)
        {
            if (!IsPostgres(postmaster.ProcessId))
            {
                File.Delete(directory.PostmasterFile); // Left by a crash; its number may by now be another program's.
                return null;
            }

            if (postmaster.Port is { } port && await AnswersAsync(Connection(port), cancellationToken))
            {
                return Connection(port);
            }

            if (waited.Elapsed > options.Patience)
            {
                throw new EmbeddedDatabaseException(
                    $"process {postmaster.ProcessId} is this directory's PostgreSQL but does not answer; end it and start again, and read `{directory.Log}`");
            }

            await Task.Delay(Pause, cancellationToken); // Starting, recovering or stopping.
        }

        return null;
    }

    private (int ProcessId, int? Port)? ReadPostmaster()
    {
        const int PortLine = 3;
        try
        {
            var lines = File.ReadAllLines(directory.PostmasterFile);
            return lines.Length > 0 && int.TryParse(lines[0], CultureInfo.InvariantCulture, out var id)
                ? (id, lines.Length > PortLine && int.TryParse(lines[PortLine], CultureInfo.InvariantCulture, out var port) ? port : null)
                : (0, null);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static bool IsPostgres(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.ProcessName.StartsWith("postgres", StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Whether the server takes our password and serves our directory.</summary>
    private async Task<bool> AnswersAsync(string connectionString, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection(Unpooled(connectionString, Database));
            await connection.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand("SHOW data_directory", connection);
            return Path.GetFileName((string?)await command.ExecuteScalarAsync(cancellationToken)) == Path.GetFileName(directory.Data);
        }
        catch (NpgsqlException)
        {
            return false; // Not yet up, or not ours; the caller waits or gives up with a message.
        }
    }

    private void Initialise()
    {
        if (Directory.Exists(directory.DataInTheMaking))
        {
            Directory.Delete(directory.DataInTheMaking, recursive: true);
        }

        Directory.CreateDirectory(directory.DataInTheMaking);
        Directory.CreateDirectory(directory.LogDirectory);
        var passwordFile = Path.Combine(directory.LogDirectory, "initial-password");
        ClusterDirectory.WritePrivately(passwordFile, directory.Password());
        account.Own(directory.DataInTheMaking);
        account.Own(directory.LogDirectory);
        string[] locale = binaries.Major >= BuiltinLocaleMajor
            ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
            : ["--no-locale"];
        var made = account.Run(binaries["initdb"],
        [
            "-D", directory.DataInTheMaking, "-U", User, "--encoding=UTF8", "--auth=scram-sha-256", $"--pwfile={passwordFile}", "--no-sync", .. locale,
        ]);
        File.Delete(passwordFile);
        if (!made.Succeeded)
        {
            throw new EmbeddedDatabaseException($"`initdb` could not make the database in `{directory.Data}`: {made.Output}");
        }

        File.AppendAllText(Path.Combine(directory.DataInTheMaking, "postgresql.conf"), "\ninclude_if_exists 'plr.conf'\n");
        Directory.Move(directory.DataInTheMaking, directory.Data);
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            WriteSettings(directory.FreePort());
            var started = account.Run(
                binaries["pg_ctl"], "start", "-D", directory.Data, "-l", directory.Log, "-w", "-t", Seconds(options.Patience));
            if (started.Succeeded)
            {
                return;
            }

            // The port may have been taken meanwhile, or workers of a killed server still hold its memory: both pass.
            if (waited.Elapsed > options.Patience || !Passes(LastOfLog()))
            {
                throw new EmbeddedDatabaseException($"PostgreSQL did not start in `{directory.Data}`. Its log `{directory.Log}` ends: {LastOfLog()}");
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    private static bool Passes(string log) =>
        log.Contains("shared memory", StringComparison.Ordinal) || log.Contains("could not create any TCP/IP sockets", StringComparison.Ordinal)
        || log.Contains("lock file", StringComparison.Ordinal);

    private string LastOfLog() => File.Exists(directory.Log) ? string.Join(" | ", File.ReadLines(directory.Log).TakeLast(6)) : "";

    private void WriteSettings(int port)
    {
        var durability = options.Durable ? "" : "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n";
        File.WriteAllText(
            directory.Settings,
            $"listen_addresses = '127.0.0.1'\nport = {port}\nunix_socket_directories = ''\nmax_connections = {options.MaxConnections}\n"
            + $"shared_buffers = '256MB'\nlog_line_prefix = '%m [%p] '\ntimezone = 'UTC'\n{durability}");
        account.Own(directory.Settings);
    }

    private static async Task EnsureDatabaseAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(Unpooled(connectionString, "postgres"));
        await connection.OpenAsync(cancellationToken);
        await using var exists = new NpgsqlCommand($"SELECT count(*) FROM pg_database WHERE datname = '{Database}'", connection);
        if ((long?)await exists.ExecuteScalarAsync(cancellationToken) == 0)
        {
            await using var create = new NpgsqlCommand($"CREATE DATABASE {Database}", connection);
            await create.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private string Connection(int port) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = port,
        Username = User,
        Password = directory.Password(),
        Database = Database,
        Timeout = 5,
        SslMode = SslMode.Disable,
        IncludeErrorDetail = false,
    }.ConnectionString;

    private static string Unpooled(string connectionString, string database) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, Database = database }.ConnectionString;

    private static string Seconds(TimeSpan time) => ((int)time.TotalSeconds).ToString(CultureInfo.InvariantCulture);
}
