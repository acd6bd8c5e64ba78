using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Validation;

/// <summary>A fragment definition. Where several have one name, the first stands for it.</summary>
internal sealed class FragmentScope(FragmentDefinitionNode definition, CompositeType? type, int index)
    : ExecutableScope(definition, type)
{
    public string Name { get; } = definition.Name;

    /// <summary>Position among the fragments with distinct names.</summary>
    public int Index { get; } = index;
}
