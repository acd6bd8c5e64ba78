using System.Collections.Immutable;
using Plr.GraphQL.Language;
using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Execution.Documents;

// A variable of an operation with its type found.
internal sealed class PreparedVariable(VariableDefinitionNode node, GraphQLType type)
{
    internal string Name { get; } = node.Variable.Name;

    internal GraphQLType Type { get; } = type;

    internal ValueNode? DefaultValue { get; } = node.DefaultValue;

    // Found when asked: it costs a pass over the text.
    internal ImmutableArray<LinePosition> Locations => node.Location.Position is { } position ? [position] : [];
}
