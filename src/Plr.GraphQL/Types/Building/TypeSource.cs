using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Types.Building;

/// <summary>The definition of one type and its extensions, in that order.</summary>
internal sealed class TypeSource(TypeDefinitionNode definition)
{
    public TypeDefinitionNode Definition { get; } = definition;

    public List<TypeDefinitionNode> Parts { get; } = [definition];

    public string Name => Definition.Name;

    /// <summary>All members of one sort, over the definition and its extensions.</summary>
    public IEnumerable<TMember> Members<TNode, TMember>(Func<TNode, IEnumerable<TMember>> members)
        where TNode : TypeDefinitionNode =>
        Parts.Cast<TNode>().SelectMany(members);

    public IEnumerable<DirectiveNode> Directives => Parts.SelectMany(part => part.Directives);
}
