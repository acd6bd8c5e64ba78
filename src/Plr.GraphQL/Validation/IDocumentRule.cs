namespace Plr.GraphQL.Validation;

/// <summary>A rule that sees the whole document, once the walk is over.</summary>
internal interface IDocumentRule
{
    void Validate(ValidationContext context);
}
