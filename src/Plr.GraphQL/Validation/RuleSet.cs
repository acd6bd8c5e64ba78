using System.Collections.Immutable;
using Plr.GraphQL.Validation.Rules;

namespace Plr.GraphQL.Validation;

/// <summary>The rules, sorted once by what they want to see, so that the walk calls nobody in vain.</summary>
internal sealed class RuleSet
{
    private readonly ImmutableArray<ValidationRule> rules;

    private RuleSet(ImmutableArray<ValidationRule> rules)
    {
        this.rules = rules;
        DocumentRules = Of<IDocumentRule>();
        OperationRules = Of<IOperationRule>();
        FieldRules = Of<IFieldRule>();
        FragmentSpreadRules = Of<IFragmentSpreadRule>();
        TypeConditionRules = Of<ITypeConditionRule>();
        DirectivesRules = Of<IDirectivesRule>();
        ArgumentsRules = Of<IArgumentsRule>();
        ValueRules = Of<IValueRule>();
        ObjectValueRules = Of<IObjectValueRule>();
        VariableDefinitionRules = Of<IVariableDefinitionRule>();
        FieldSelectionMerging = rules.OfType<FieldSelectionMergingRule>().Single();
    }

    public static RuleSet Specified { get; } = new(SpecifiedRules.All);

    public IDocumentRule[] DocumentRules { get; }

    public IOperationRule[] OperationRules { get; }

    public IFieldRule[] FieldRules { get; }

    public IFragmentSpreadRule[] FragmentSpreadRules { get; }

    public ITypeConditionRule[] TypeConditionRules { get; }

    public IDirectivesRule[] DirectivesRules { get; }

    public IArgumentsRule[] ArgumentsRules { get; }

    public IValueRule[] ValueRules { get; }

    public IObjectValueRule[] ObjectValueRules { get; }

    public IVariableDefinitionRule[] VariableDefinitionRules { get; }

    /// <summary>Runs last and alone: it needs a document that is right in every other way.</summary>
    public FieldSelectionMergingRule FieldSelectionMerging { get; }

    private T[] Of<T>() => [.. rules.OfType<T>()];
}
