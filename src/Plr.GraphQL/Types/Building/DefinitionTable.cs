using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Types.Building;

/// <summary>The definitions of all documents, sorted by what they define, each with its extensions.</summary>
internal sealed class DefinitionTable
{
    private readonly SchemaErrorList errors;
    private readonly Dictionary<string, TypeSource> typesByName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DirectiveDefinitionNode> directivesByName = new(StringComparer.Ordinal);

    public DefinitionTable(IEnumerable<DocumentNode> documents, SchemaErrorList errors)
    {
        this.errors = errors;
        var own = documents.SelectMany(document => document.Definitions).ToList();
        foreach (var definition in own)
        {
            AddDefinition(definition);
        }

        AddBuiltIn();
        foreach (var extension in own.OfType<TypeDefinitionNode>().Where(type => type.IsExtension))
        {
            AddExtension(extension);
        }
    }

    /// <summary>Types of the documents in source order, then the built-in ones.</summary>
    public List<TypeSource> Types { get; } = [];

    /// <summary>Directives of the documents in source order, then the built-in ones that they do not restate.</summary>
    public List<DirectiveDefinitionNode> Directives { get; } = [];

    /// <summary>The schema definition, if there is one, and all extensions.</summary>
    public List<SchemaDefinitionNode> SchemaParts { get; } = [];

    private void AddDefinition(DefinitionNode definition)
    {
        switch (definition)
        {
            case SchemaDefinitionNode schema:
                AddSchema(schema);
                break;
            case TypeDefinitionNode { IsExtension: false } type:
                AddType(type);
                break;
            case TypeDefinitionNode:
                break; // Extensions wait for all definitions.
            case DirectiveDefinitionNode directive:
                AddDirective(directive);
                break;
            default:
                errors.Add("schema", "must not contain operations or fragments", definition.Location);
                break;
        }
    }

    private void AddSchema(SchemaDefinitionNode schema)
    {
        if (!schema.IsExtension && SchemaParts.Any(part => !part.IsExtension))
        {
            errors.Add("schema", "is defined more than once", schema.Location);
        }

        SchemaParts.Insert(schema.IsExtension ? SchemaParts.Count : 0, schema);
    }

    private void AddType(TypeDefinitionNode type)
    {
        if (BuiltInDefinitions.TypeNames.Contains(type.Name))
        {
            errors.Add(type.Name, "is a built-in type and can not be defined", type.NameLocation);
            return;
        }

        var source = new TypeSource(type);
        if (!typesByName.TryAdd(type.Name, source))
        {
            errors.Add(type.Name, "is defined more than once", type.NameLocation);
            return;
        }

        Types.Add(source);
    }

    private void AddDirective(DirectiveDefinitionNode directive)
    {
        if (!directivesByName.TryAdd(directive.Name, directive))
        {
            errors.Add($"@{directive.Name}", "is defined more than once", directive.NameLocation);
            return;
        }

        Directives.Add(directive);
    }

    // A document may restate a built-in directive, as documents made for several servers do; its own definition then counts.
    private void AddBuiltIn()
    {
        foreach (var definition in BuiltInDefinitions.Document.Definitions)
        {
            if (definition is TypeDefinitionNode type)
            {
                var source = new TypeSource(type);
                typesByName.Add(type.Name, source);
                Types.Add(source);
            }
            else if (definition is DirectiveDefinitionNode directive && directivesByName.TryAdd(directive.Name, directive))
            {
                Directives.Add(directive);
            }
        }
    }

    private void AddExtension(TypeDefinitionNode extension)
    {
        if (!typesByName.TryGetValue(extension.Name, out var source))
        {
            errors.Add(extension.Name, "is extended but not defined", extension.NameLocation);
        }
        else if (source.Definition.Kind != extension.Kind)
        {
            errors.Add(extension.Name, "is extended as another kind of type than it is", extension.NameLocation);
        }
        else
        {
            source.Parts.Add(extension);
        }
    }
}
