namespace Plr.GraphQL;

/// <summary>Marks the method of an object type's resolver class that finds entities by the representations of other subgraphs.</summary>
/// <remarks>It takes all representations of its type in one request and gives one entity or null for each, in their order.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EntityResolverAttribute : Attribute;
