namespace Plr.GraphQL.Execution.Responses;

// One step of a response path: a response name, or an index where the name is null.
internal readonly record struct PathSegment(string? Name, int Index);
