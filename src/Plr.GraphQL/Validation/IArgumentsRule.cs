namespace Plr.GraphQL.Validation;

/// <summary>A rule that sees the arguments of each known field or directive that has some or defines some.</summary>
internal interface IArgumentsRule
{
    void Validate(in ArgumentOwner owner, ValidationContext context);
}
