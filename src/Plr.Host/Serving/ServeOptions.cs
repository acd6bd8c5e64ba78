namespace Plr.Host.Serving;

/// <summary>How one server is started.</summary>
public sealed record ServeOptions
{
    /// <summary>Where it listens when nothing says otherwise: this machine alone.</summary>
    public const string DefaultUrls = "http://127.0.0.1:5080";

    /// <summary><c>Development</c>, <c>Production</c> or a name of one's own.</summary>
    public required string EnvironmentName { get; init; }

    /// <summary><c>--urls</c>; null leaves it to <c>ASPNETCORE_URLS</c>, else <see cref="DefaultUrls"/>.</summary>
    public string? Urls { get; init; }

    /// <summary>Settings beside those of the environment, such as <c>Plr:Subgraphs</c>.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Where progress and the addresses are printed.</summary>
    public TextWriter Output { get; init; } = TextWriter.Null;
}
