using Plr.Host.Serving;
using Plr.Host.SignIn;
using Plr.Testing;

namespace Plr.Host.Tests.Serving;

/// <summary>The whole program in this process, on a database of its own with the demonstration in it, spoken to over real HTTP.</summary>
public sealed class GraphServer : IAsyncLifetime
{
    private readonly TestDatabase database = new(DatabaseTemplate.Demonstration);
    private PlrServer? server;

    /// <summary>Where packages and the development key are: the checkout's own place, so that nothing is fetched twice.</summary>
    public static string DataDirectory => RepositoryRoot.Combine(".plr");

    /// <summary>Without a slash at the end.</summary>
    public string Address => server?.Address ?? throw new InvalidOperationException("not started");

    public HttpClient Http { get; } = new();

    /// <summary>The name of its database, which is its own.</summary>
    public string Database => new Npgsql.NpgsqlConnectionStringBuilder(database.ConnectionString).Database!; // A test database is named.

    internal IServiceProvider Services => server!.Services; // Tests run after InitializeAsync alone.

    public async Task InitializeAsync()
    {
        await database.CreateAsync();
        server = await PlrServer.StartAsync(Options(database.ConnectionString), CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        await database.DisposeAsync();
    }

    /// <summary>A token as <c>plr token</c> prints it.</summary>
    public static string Token(params string[] arguments) =>
        new TokenIssuer(DevelopmentKey.Ensure(DataDirectory), TimeProvider.System).Issue(Plr.Host.Commands.TokenCommand.HolderOf(arguments));

    /// <summary>How the tests start a server on a database.</summary>
    public static ServeOptions Options(string connectionString, params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>
        {
            ["ConnectionStrings:Plr"] = connectionString,
            ["Plr:DataDirectory"] = DataDirectory,
        };
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        return new ServeOptions { EnvironmentName = "Development", Urls = "http://127.0.0.1:0", Settings = all };
    }

    /// <summary>Sends one operation.</summary>
    internal Task<GraphAnswer> AskAsync(string document, object? variables = null, string? token = null, string path = "/graphql") =>
        GraphAnswer.AskAsync(Http, Address + path, document, variables, token);
}
