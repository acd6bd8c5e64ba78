namespace Plr.GraphQL.AspNetCore.Ide;

/// <summary>What the IDE shows, and where its files are.</summary>
public sealed class BananaCakePopOptions
{
    /// <summary>The unpacked npm package <c>@chillicream/bananacakepop-graphql-ide</c>, which has <c>index.html</c> in it.</summary>
    public required string Directory { get; init; }

    /// <summary>The operation that a first visitor finds; null: none.</summary>
    public string? Document { get; init; }

    /// <summary>Its variables, as a JSON object; null: none.</summary>
    public string? Variables { get; init; }

    /// <summary>The page's title.</summary>
    public string Title { get; init; } = "Banana Cake Pop";
}
