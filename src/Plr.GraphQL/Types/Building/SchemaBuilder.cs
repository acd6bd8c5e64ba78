using System.Collections.Immutable;
using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types.Costs;
using Plr.GraphQL.Types.Validation;

namespace Plr.GraphQL.Types.Building;

/// <summary>Builds a schema in phases: collect, shape, check for cycles, apply directives, validate.</summary>
/// <remarks>Each phase needs the one before to be without error, so errors of later phases show once the earlier are mended.</remarks>
internal sealed class SchemaBuilder(SchemaOptions options)
{
    private readonly SchemaErrorList errors = new();

    public Schema? Build(IEnumerable<DocumentNode> documents, out ImmutableArray<SchemaError> foundErrors)
    {
        var schema = BuildSchema(new DefinitionTable(documents, errors));
        foundErrors = errors.ToImmutable();
        return foundErrors.IsEmpty ? schema : null;
    }

    private Schema? BuildSchema(DefinitionTable definitions)
    {
        var types = new TypeTable(definitions.Types, options, errors);
        var roots = new RootTypes(definitions.SchemaParts, types, errors);
        if (roots.Query is not { } query)
        {
            return null;
        }

        var applier = new DirectiveApplier(errors);
        var metaFields = new MetaFields(query, types);
        var filler = new TypeFiller(types, applier, errors)
        {
            TypeNameField = metaFields.TypeName,
            QueryMetaFields = [metaFields.Schema, metaFields.Type],
            QueryType = query,
        };
        definitions.Types.ForEach(filler.Fill);
        var directives = definitions.Directives.ToDictionary(node => node.Name, node => Directive(node, filler), StringComparer.Ordinal);
        AddCostDirectives(directives, filler, applier);
        var schemaDirectives = AppliedDirectives.Empty;
        applier.Add(
            definitions.SchemaParts.SelectMany(part => part.Directives),
            DirectiveLocation.Schema,
            "schema",
            applied => schemaDirectives = applied);
        if (!errors.IsEmpty || !InputObjectCycles.Validate(types.Used().OfType<InputObjectType>(), errors))
        {
            return null;
        }

        applier.Apply(directives);
        var used = types.Used();
        var schema = new Schema(new SchemaParts(
            definitions.SchemaParts.FirstOrDefault()?.Description?.Value,
            query,
            roots.Mutation,
            roots.Subscription,
            IndexTypes(used),
            [.. directives.Values],
            IndexFields(used, metaFields),
            schemaDirectives,
            metaFields.TypeName,
            metaFields.Schema,
            metaFields.Type));
        SchemaValidator.Validate(schema, errors);
        return schema;
    }

    // Only where they are applied: other schemas look as they were written.
    private static void AddCostDirectives(Dictionary<string, DirectiveDefinition> directives, TypeFiller filler, DirectiveApplier applier)
    {
        foreach (var node in CostDefinitions.All)
        {
            if (!directives.ContainsKey(node.Name) && applier.Applies(node.Name))
            {
                directives.Add(node.Name, Directive(node, filler));
            }
        }
    }

    private static DirectiveDefinition Directive(DirectiveDefinitionNode node, TypeFiller filler)
    {
        var isBuiltIn = BuiltInDefinitions.DirectiveNames.Contains(node.Name);
        return new DirectiveDefinition(
            node.Name, node.Description?.Value, node.NameLocation, node.IsRepeatable, node.Locations, isBuiltIn)
        {
            Arguments = filler.InputValues(
                node.Arguments, DirectiveLocation.ArgumentDefinition, argument => $"@{node.Name}({argument}:)"),
        };
    }

    private static ImmutableArray<NamedType> IndexTypes(List<NamedType> types)
    {
        for (var i = 0; i < types.Count; i++)
        {
            types[i].Index = i;
        }

        var objects = types.OfType<ObjectType>().ToList();
        foreach (var type in types.OfType<CompositeType>())
        {
            var possible = type switch
            {
                ObjectType self => [self],
                UnionType union => union.Types,
                InterfaceType face => objects.Where(candidate => candidate.Implements(face)).ToImmutableArray(),
                _ => [],
            };
            type.SetPossibleTypes(possible, types.Count);
        }

        return [.. types];
    }

    private static ImmutableArray<FieldDefinition> IndexFields(List<NamedType> types, MetaFields metaFields)
    {
        var fields = types.OfType<ComplexType>().SelectMany(type => type.Fields).Concat(metaFields.All).ToImmutableArray();
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i].Index = i;
        }

        return fields;
    }
}
