namespace Plr.GraphQL.AspNetCore.Ide;

/// <summary>Where the IDE's files are, and what it opens with.</summary>
public sealed class BananaCakePopOptions
{
    /// <summary>The folder of the npm package <c>@chillicream/bananacakepop-graphql-ide</c>, as installed. Its files are served unmodified.</summary>
    public required string Directory { get; init; }

    /// <summary>The document that a new tab opens with; null for none.</summary>
    public string? Document { get; init; }

    /// <summary>The variables of that document as a JSON object; null for none.</summary>
    public string? Variables { get; init; }
}
