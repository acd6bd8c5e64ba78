namespace Plr.GraphQL.Validation;

/// <summary>A rule that sees each variable of an operation.</summary>
internal interface IVariableDefinitionRule
{
    void Validate(VariableScope variable, ValidationContext context);
}
