using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Validation;

/// <summary>A rule that sees each type condition: of an inline fragment with its parent type, of a fragment definition without.</summary>
internal interface ITypeConditionRule
{
    void Validate(NamedTypeNode typeCondition, CompositeType? parentType, ValidationContext context);
}
