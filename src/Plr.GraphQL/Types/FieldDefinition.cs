using System.Collections.Immutable;
using Plr.GraphQL.Language;

namespace Plr.GraphQL.Types;

/// <summary>A field of an object or interface type, or a meta-field.</summary>
/// <remarks>GraphQL September 2025, 3.6 Objects.</remarks>
public sealed class FieldDefinition : SchemaMember
{
    internal FieldDefinition(
        string name,
        string? description,
        Location location,
        ComplexType declaringType,
        GraphQLType type,
        ImmutableArray<InputValueDefinition> arguments)
        : base(name, description, $"{declaringType.Name}.{name}", location)
    {
        DeclaringType = declaringType;
        Type = type;
        Arguments = arguments;
    }

    /// <summary>The type that lists it; for the meta-fields, the query type.</summary>
    public ComplexType DeclaringType { get; }

    /// <summary>The type of its value.</summary>
    public GraphQLType Type { get; }

    /// <summary>The arguments in source order.</summary>
    public ImmutableArray<InputValueDefinition> Arguments { get; }

    /// <summary>Position among <see cref="Schema.Fields"/>: dense from 0, stable for one schema, so that an array can hold
    /// something for every field.</summary>
    public int Index { get; internal set; }

    /// <summary>Position among the fields of its type; for the meta-fields, -1.</summary>
    public int FieldIndex { get; internal set; } = -1;

    /// <summary>Whether it is <c>__typename</c>, <c>__schema</c>, <c>__type</c> or a field of an introspection type.</summary>
    public bool IsIntrospection => FieldIndex < 0 || DeclaringType.IsIntrospection;

    /// <summary>The argument of that name; null when there is none.</summary>
    public InputValueDefinition? FindArgument(string name)
    {
        // Few enough that a scan beats a dictionary.
        foreach (var argument in Arguments)
        {
            if (argument.Name == name)
            {
                return argument;
            }
        }

        return null;
    }
}
