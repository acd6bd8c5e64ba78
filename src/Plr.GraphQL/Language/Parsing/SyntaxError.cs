namespace Plr.GraphQL.Language.Parsing;

/// <summary>Why a document was not parsed: broken grammar, or a limit.</summary>
public sealed class SyntaxError(string message, string code, Location location)
{
    /// <summary>What was wrong; echoes at most a few dozen characters of the document.</summary>
    public string Message { get; } = message;

    /// <summary><see cref="ErrorCodes.GraphQLParseFailed"/> or the code of the limit that was passed.</summary>
    public string Code { get; } = code;

    /// <summary>The token or character where reading stopped.</summary>
    public Location Location { get; } = location;

    /// <summary><c>name:line:column: message</c>.</summary>
    public override string ToString() => $"{Location}: {Message}";
}
