using Plr.Host.Commands;
using Plr.Host.Tests.Commands;
using Plr.Testing;

namespace Plr.Host.Tests.Resilience;

/// <summary>Outside Development the program refuses to start half-configured, and says what it lacks.</summary>
public sealed class ProductionTests : IAsyncLifetime
{
    private readonly TestDatabase database = new(DatabaseTemplate.Migrated);

    public Task InitializeAsync() => database.CreateAsync();

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public Task Without_issuer_and_audience_it_does_not_start() =>
        RefusedAsync("Authentication__Authority", []);

    [Fact]
    public Task Without_an_audience_it_does_not_start() =>
        RefusedAsync("Authentication__Audience", [("Authentication__Authority", "https://id.example.org")]);

    [Fact]
    public async Task With_migrations_missing_it_does_not_start()
    {
        var empty = await EmptyDatabaseAsync();
        await RefusedAsync("plr db migrate",
        [
            ("Authentication__Authority", "https://id.example.org"), ("Authentication__Audience", "plr"), ("ConnectionStrings__Plr", empty),
        ]);
    }

    [Fact]
    public async Task Migrate_brings_an_empty_database_up_to_date_and_status_says_so()
    {
        var environment = Production([("ConnectionStrings__Plr", await EmptyDatabaseAsync())]);
        var before = await PlrProcess.RunAsync(environment, "db", "status");
        Assert.Equal(ExitCode.Refused, before.ExitCode);
        Assert.Contains("missing: ", before.Output, StringComparison.Ordinal);
        var migrate = await PlrProcess.RunAsync(environment, "db", "migrate");
        Assert.Equal(("", ExitCode.Done), (migrate.Error, migrate.ExitCode));
        var after = await PlrProcess.RunAsync(environment, "db", "status");
        Assert.Equal(ExitCode.Done, after.ExitCode);
        Assert.DoesNotContain("missing: ", after.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=9;Username=plr;Password=secret;Database=plr")]
    [InlineData("This is no connection string; secret")]
    public async Task A_database_that_cannot_be_reached_is_refused_without_its_password(string connection)
    {
        var outcome = await PlrProcess.RunAsync(Production([("ConnectionStrings__Plr", connection)]), "db", "status");
        Assert.Equal(ExitCode.Refused, outcome.ExitCode);
        Assert.Contains("ConnectionStrings__Plr", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
    }

    private static async Task<string> EmptyDatabaseAsync()
    {
        var name = $"test_{DateTime.UtcNow:yyyyMMddHHmmss}_{Guid.NewGuid():n}";
        await TestCluster.ExecuteAsync($"CREATE DATABASE {name}");
        return await TestCluster.ConnectionStringAsync(name);
    }

    private async Task RefusedAsync(string says, (string Name, string Value)[] settings)
    {
        var outcome = await PlrProcess.RunAsync(Production([("ConnectionStrings__Plr", database.ConnectionString), .. settings]), "serve", "--urls", "http://127.0.0.1:0");
        Assert.Equal(ExitCode.Refused, outcome.ExitCode);
        Assert.Contains(says, outcome.Error, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Production((string Name, string Value)[] settings)
    {
        var environment = new Dictionary<string, string> { ["DOTNET_ENVIRONMENT"] = "Production", ["Plr__DataDirectory"] = Serving.GraphServer.DataDirectory };
        foreach (var (name, value) in settings)
        {
            environment[name] = value;
        }

        return environment;
    }
}
