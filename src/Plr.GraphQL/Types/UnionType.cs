using System.Collections.Immutable;
using Plr.GraphQL.Language;

namespace Plr.GraphQL.Types;

/// <summary>A union of object types.</summary>
/// <remarks>GraphQL September 2025, 3.8 Unions.</remarks>
public sealed class UnionType : CompositeType
{
    private FieldDefinition? typeNameField;

    internal UnionType(string name, string? description, Location location)
        : base(name, description, location)
    {
    }

    /// <inheritdoc/>
    public override TypeKind Kind => TypeKind.Union;

    /// <summary>The member types in source order.</summary>
    public ImmutableArray<ObjectType> Types { get; internal set; } = [];

    /// <summary><c>__typename</c> alone: a union has no fields of its own.</summary>
    public override FieldDefinition? FindField(string name) => name == typeNameField?.Name ? typeNameField : null;

    internal void SetTypeNameField(FieldDefinition field) => typeNameField = field;
}
