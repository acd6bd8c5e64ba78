using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Validation;

/// <summary>A rule that sees each input object literal; the type is null where none is expected.</summary>
internal interface IObjectValueRule
{
    void Validate(ObjectValueNode value, InputObjectType? type, ValidationContext context);
}
