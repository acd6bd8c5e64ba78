namespace Plr.GraphQL.Validation;

/// <summary>A rule of section 5. Stateless and shared; it says by interface which places it wants to see.</summary>
internal abstract class ValidationRule
{
    private const string Edition = "https://spec.graphql.org/September2025/#sec-";

    protected ValidationRule(string section, string title)
    {
        Section = section;
        Title = title;
        Extensions = new Dictionary<string, object?> { ["specifiedBy"] = Edition + title.Replace(' ', '-') };
    }

    /// <summary>The number in the specification, such as 5.3.1.</summary>
    public string Section { get; }

    /// <summary>The title in the specification.</summary>
    public string Title { get; }

    /// <summary>What its errors carry: the address of the rule.</summary>
    public IReadOnlyDictionary<string, object?> Extensions { get; }
}
