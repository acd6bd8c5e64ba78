using Plr.GraphQL.Language;
using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Types;

/// <summary>An argument of a field or directive, or a field of an input object.</summary>
/// <remarks>GraphQL September 2025, 3.6.1 Field Arguments and 3.10 Input Objects.</remarks>
public sealed class InputValueDefinition : SchemaMember
{
    internal InputValueDefinition(
        string name, string? description, string coordinate, Location location, GraphQLType type, ValueNode? defaultValue, int index)
        : base(name, description, coordinate, location)
    {
        Type = type;
        DefaultValue = defaultValue;
        Index = index;
    }

    /// <summary>The type it accepts.</summary>
    public GraphQLType Type { get; }

    /// <summary>The default as written; null when there is none, which is not the literal null.</summary>
    public ValueNode? DefaultValue { get; }

    /// <summary>The default as <see cref="InputCoercion"/> reads it; null when there is none, or when it is null.</summary>
    public object? CoercedDefaultValue { get; internal set; }

    /// <summary>Position among the arguments or input fields, from 0.</summary>
    public int Index { get; }

    /// <summary>Whether it must be given: non-null and without a default.</summary>
    public bool IsRequired => Type.IsNonNull && DefaultValue is null;
}
