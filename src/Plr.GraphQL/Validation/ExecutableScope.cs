using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Validation;

/// <summary>An operation or fragment with what the walk gathers in it.</summary>
internal abstract class ExecutableScope(ExecutableDefinitionNode definition, CompositeType? type)
{
    public ExecutableDefinitionNode Definition { get; } = definition;

    /// <summary>The root type or type condition; null when the schema has no such composite type.</summary>
    public CompositeType? Type { get; } = type;

    /// <summary>The fragments spread directly in it, repetitions included.</summary>
    public List<FragmentSpreadNode> Spreads { get; } = [];

    /// <summary>The variables used directly in it.</summary>
    public List<VariableUsage> VariableUsages { get; } = [];
}
