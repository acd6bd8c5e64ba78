using System.Globalization;

namespace Plr.Host.Configuration;

/// <summary>What the environment and <c>appsettings.json</c> say, read once.</summary>
public sealed record PlrConfiguration
{
    private const string DefaultDataDirectory = ".plr";

    /// <summary><c>Plr__DataDirectory</c>: where the private database, downloaded packages and the development key are. Absolute.</summary>
    public required string DataDirectory { get; init; }

    /// <summary><c>Plr__PackageDirectory</c>: where packages fetched from npm are kept; <c>packages</c> in the data directory when not given. Absolute.</summary>
    public required string PackageDirectory { get; init; }

    /// <summary><c>ConnectionStrings__Plr</c>: a PostgreSQL of one's own; null for the private one.</summary>
    public string? ConnectionString { get; init; }

    /// <summary><c>Plr__Subgraphs</c>: which graphs are served.</summary>
    public required SubgraphChoice Subgraphs { get; init; }

    /// <summary><c>Plr__Ide</c>: whether Banana Cake Pop is served; by default in Development alone.</summary>
    public required bool ServesIde { get; init; }

    /// <summary><c>Plr__CostBudget__Capacity</c>: what one client may spend at once, in units of cost; 0 for no budgets, 10,000,000 by default.</summary>
    public required long CostBudgetCapacity { get; init; }

    /// <summary><c>Plr__CostBudget__PerSecond</c>: how much of it comes back in a second; 1,000,000 by default.</summary>
    public required long CostBudgetPerSecond { get; init; }

    /// <summary><c>Plr__TrustedDocuments</c>: a manifest of documents by their SHA-256; null for none. Absolute.</summary>
    public string? TrustedDocuments { get; init; }

    /// <summary><c>Plr__OnlyTrustedDocuments</c>: whether all others are refused; not by default.</summary>
    public required bool OnlyTrustedDocuments { get; init; }

    /// <summary><c>Plr__PersistedQueries</c>: whether clients may register documents by their hash; they may by default.</summary>
    public required bool PersistedQueries { get; init; }

    /// <summary><c>Plr__EnforceLimits</c>: whether the limits on documents, operations and input refuse; otherwise they warn in the log.</summary>
    public required bool EnforceLimits { get; init; }

    /// <summary><c>Plr__MaxBatchEntries</c>: operations that one body may hold; 0, and so none but one, by default.</summary>
    public required int MaxBatchEntries { get; init; }

    /// <summary><c>Authentication__Authority</c>: the OpenID Connect issuer; null for the development key.</summary>
    public Uri? Authority { get; init; }

    /// <summary><c>Authentication__Audience</c>: what tokens must be made for; null for the development key.</summary>
    public string? Audience { get; init; }

    /// <summary>Whether this is a developer's machine: tokens on request, migrations on start.</summary>
    public required bool IsDevelopment { get; init; }

    /// <summary>Reads and checks.</summary>
    /// <exception cref="RefusedException">A setting cannot be understood.</exception>
    public static PlrConfiguration Read(IConfiguration configuration, IHostEnvironment environment, ProgramFiles files)
    {
        var isDevelopment = environment.IsDevelopment();
        var dataDirectory = DataDirectoryOf(configuration, files);
        return new PlrConfiguration
        {
            DataDirectory = dataDirectory,
            PackageDirectory = Path.GetFullPath(NotBlank(configuration["Plr:PackageDirectory"]) ?? Path.Combine(dataDirectory, "packages")),
            ConnectionString = NotBlank(configuration.GetConnectionString("Plr")),
            Subgraphs = SubgraphsOf(configuration["Plr:Subgraphs"]),
            ServesIde = FlagOf(configuration, "Plr:Ide") ?? isDevelopment,
            TrustedDocuments = NotBlank(configuration["Plr:TrustedDocuments"]) is { } manifest ? Path.GetFullPath(manifest) : null,
            OnlyTrustedDocuments = FlagOf(configuration, "Plr:OnlyTrustedDocuments") ?? false,
            PersistedQueries = FlagOf(configuration, "Plr:PersistedQueries") ?? true,
            EnforceLimits = FlagOf(configuration, "Plr:EnforceLimits") ?? true,
            MaxBatchEntries = (int)(NumberOf(configuration, "Plr:MaxBatchEntries", least: 0, most: 100) ?? 0),
            CostBudgetCapacity = NumberOf(configuration, "Plr:CostBudget:Capacity", least: 0) ?? 10_000_000,
            CostBudgetPerSecond = NumberOf(configuration, "Plr:CostBudget:PerSecond", least: 1) ?? 1_000_000,
            Authority = AuthorityOf(configuration["Authentication:Authority"]),
            Audience = NotBlank(configuration["Authentication:Audience"]),
            IsDevelopment = isDevelopment,
        };
    }

    private static string DataDirectoryOf(IConfiguration configuration, ProgramFiles files) =>
        Path.GetFullPath(NotBlank(configuration["Plr:DataDirectory"])
            ?? Path.Combine(files.Checkout ?? Environment.CurrentDirectory, DefaultDataDirectory));

    private static SubgraphChoice SubgraphsOf(string? text) => NotBlank(text)?.ToUpperInvariant() switch
    {
        null or "ALL" => SubgraphChoice.All,
        "CATALOGUE" => SubgraphChoice.Catalogue,
        "RECORDS" => SubgraphChoice.Records,
        _ => throw new RefusedException($"`Plr__Subgraphs` is `{text}`; it is one of `all`, `catalogue`, `records`"),
    };

    private static bool? FlagOf(IConfiguration configuration, string key) => NotBlank(configuration[key])?.ToUpperInvariant() switch
    {
        null => null,
        "TRUE" => true,
        "FALSE" => false,
        _ => throw new RefusedException($"`{VariableOf(key)}` is `{configuration[key]}`; it is `true` or `false`"),
    };

    // As an environment names it.
    private static string VariableOf(string key) => key.Replace(":", "__", StringComparison.Ordinal);

    private static long? NumberOf(IConfiguration configuration, string key, long least, long most = long.MaxValue)
    {
        if (NotBlank(configuration[key]) is not { } text)
        {
            return null;
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new RefusedException(
                $"`{VariableOf(key)}` is `{text}`; it is a whole number, at least {least}{(most < long.MaxValue ? $" and at most {most}" : "")}");
    }

    private static Uri? AuthorityOf(string? text)
    {
        if (NotBlank(text) is not { } address)
        {
            return null;
        }

        return Uri.TryCreate(address, UriKind.Absolute, out var authority) && authority.Scheme is ("https" or "http")
            ? authority
            : throw new RefusedException($"`Authentication__Authority` is `{text}`; it is the issuer's absolute https address");
    }

    private static string? NotBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
