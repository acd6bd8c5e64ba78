namespace Plr.GraphQL;

/// <summary>Binds an enum of the schema to a C# enum.</summary>
/// <param name="typeName">The type in the schema document.</param>
/// <typeparam name="TEnum">Its members are compared with the schema's values without case and underscores: <c>ENTRY_1</c> is <c>Entry1</c>.</typeparam>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class BindEnumAttribute<TEnum>(string typeName) : Attribute
    where TEnum : struct, Enum
{
    /// <summary>The type in the schema document.</summary>
    public string TypeName { get; } = typeName;
}
