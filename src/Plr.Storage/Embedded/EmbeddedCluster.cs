namespace Plr.Storage.Embedded;

/// <summary>A private PostgreSQL server on 127.0.0.1, shared by every process that names the same directory.</summary>
/// <remarks>
/// The first to start it starts the server; others find it and use it; the last to leave stops it. A process that dies without leaving
/// counts as having left, and the next start takes over the server it left running. A crash leaves no file that blocks the next start.
/// </remarks>
public sealed class EmbeddedCluster : IAsyncDisposable, IDisposable
{
    private static readonly TimeSpan Courtesy = TimeSpan.FromSeconds(5);
    private readonly ClusterDirectory directory;
    private readonly ClusterServer server;
    private FileStream? place;

    private EmbeddedCluster(
        ClusterDirectory directory, ClusterServer server, FileStream place, string connectionString, bool startedHere)
    {
        this.directory = directory;
        this.server = server;
        this.place = place;
        ConnectionString = connectionString;
        StartedHere = startedHere;
        AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
    }

    /// <summary>For the superuser <c>plr</c> and the database <c>plr</c>; short connect timeout. Holds a password: not for the log.</summary>
    public string ConnectionString { get; }

    /// <summary>False when the server was already running.</summary>
    public bool StartedHere { get; }

    /// <summary>Where the data is in truth, which differs from the directory asked for when root had to move it to a place that the server's account can reach.</summary>
    public string DataDirectory => directory.Data;

    /// <summary>Finds the running server or starts it; the first time of all it fetches the programs and makes the data.</summary>
    /// <exception cref="EmbeddedDatabaseException">With cause and remedy.</exception>
    public static async Task<EmbeddedCluster> StartAsync(EmbeddedClusterOptions options, CancellationToken cancellationToken)
    {
        var account = ServerAccount.Choose();
        var root = account.Reachable(options.DataDirectory);
        var directory = new ClusterDirectory(root);
        try
        {
            account.MakePassable(root);
            account.MakePassable(directory.Home);
        }
        catch (UnauthorizedAccessException closed)
        {
            throw new EmbeddedDatabaseException(
                $"`{root}` can not be written; name another place with `Plr__DataDirectory`", closed);
        }

        using var starting = await FileLock.ExclusiveAsync(directory.StartLock, options.Patience, cancellationToken);
        var packages = account.Reachable(options.PackageDirectory ?? Path.Combine(root, "packages"));
        var binaries = await PostgresBinaries.FindAsync(packages, account, directory.DataMajor(), cancellationToken);
        var server = new ClusterServer(directory, binaries, account, options);
        var place = FileLock.Shared(directory.UserLock);
        try
        {
            var (connectionString, startedHere) = await server.EnsureRunningAsync(cancellationToken);
            return new EmbeddedCluster(directory, server, place, connectionString, startedHere);
        }
        catch
        {
            await place.DisposeAsync();
            throw;
        }
    }

    /// <summary>Leaves the server; the last to leave stops it and waits until it has stopped. Leaving twice is harmless.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref place, null) is not { } held)
        {
            return;
        }

        AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;
        held.Dispose();
        using var stopping = FileLock.Exclusive(directory.StartLock, Courtesy);
        if (stopping is null)
        {
            return; // Somebody is starting it, and will be the last to leave.
        }

        using var alone = FileLock.TryExclusive(directory.UserLock);
        if (alone is not null)
        {
            server.Stop();
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void OnProcessExit(object? sender, EventArgs e) => Dispose();
}
