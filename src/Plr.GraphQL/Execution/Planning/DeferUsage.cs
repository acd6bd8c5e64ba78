using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Validation;

namespace Plr.GraphQL.Execution.Planning;

// One @defer as it was met at one response position: the fragment, and the deferred fragment around it.
// Incremental delivery draft, CollectFields(): a defer usage.
internal sealed class DeferUsage(DirectiveNode directive, DeferUsage? parent)
{
    internal DirectiveNode Directive { get; } = directive;

    internal DeferUsage? Parent { get; } = parent;

    internal string? Label { get; } = IncrementalDirectives.Label(directive);
}
