using System.Collections.Immutable;
using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Language.Printing;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Federation.Merging;

/// <summary>One type over all documents that define or extend it.</summary>
internal sealed class TypeUnion(TypeDefinitionNode first, List<SchemaError> problems)
{
    private readonly List<DirectiveNode> directives = [];
    private readonly List<NamedTypeNode> members = [];
    private readonly Dictionary<string, FieldUnion> fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, InputValueDefinitionNode> inputs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EnumValueDefinitionNode> values = new(StringComparer.Ordinal);
    private readonly HashSet<Language.Source?> sources = [];
    private StringValueNode? description;

    public void Add(TypeDefinitionNode type, IDocumentView view)
    {
        if (type.Kind != first.Kind)
        {
            problems.Add(new SchemaError(type.Name, $"is of another kind at {first.NameLocation}", type.NameLocation));
            return;
        }

        description ??= type.Description;
        AddDirectives(directives, type.Directives, view);
        members.AddRange(MembersOf(type).Where(member => members.TrueForAll(known => known.Name != member.Name)));
        foreach (var field in FieldsOf(type).Where(field => view.Shows(field.Directives)))
        {
            if (!fields.TryGetValue(field.Name, out var union))
            {
                fields.Add(field.Name, union = new FieldUnion(type.Name, field, problems));
            }

            union.Add(field, view);
        }

        AddClosed(type, view);
    }

    /// <summary>The type with all that the documents say of it.</summary>
    public TypeDefinitionNode ToDefinition() => first switch
    {
        ScalarTypeDefinitionNode => new ScalarTypeDefinitionNode(first.Location, description, [.. directives], false, first.Name, first.NameLocation),
        ObjectTypeDefinitionNode => new ObjectTypeDefinitionNode(
            first.Location, description, [.. directives], false, first.Name, first.NameLocation, [.. members], [.. fields.Values.Select(field => field.ToDefinition())]),
        InterfaceTypeDefinitionNode => new InterfaceTypeDefinitionNode(
            first.Location, description, [.. directives], false, first.Name, first.NameLocation, [.. members], [.. fields.Values.Select(field => field.ToDefinition())]),
        UnionTypeDefinitionNode => new UnionTypeDefinitionNode(
            first.Location, description, [.. directives], false, first.Name, first.NameLocation, [.. members]),
        EnumTypeDefinitionNode => new EnumTypeDefinitionNode(
            first.Location, description, [.. directives], false, first.Name, first.NameLocation, [.. values.Values]),
        _ => new InputObjectTypeDefinitionNode(
            first.Location, description, [.. directives], false, first.Name, first.NameLocation, [.. inputs.Values]),
    };

    internal static void AddDirectives(List<DirectiveNode> known, IEnumerable<DirectiveNode> added, IDocumentView view) =>
        known.AddRange(added.Where(directive =>
            view.Shows(directive) && known.TrueForAll(other => Printer.Print(other) != Printer.Print(directive))));

    // Clients write values of enums and input objects, so every document must know all of them.
    private void AddClosed(TypeDefinitionNode type, IDocumentView view)
    {
        var isAnother = sources.Count > 0 && !sources.Contains(type.Location.Source) && !type.IsExtension;
        sources.Add(type.Location.Source);
        var valueNames = Names(values.Keys);
        var inputTypes = Names(inputs.Values.Select(FieldUnion.Signature));
        foreach (var value in ValuesOf(type).Where(value => view.Shows(value.Directives)))
        {
            List<DirectiveNode> seen = [];
            AddDirectives(seen, value.Directives, view);
            values[value.Name] = values.GetValueOrDefault(value.Name)
                ?? new EnumValueDefinitionNode(value.Location, value.Description, value.Name, value.NameLocation, [.. seen]);
        }

        foreach (var input in InputsOf(type).Where(input => view.Shows(input.Directives)))
        {
            inputs[input.Name] = inputs.GetValueOrDefault(input.Name) ?? FieldUnion.View(input, view);
        }

        if (isAnother)
        {
            ReportDifference(type, valueNames, ValuesOf(type).Where(value => view.Shows(value.Directives)).Select(value => value.Name));
            ReportDifference(type, inputTypes, InputsOf(type).Where(input => view.Shows(input.Directives)).Select(FieldUnion.Signature));
        }
    }

    private void ReportDifference(TypeDefinitionNode type, SortedSet<string> known, IEnumerable<string> added)
    {
        foreach (var difference in known.Except(added).Concat(added.Except(known)).ToList())
        {
            problems.Add(new SchemaError(
                $"{type.Name}.{difference.Split(':')[0]}", $"`{difference}` is not the same at {first.NameLocation}", type.NameLocation));
        }
    }

    private static SortedSet<string> Names(IEnumerable<string> names) => new(names, StringComparer.Ordinal);

    private static ImmutableArray<NamedTypeNode> MembersOf(TypeDefinitionNode node) => node switch
    {
        ObjectTypeDefinitionNode type => type.Interfaces,
        InterfaceTypeDefinitionNode type => type.Interfaces,
        UnionTypeDefinitionNode type => type.Types,
        _ => [],
    };

    private static ImmutableArray<FieldDefinitionNode> FieldsOf(TypeDefinitionNode node) => node switch
    {
        ObjectTypeDefinitionNode type => type.Fields,
        InterfaceTypeDefinitionNode type => type.Fields,
        _ => [],
    };

    private static ImmutableArray<EnumValueDefinitionNode> ValuesOf(TypeDefinitionNode node) =>
        node is EnumTypeDefinitionNode type ? type.Values : [];

    private static ImmutableArray<InputValueDefinitionNode> InputsOf(TypeDefinitionNode node) =>
        node is InputObjectTypeDefinitionNode type ? type.Fields : [];
}
