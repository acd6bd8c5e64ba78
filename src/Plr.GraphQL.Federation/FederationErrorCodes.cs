namespace Plr.GraphQL.Federation;

/// <summary>The codes that <c>_entities</c> gives. A code is never renamed or reused.</summary>
public static class FederationErrorCodes
{
    /// <summary>A representation names no entity type of this subgraph, or gives none of its keys whole, or a key field that its scalar refuses.
    /// The router, or whoever asks in its place, corrects it; the other representations are answered.</summary>
    public const string EntityRepresentationInvalid = "ENTITY_REPRESENTATION_INVALID";

    /// <summary>More representations in one `_entities` field than a subgraph answers. The router splits them.</summary>
    public const string LimitRepresentations = "LIMIT_REPRESENTATIONS";
}
