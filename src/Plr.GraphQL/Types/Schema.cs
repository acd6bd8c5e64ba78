using System.Collections.Frozen;
using System.Collections.Immutable;
using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types.Building;

namespace Plr.GraphQL.Types;

/// <summary>A valid type system: types, directives and the roots of operations. Immutable.</summary>
/// <remarks>GraphQL September 2025, 3.3 Schema.</remarks>
public sealed class Schema
{
    private readonly FrozenDictionary<string, NamedType> typesByName;
    private readonly FrozenDictionary<string, DirectiveDefinition> directivesByName;

    internal Schema(SchemaParts parts)
    {
        Description = parts.Description;
        QueryType = parts.QueryType;
        MutationType = parts.MutationType;
        SubscriptionType = parts.SubscriptionType;
        Types = parts.Types;
        Directives = parts.Directives;
        Fields = parts.Fields;
        AppliedDirectives = parts.AppliedDirectives;
        TypeNameField = parts.TypeNameField;
        SchemaField = parts.SchemaField;
        TypeField = parts.TypeField;
        typesByName = Types.ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);
        directivesByName = Directives.ToFrozenDictionary(directive => directive.Name, StringComparer.Ordinal);
    }

    /// <summary>Markdown; null when there is none.</summary>
    public string? Description { get; }

    /// <summary>Where queries begin.</summary>
    public ObjectType QueryType { get; }

    /// <summary>Where mutations begin; null when there are none.</summary>
    public ObjectType? MutationType { get; }

    /// <summary>Where subscriptions begin; null when there are none.</summary>
    public ObjectType? SubscriptionType { get; }

    /// <summary>All named types by <see cref="NamedType.Index"/>: those of the documents in source order, then the built-in
    /// scalars that something refers to, then the introspection types.</summary>
    public ImmutableArray<NamedType> Types { get; }

    /// <summary>All directives: those of the documents in source order, then the built-in ones.</summary>
    public ImmutableArray<DirectiveDefinition> Directives { get; }

    /// <summary>All fields by <see cref="FieldDefinition.Index"/>, those of introspection and the meta-fields included.</summary>
    public ImmutableArray<FieldDefinition> Fields { get; }

    /// <summary>Directives on the schema itself, those of extensions included.</summary>
    public AppliedDirectives AppliedDirectives { get; }

    /// <summary><c>__typename: String!</c>, found on every composite type.</summary>
    public FieldDefinition TypeNameField { get; }

    /// <summary><c>__schema: __Schema!</c>, found on the query type.</summary>
    public FieldDefinition SchemaField { get; }

    /// <summary><c>__type(name: String!): __Type</c>, found on the query type.</summary>
    public FieldDefinition TypeField { get; }

    /// <summary>Builds a schema of type system documents, extensions merged, and validates it.</summary>
    /// <exception cref="SchemaException">The documents break a rule of section 3; all that were found are listed.</exception>
    public static Schema Build(IEnumerable<DocumentNode> documents, SchemaOptions? options = null) =>
        TryBuild(documents, options, out var errors) ?? throw new SchemaException(errors);

    /// <summary>Builds a schema of one text.</summary>
    /// <exception cref="SchemaException">The text breaks a rule of section 3.</exception>
    /// <exception cref="Language.Parsing.GraphQLSyntaxException">The text is not GraphQL.</exception>
    public static Schema Build(string text, SchemaOptions? options = null) =>
        Build([Language.Parsing.Parser.ParseSchema(text)], options);

    /// <summary>Builds a schema, or tells why not.</summary>
    /// <returns>Null when there are errors.</returns>
    public static Schema? TryBuild(
        IEnumerable<DocumentNode> documents, SchemaOptions? options, out ImmutableArray<SchemaError> errors) =>
        new SchemaBuilder(options ?? new SchemaOptions()).Build(documents, out errors);

    /// <summary>The type of that name; null when there is none.</summary>
    public NamedType? FindType(string name) => typesByName.GetValueOrDefault(name);

    /// <summary>The directive of that name (without <c>@</c>); null when there is none.</summary>
    public DirectiveDefinition? FindDirective(string name) => directivesByName.GetValueOrDefault(name);

    /// <summary>The root type for a kind of operation; null when the schema has none.</summary>
    public ObjectType? RootType(OperationType operation) => operation switch
    {
        OperationType.Mutation => MutationType,
        OperationType.Subscription => SubscriptionType,
        _ => QueryType,
    };

    /// <summary>The type that a document refers to; null when the named type inside is unknown.</summary>
    /// <remarks>Nothing is kept: a request can not grow the schema.</remarks>
    public GraphQLType? ResolveType(TypeNode node) => node switch
    {
        NamedTypeNode named => FindType(named.Name),
        ListTypeNode list => ResolveType(list.Type) is { } item ? item.ListOf ?? new ListType(item) : null,
        NonNullTypeNode nonNull => ResolveType(nonNull.Type) is { } inner ? inner.NonNullOf ?? new NonNullType(inner) : null,
        _ => null,
    };

    /// <summary>Whether every value of the one type is a value of the other, wrapping left aside.</summary>
    /// <remarks>GraphQL September 2025, 3.6, IsSubType().</remarks>
    public static bool IsSubType(NamedType possibleSubType, NamedType superType) =>
        ReferenceEquals(possibleSubType, superType) || (possibleSubType, superType) switch
        {
            (ObjectType type, CompositeType super) => super.IsPossibleType(type),
            (InterfaceType type, InterfaceType super) => type.Implements(super),
            _ => false,
        };
}
