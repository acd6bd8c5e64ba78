using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Validation.Rules;

/// <summary>A literal can be coerced to the type expected where it stands.</summary>
/// <remarks>GraphQL September 2025, 5.6.1 Values of Correct Type. Includes what 3.10.1 asks of OneOf Input Objects.</remarks>
internal sealed class ValuesOfCorrectTypeRule() : ValidationRule("5.6.1", "Values of Correct Type"), IValueRule, IObjectValueRule
{
    public void Validate(ValueNode value, GraphQLType expectedType, ValidationContext context)
    {
        if (!IsCoercible(value, expectedType))
        {
            // A scalar of the application names its own code and remedy: the client need not tell a literal from a variable.
            var problem = ItemType(expectedType) is ScalarType scalar ? scalar.Coercion.ProblemOf(value) : null;
            context.Report(this, problem, $"expected a value of type `{expectedType}`", value.Location);
        }
    }

    public void Validate(ObjectValueNode value, InputObjectType? type, ValidationContext context)
    {
        if (type is not { IsOneOf: true })
        {
            return;
        }

        if (value.Fields.Length != 1)
        {
            context.Report(this, $"exactly one field of `{type.Name}` must be given", value.Location);
        }
        else if (value.Fields[0].Value.Kind == SyntaxKind.NullValue)
        {
            context.Report(this, $"the one field of `{type.Name}` must not be null", value.Location);
        }
    }

    private static GraphQLType ItemType(GraphQLType type)
    {
        while (type.NullableType is ListType list)
        {
            type = list.OfType;
        }

        return type.NullableType;
    }

    // Judges this value alone: the walk comes to items and entries by itself.
    private static bool IsCoercible(ValueNode value, GraphQLType expectedType)
    {
        if (value.Kind == SyntaxKind.NullValue)
        {
            return !expectedType.IsNonNull;
        }

        var type = expectedType.NullableType;
        while (type is ListType list)
        {
            if (value.Kind == SyntaxKind.ListValue)
            {
                return true;
            }

            type = list.OfType.NullableType; // A single value stands for a list of one.
        }

        return type switch
        {
            InputObjectType => value.Kind == SyntaxKind.ObjectValue,
            ScalarType scalar => scalar.Coercion.IsValidLiteral(value),
            EnumType enumType => value is EnumValueNode name && enumType.FindValue(name.Value) is not null,
            _ => true, // No input type: another rule or the schema's own validation says so.
        };
    }
}
