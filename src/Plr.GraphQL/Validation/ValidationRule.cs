namespace Plr.GraphQL.Validation;

/// <summary>A rule of section 5, or of a draft of it. Stateless and shared; it says by interface which places it wants to see.</summary>
internal abstract class ValidationRule
{
    private const string Edition = "https://spec.graphql.org/September2025/#sec-";

    /// <summary>Where the incremental delivery draft is: its rules have no numbers yet.</summary>
    protected const string Draft = "https://github.com/graphql/graphql-wg/blob/main/rfcs/DeferStream.md#";

    protected ValidationRule(string section, string title, string edition = Edition)
    {
        Section = section;
        Title = title;
        Extensions = new Dictionary<string, object?> { ["specifiedBy"] = edition + title.Replace(' ', '-') };
    }

    /// <summary>The number in the specification, such as 5.3.1.</summary>
    public string Section { get; }

    /// <summary>The title in the specification.</summary>
    public string Title { get; }

    /// <summary>What its errors carry: the address of the rule.</summary>
    public IReadOnlyDictionary<string, object?> Extensions { get; }
}
