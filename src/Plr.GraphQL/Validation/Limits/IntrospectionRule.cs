using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Validation.Limits;

/// <summary>Where introspection is switched off, <c>__schema</c> and <c>__type</c> are refused; <c>__typename</c> stays.</summary>
internal static class IntrospectionRule
{
    public static void Validate(FieldNode field, FieldDefinition? definition, ValidationContext context)
    {
        if (definition == context.Schema.SchemaField || definition == context.Schema.TypeField)
        {
            context.ReportLimit(
                ErrorCodes.IntrospectionDisabled, $"this service does not answer `{field.Name}`", field.Location);
        }
    }
}
