using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Validation;

/// <summary>A variable of an operation; its type is null when the schema has none of that name.</summary>
internal sealed record VariableScope(VariableDefinitionNode Definition, GraphQLType? Type);
