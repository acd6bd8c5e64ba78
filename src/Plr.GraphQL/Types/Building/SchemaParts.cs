using System.Collections.Immutable;

namespace Plr.GraphQL.Types.Building;

/// <summary>What a schema is made of, once it is known to be whole.</summary>
internal sealed record SchemaParts(
    string? Description,
    ObjectType QueryType,
    ObjectType? MutationType,
    ObjectType? SubscriptionType,
    ImmutableArray<NamedType> Types,
    ImmutableArray<DirectiveDefinition> Directives,
    ImmutableArray<FieldDefinition> Fields,
    AppliedDirectives AppliedDirectives,
    FieldDefinition TypeNameField,
    FieldDefinition SchemaField,
    FieldDefinition TypeField);
