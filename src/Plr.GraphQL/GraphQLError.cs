using System.Collections.Immutable;
using Plr.GraphQL.Language;
using Plr.GraphQL.Language.Parsing;

namespace Plr.GraphQL;

/// <summary>One error of a response.</summary>
/// <remarks>GraphQL September 2025, 7.1.2 Errors. Immutable; the <c>With</c> methods make changed copies.</remarks>
public sealed class GraphQLError(
    string message,
    string code,
    ImmutableArray<LinePosition> locations = default,
    IReadOnlyList<object>? path = null,
    IReadOnlyDictionary<string, object?>? extensions = null)
{
    /// <summary>What went wrong, for a developer: lower case, no full stop, names in backticks, never client data at length.</summary>
    public string Message { get; } = message;

    /// <summary>One of <see cref="ErrorCodes"/>, or a code of the application; written as <c>extensions.code</c>.</summary>
    public string Code { get; } = code;

    /// <summary>Where in the document; empty when no place is to blame.</summary>
    public ImmutableArray<LinePosition> Locations { get; } = locations.IsDefault ? [] : locations;

    /// <summary>The response position: a <see cref="string"/> for a response name, an <see cref="int"/> for an index.
    /// Null for a request error.</summary>
    public IReadOnlyList<object>? Path { get; } = path;

    /// <summary>Further entries of <c>extensions</c> beside the code; null when there are none.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; } = extensions;

    /// <summary>The error of a document that was not parsed.</summary>
    public static GraphQLError From(SyntaxError error) =>
        new(error.Message, error.Code, error.Location.Position is { } position ? [position] : []);

    /// <summary>The same error at a response position.</summary>
    public GraphQLError WithPath(IReadOnlyList<object>? path) => new(Message, Code, Locations, path, Extensions);

    /// <summary>The same error with other extensions.</summary>
    public GraphQLError WithExtensions(IReadOnlyDictionary<string, object?>? extensions) =>
        new(Message, Code, Locations, Path, extensions);

    /// <summary><c>CODE: message</c>.</summary>
    public override string ToString() => $"{Code}: {Message}";
}
