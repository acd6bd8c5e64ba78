namespace Plr.GraphQL.Federation;

/// <summary>The value of <c>_service</c>.</summary>
/// <param name="Sdl">The subgraph's document as its author wrote it.</param>
public sealed record SubgraphService(string Sdl);
