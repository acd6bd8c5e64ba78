namespace Plr.GraphQL;

/// <summary>Marks a class whose methods resolve fields of the mutation root.</summary>
/// <remarks>Several classes may share the root. Root fields of a mutation run one after another, each completed before the next.</remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class MutationTypeAttribute : Attribute;
