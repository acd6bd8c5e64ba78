using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Validation.Rules;

/// <summary>A type condition names an object, interface or union.</summary>
/// <remarks>GraphQL September 2025, 5.5.1.3 Fragments on Object, Interface or Union Types.</remarks>
internal sealed class FragmentsOnObjectInterfaceOrUnionTypesRule() : ValidationRule("5.5.1.3", "Fragments on Object, Interface or Union Types"), ITypeConditionRule
{
    public void Validate(NamedTypeNode typeCondition, CompositeType? parentType, ValidationContext context)
    {
        if (context.Schema.FindType(typeCondition.Name) is { } type and not CompositeType)
        {
            context.Report(
                this, $"a fragment can not be on `{type.Name}`, which has nothing to select from", typeCondition.Location);
        }
    }
}
