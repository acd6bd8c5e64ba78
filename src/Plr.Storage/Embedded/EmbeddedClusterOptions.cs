namespace Plr.Storage.Embedded;

/// <summary>Where the private PostgreSQL cluster lives and how it treats the disk.</summary>
public sealed record EmbeddedClusterOptions
{
    /// <summary>Directory of everything the cluster keeps; made when missing. The host uses <c>.plr</c>.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Directory of downloaded packages; null means <c>packages</c> in <see cref="DataDirectory"/>.</summary>
    public string? PackageDirectory { get; init; }

    /// <summary>False gives up durability for speed: for tests only. A crash of the machine may then lose everything.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>Most simultaneous connections, at least 10.</summary>
    public int MaxConnections { get; init; } = 200;

    /// <summary>How long to wait for another process's start, for crash recovery and for a stop.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);
}
