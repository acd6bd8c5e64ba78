using System.Collections.Immutable;
using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Validation;

/// <summary>A rule that sees the directives of one place, if there are any.</summary>
internal interface IDirectivesRule
{
    void Validate(ImmutableArray<DirectiveNode> directives, DirectiveLocation location, ValidationContext context);
}
