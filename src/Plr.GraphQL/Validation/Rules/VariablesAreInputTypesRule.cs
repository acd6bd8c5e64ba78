namespace Plr.GraphQL.Validation.Rules;

/// <summary>A variable has an input type of the schema.</summary>
/// <remarks>GraphQL September 2025, 5.8.2 Variables Are Input Types.</remarks>
internal sealed class VariablesAreInputTypesRule() : ValidationRule("5.8.2", "Variables Are Input Types"), IVariableDefinitionRule
{
    public void Validate(VariableScope variable, ValidationContext context)
    {
        if (variable.Type is { IsInputType: true })
        {
            return;
        }

        var name = ValidationContext.Name(variable.Definition.Variable.Name);
        var problem = variable.Type is null ? "names no type of the schema" : $"is a `{variable.Type}`, which is no input type";
        context.Report(this, $"the type of variable {name} {problem}", variable.Definition.Type.Location);
    }
}
