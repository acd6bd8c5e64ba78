namespace Plr.GraphQL;

/// <summary>Binds a <see cref="Scalar{T}"/> class to a scalar of the schema.</summary>
/// <param name="typeName">The scalar in the schema document.</param>
/// <typeparam name="T">The C# type of its values.</typeparam>
[AttributeUsage(AttributeTargets.Class, Inherited = false, AllowMultiple = true)]
public sealed class ScalarTypeAttribute<T>(string typeName) : Attribute
{
    /// <summary>The scalar in the schema document.</summary>
    public string TypeName { get; } = typeName;
}
