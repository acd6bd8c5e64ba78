namespace Plr.GraphQL;

/// <summary>Marks a resolver that answers for all parents at once.</summary>
/// <remarks>Its first parameter is <c>IReadOnlyList&lt;TParent&gt;</c>; it gives one result per parent, in their order.
/// Parents whose field was withheld by a guard are not among them.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BatchResolverAttribute : Attribute;
