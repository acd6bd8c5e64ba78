namespace Plr.GraphQL;

/// <summary>Marks a class whose methods resolve fields of one object type.</summary>
/// <param name="typeName">The type in the schema document.</param>
/// <typeparam name="TRuntime">The class whose instances are the values of the type.</typeparam>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ObjectTypeAttribute<TRuntime>(string typeName) : Attribute
{
    /// <summary>The type in the schema document.</summary>
    public string TypeName { get; } = typeName;
}
