namespace Plr.GraphQL;

/// <summary>Binds an input object of the schema to a record whose constructor parameters are its fields by name.</summary>
/// <param name="typeName">The type in the schema document.</param>
/// <typeparam name="TRuntime">A parameter is nullable or has a default where the schema allows absence,
/// and an <see cref="Optional{T}"/> where absence and null differ.</typeparam>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class BindInputAttribute<TRuntime>(string typeName) : Attribute
{
    /// <summary>The type in the schema document.</summary>
    public string TypeName { get; } = typeName;
}
