using Plr.Host.Configuration;
using Plr.Storage;
using Plr.Storage.Embedded;

namespace Plr.Host.Database;

/// <summary>The database this process works on: the one named, else the private one, which it then starts and at the end leaves.</summary>
public sealed class OpenedDatabase : IAsyncDisposable
{
    private readonly EmbeddedCluster? cluster;

    private OpenedDatabase(PlrDatabase database, EmbeddedCluster? cluster)
    {
        Database = database;
        this.cluster = cluster;
    }

    /// <summary>The database.</summary>
    public PlrDatabase Database { get; }

    /// <summary>Where it is, for people: never a password.</summary>
    public string Place => cluster is null ? "the server that `ConnectionStrings__Plr` names" : $"the private PostgreSQL in {cluster.DataDirectory}";

    /// <summary>Finds or starts it.</summary>
    /// <exception cref="EmbeddedDatabaseException">The private database cannot be had.</exception>
    /// <exception cref="RefusedException">The connection string cannot be read.</exception>
    public static async Task<OpenedDatabase> OpenAsync(PlrConfiguration configuration, CancellationToken cancellationToken)
    {
        if (configuration.ConnectionString is { } named)
        {
            return new OpenedDatabase(Connect(named), null);
        }

        var cluster = await EmbeddedCluster.StartAsync(
            new EmbeddedClusterOptions { DataDirectory = configuration.DataDirectory, PackageDirectory = configuration.PackageDirectory }, cancellationToken);
        return new OpenedDatabase(new PlrDatabase(cluster.ConnectionString), cluster);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        if (cluster is not null)
        {
            await cluster.DisposeAsync();
        }
    }

    private static PlrDatabase Connect(string connectionString)
    {
        try
        {
            return new PlrDatabase(connectionString);
        }
        catch (ArgumentException unreadable)
        {
            // The driver's words could repeat a password: they are not shown.
            throw new RefusedException(
                "`ConnectionStrings__Plr` cannot be read; it looks like `Host=db.example.org;Username=plr;Password=...;Database=plr`", unreadable);
        }
    }
}
