using Npgsql;
using Xunit;

namespace Plr.Testing;

/// <summary>A fresh database for one test class with the demonstration in it: <c>IClassFixture&lt;DemonstrationFixture&gt;</c>.</summary>
public sealed class DemonstrationFixture : IAsyncLifetime
{
    private readonly TestDatabase database = new(DatabaseTemplate.Demonstration);

    /// <summary>Of this class's own database.</summary>
    public string ConnectionString => database.ConnectionString;

    /// <summary>One pool for the class; closed with it.</summary>
    public NpgsqlDataSource DataSource => database.DataSource;

    public Task InitializeAsync() => database.CreateAsync();

    public async Task DisposeAsync() => await database.DisposeAsync();
}
