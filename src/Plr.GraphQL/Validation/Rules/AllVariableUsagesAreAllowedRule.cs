using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Validation.Rules;

/// <summary>A variable is used only where its type fits.</summary>
/// <remarks>GraphQL September 2025, 5.8.5 All Variable Usages Are Allowed. IsVariableUsageAllowed() and AreTypesCompatible().</remarks>
internal sealed class AllVariableUsagesAreAllowedRule() : ValidationRule("5.8.5", "All Variable Usages Are Allowed"), IDocumentRule
{
    public void Validate(ValidationContext context)
    {
        foreach (var operation in context.Operations)
        {
            foreach (var usage in operation.AllUsages(context.Fragments))
            {
                if (operation.FindVariable(usage.Variable.Name) is { Type: { } variableType } variable
                    && usage.LocationType is { } locationType
                    && !IsVariableUsageAllowed(variable.Definition, variableType, usage, locationType)
                    && !context.IsFull)
                {
                    context.Report(
                        this,
                        $"variable {ValidationContext.Name(usage.Variable.Name)} of type `{variableType}` is used where a "
                        + $"`{locationType}`{(usage.IsOneOfField ? ", not null," : "")} is expected",
                        variable.Definition.Location,
                        usage.Variable.Location);
                }
            }
        }
    }

    private static bool IsVariableUsageAllowed(
        VariableDefinitionNode definition, GraphQLType variableType, VariableUsage usage, GraphQLType locationType)
    {
        var isNonNullPosition = locationType.IsNonNull || usage.IsOneOfField;
        if (!isNonNullPosition || variableType.IsNonNull)
        {
            return AreTypesCompatible(variableType, locationType);
        }

        var hasNonNullVariableDefaultValue = definition.DefaultValue is { Kind: not SyntaxKind.NullValue };
        return (hasNonNullVariableDefaultValue || usage.HasLocationDefault)
            && AreTypesCompatible(variableType, locationType.NullableType);
    }

    private static bool AreTypesCompatible(GraphQLType variableType, GraphQLType locationType) =>
        (variableType, locationType) switch
        {
            (NonNullType variable, NonNullType location) => AreTypesCompatible(variable.OfType, location.OfType),
            (_, NonNullType) => false,
            (NonNullType variable, _) => AreTypesCompatible(variable.OfType, locationType),
            (ListType variable, ListType location) => AreTypesCompatible(variable.OfType, location.OfType),
            _ => ReferenceEquals(variableType, locationType),
        };
}
