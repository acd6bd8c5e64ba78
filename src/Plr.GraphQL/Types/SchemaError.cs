using Plr.GraphQL.Language;

namespace Plr.GraphQL.Types;

/// <summary>A rule of the type system that a schema breaks.</summary>
/// <param name="Coordinate">The schema coordinate to blame, such as <c>Learner.name</c>.</param>
/// <param name="Message">What is wrong, in lower case without a full stop.</param>
/// <param name="Location">Where it is written.</param>
public sealed record SchemaError(string Coordinate, string Message, Location Location)
{
    /// <summary><c>file:line:column: `Coordinate` message</c>.</summary>
    public override string ToString() => $"{Location}: `{Coordinate}` {Message}";
}
