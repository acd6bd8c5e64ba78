using System.Collections.Immutable;
using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Types.Building;

/// <summary>Gives each type its members, extensions merged. Duplicates and unknown references are errors and left out.</summary>
/// <remarks>GraphQL September 2025, 3.6 to 3.10, Type Validation of the types and their extensions.</remarks>
internal sealed class TypeFiller(TypeTable types, DirectiveApplier directives, SchemaErrorList errors)
{
    /// <summary>Fields found on every object, interface and union.</summary>
    public required FieldDefinition TypeNameField { get; init; }

    /// <summary>Fields found on the query type alone.</summary>
    public required ImmutableArray<FieldDefinition> QueryMetaFields { get; init; }

    /// <summary>The type that has them.</summary>
    public required ObjectType QueryType { get; init; }

    public void Fill(TypeSource source)
    {
        switch (source.Definition)
        {
            case ObjectTypeDefinitionNode:
                FillComplex(
                    types.Get<ObjectType>(source),
                    DirectiveLocation.Object,
                    source,
                    source.Members((ObjectTypeDefinitionNode part) => part.Fields),
                    source.Members((ObjectTypeDefinitionNode part) => part.Interfaces));
                break;
            case InterfaceTypeDefinitionNode:
                FillComplex(
                    types.Get<InterfaceType>(source),
                    DirectiveLocation.Interface,
                    source,
                    source.Members((InterfaceTypeDefinitionNode part) => part.Fields),
                    source.Members((InterfaceTypeDefinitionNode part) => part.Interfaces));
                break;
            case UnionTypeDefinitionNode:
                FillUnion(types.Get<UnionType>(source), source);
                break;
            case EnumTypeDefinitionNode:
                FillEnum(types.Get<EnumType>(source), source);
                break;
            case InputObjectTypeDefinitionNode:
                FillInputObject(types.Get<InputObjectType>(source), source);
                break;
            default:
                ApplyDirectives(types.Get<ScalarType>(source), DirectiveLocation.Scalar, source);
                break;
        }
    }

    /// <summary>Arguments or input fields, with their default values and directives.</summary>
    public ImmutableArray<InputValueDefinition> InputValues(
        IEnumerable<InputValueDefinitionNode> nodes, DirectiveLocation location, Func<string, string> coordinateOf)
    {
        var inputs = ImmutableArray.CreateBuilder<InputValueDefinition>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            var coordinate = coordinateOf(node.Name);
            if (!IsFirst(names, node.Name, coordinate, node.NameLocation) || types.Reference(node.Type, coordinate) is not { } type)
            {
                continue;
            }

            var input = new InputValueDefinition(
                node.Name, node.Description?.Value, coordinate, node.NameLocation, type, node.DefaultValue, inputs.Count);
            directives.Add(node.Directives, location, coordinate, applied => input.Directives = applied);
            inputs.Add(input);
        }

        return inputs.ToImmutable();
    }

    private void FillComplex(
        ComplexType type,
        DirectiveLocation location,
        TypeSource source,
        IEnumerable<FieldDefinitionNode> fieldNodes,
        IEnumerable<NamedTypeNode> interfaceNodes)
    {
        var fields = ImmutableArray.CreateBuilder<FieldDefinition>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in fieldNodes)
        {
            if (IsFirst(names, node.Name, $"{type.Name}.{node.Name}", node.NameLocation) && Field(type, node) is { } field)
            {
                field.FieldIndex = fields.Count;
                fields.Add(field);
            }
        }

        type.Interfaces = NamedTypes<InterfaceType>(type, interfaceNodes, "an interface");
        IEnumerable<FieldDefinition> metaFields =
            ReferenceEquals(type, QueryType) ? [TypeNameField, .. QueryMetaFields] : [TypeNameField];
        type.SetFields(fields.ToImmutable(), metaFields);
        ApplyDirectives(type, location, source);
    }

    private FieldDefinition? Field(ComplexType type, FieldDefinitionNode node)
    {
        var coordinate = $"{type.Name}.{node.Name}";
        var arguments = InputValues(
            node.Arguments, DirectiveLocation.ArgumentDefinition, argument => $"{coordinate}({argument}:)");
        if (types.Reference(node.Type, coordinate) is not { } fieldType)
        {
            return null;
        }

        var field = new FieldDefinition(node.Name, node.Description?.Value, node.NameLocation, type, fieldType, arguments);
        directives.Add(node.Directives, DirectiveLocation.FieldDefinition, coordinate, applied => field.Directives = applied);
        return field;
    }

    private void FillUnion(UnionType type, TypeSource source)
    {
        var members = source.Members((UnionTypeDefinitionNode part) => part.Types);
        type.Types = NamedTypes<ObjectType>(type, members, "an object type");
        type.SetTypeNameField(TypeNameField);
        ApplyDirectives(type, DirectiveLocation.Union, source);
    }

    private void FillEnum(EnumType type, TypeSource source)
    {
        var values = ImmutableArray.CreateBuilder<EnumValueDefinition>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in source.Members((EnumTypeDefinitionNode part) => part.Values))
        {
            var coordinate = $"{type.Name}.{node.Name}";
            if (IsFirst(names, node.Name, coordinate, node.NameLocation))
            {
                var value = new EnumValueDefinition(
                    node.Name, node.Description?.Value, coordinate, node.NameLocation, values.Count);
                directives.Add(node.Directives, DirectiveLocation.EnumValue, coordinate, applied => value.Directives = applied);
                values.Add(value);
            }
        }

        type.SetValues(values.ToImmutable());
        ApplyDirectives(type, DirectiveLocation.Enum, source);
    }

    private void FillInputObject(InputObjectType type, TypeSource source)
    {
        type.SetFields(InputValues(
            source.Members((InputObjectTypeDefinitionNode part) => part.Fields),
            DirectiveLocation.InputFieldDefinition,
            field => $"{type.Name}.{field}"));
        type.IsOneOf = source.Definition.Directives.Any(IsOneOf);
        foreach (var directive in source.Parts.Skip(1).SelectMany(part => part.Directives).Where(IsOneOf))
        {
            errors.Add(type.Name, "must not get `@oneOf` from an extension", directive.Location);
        }

        ApplyDirectives(type, DirectiveLocation.InputObject, source);
    }

    private static bool IsOneOf(DirectiveNode directive) => directive.Name == "oneOf";

    private ImmutableArray<T> NamedTypes<T>(NamedType type, IEnumerable<NamedTypeNode> nodes, string expected)
        where T : NamedType
    {
        var found = ImmutableArray.CreateBuilder<T>();
        foreach (var node in nodes)
        {
            var named = types.ReferenceNamed(node, type.Name);
            if (named is T member && !found.Contains(member))
            {
                found.Add(member);
            }
            else if (named is not null)
            {
                var problem = named is T ? "more than once" : $"which is not {expected}";
                errors.Add(type.Name, $"names `{node.Name}` {problem}", node.Location);
            }
        }

        return found.ToImmutable();
    }

    private void ApplyDirectives(NamedType type, DirectiveLocation location, TypeSource source) =>
        directives.Add(source.Directives, location, type.Name, applied => type.Directives = applied);

    private bool IsFirst(HashSet<string> names, string name, string coordinate, Language.Location location)
    {
        if (names.Add(name))
        {
            return true;
        }

        errors.Add(coordinate, "is defined more than once", location);
        return false;
    }
}
