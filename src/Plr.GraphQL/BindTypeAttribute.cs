namespace Plr.GraphQL;

/// <summary>Binds an object type all of whose fields are public properties of <typeparamref name="TRuntime"/>.</summary>
/// <param name="typeName">The type in the schema document.</param>
/// <typeparam name="TRuntime">The class whose instances are the values of the type.</typeparam>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class BindTypeAttribute<TRuntime>(string typeName) : Attribute
{
    /// <summary>The type in the schema document.</summary>
    public string TypeName { get; } = typeName;
}
