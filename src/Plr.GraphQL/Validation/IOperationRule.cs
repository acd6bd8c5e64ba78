namespace Plr.GraphQL.Validation;

/// <summary>A rule that sees each operation before what it selects.</summary>
internal interface IOperationRule
{
    void Validate(OperationScope operation, ValidationContext context);
}
