namespace Plr.GraphQL.Binding;

/// <summary>How another subgraph names an entity: its type and the coerced fields of one of its keys.</summary>
public sealed class EntityRepresentation(string typeName, IReadOnlyDictionary<string, object?> fields)
{
    /// <summary>The type, from <c>__typename</c>.</summary>
    public string TypeName { get; } = typeName;

    /// <summary>Whether the representation gives the field.</summary>
    public bool Has(string fieldName) => fields.ContainsKey(fieldName);

    /// <summary>A field of the key in the C# type of its scalar or enum; <c>default</c> when it is not given or null.</summary>
    public T Get<T>(string fieldName) =>
        fields.TryGetValue(fieldName, out var value) && value is not null ? (T)value : default!; // The caller asks for a key field or a nullable.
}
