using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Types;

/// <summary>A directive as a schema applies it, its arguments coerced.</summary>
public sealed class AppliedDirective
{
    private readonly IReadOnlyDictionary<string, object?> arguments;

    internal AppliedDirective(DirectiveDefinition definition, DirectiveNode node, IReadOnlyDictionary<string, object?> arguments)
    {
        Definition = definition;
        Node = node;
        this.arguments = arguments;
    }

    /// <summary>What it applies.</summary>
    public DirectiveDefinition Definition { get; }

    /// <summary>The name without <c>@</c>.</summary>
    public string Name => Definition.Name;

    /// <summary>The directive as written.</summary>
    public DirectiveNode Node { get; }

    /// <summary>The coerced value of an argument, its default when it was not written; null when neither is there.</summary>
    /// <remarks>Shapes are those of <see cref="InputCoercion"/>: an enum is its name, a list <c>object?[]</c>.</remarks>
    public object? Argument(string name) => arguments.GetValueOrDefault(name);
}
