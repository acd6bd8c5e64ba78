using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Validation;

/// <summary>A rule that sees each value, but no variable, where the expected type is known.</summary>
internal interface IValueRule
{
    void Validate(ValueNode value, GraphQLType expectedType, ValidationContext context);
}
