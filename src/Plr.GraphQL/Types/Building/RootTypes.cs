using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Types.Building;

/// <summary>Finds where operations begin: as the schema definition says, or by the default names.</summary>
/// <remarks>GraphQL September 2025, 3.3.1 Root Operation Types.</remarks>
internal sealed class RootTypes
{
    private readonly Dictionary<OperationType, ObjectType> roots = [];

    public RootTypes(List<SchemaDefinitionNode> schemaParts, TypeTable types, SchemaErrorList errors)
    {
        foreach (var part in schemaParts)
        {
            foreach (var node in part.OperationTypes)
            {
                Add(node, types, errors);
            }
        }

        // An extension alone does not make the schema explicit: federation subgraphs are written that way.
        if (schemaParts.All(part => part.IsExtension))
        {
            AddDefault(OperationType.Query, "Query", types);
            AddDefault(OperationType.Mutation, "Mutation", types);
            AddDefault(OperationType.Subscription, "Subscription", types);
        }

        if (Query is null)
        {
            errors.Add("schema", "must have a query root type", default);
        }
    }

    public ObjectType? Query => roots.GetValueOrDefault(OperationType.Query);

    public ObjectType? Mutation => roots.GetValueOrDefault(OperationType.Mutation);

    public ObjectType? Subscription => roots.GetValueOrDefault(OperationType.Subscription);

    private void Add(OperationTypeDefinitionNode node, TypeTable types, SchemaErrorList errors)
    {
        if (types.ReferenceNamed(node.Type, "schema") is not { } type)
        {
            return;
        }

        if (type is not ObjectType root)
        {
            errors.Add("schema", $"names `{type.Name}` as a root type, which is not an object type", node.Location);
        }
        else if (roots.ContainsValue(root))
        {
            errors.Add("schema", $"names `{type.Name}` as a root type more than once", node.Location);
        }
        else if (!roots.TryAdd(node.Operation, root))
        {
            errors.Add("schema", "names more than one root type for a kind of operation", node.Location);
        }
    }

    private void AddDefault(OperationType operation, string name, TypeTable types)
    {
        if (types.Find(name) is ObjectType root)
        {
            roots.TryAdd(operation, root);
        }
    }
}
