namespace Plr.GraphQL.Validation.Rules;

/// <summary>Fields of one response name are one field wherever both can occur, and of one shape everywhere.</summary>
/// <remarks>GraphQL September 2025, 5.3.2 Field Selection Merging. The work is in <see cref="FieldMerging"/>, which is made for
/// each document, since it gathers fields.</remarks>
internal sealed class FieldSelectionMergingRule() : ValidationRule("5.3.2", "Field Selection Merging")
{
    public void Validate(ValidationContext context) => new FieldMerging(this, context).Validate();
}
