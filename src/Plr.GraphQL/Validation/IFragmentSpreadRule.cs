using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Validation;

/// <summary>A rule that sees each spread of a named fragment.</summary>
internal interface IFragmentSpreadRule
{
    void Validate(FragmentSpreadNode spread, CompositeType? parentType, ValidationContext context);
}
