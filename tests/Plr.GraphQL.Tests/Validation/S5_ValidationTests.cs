namespace Plr.GraphQL.Tests.Validation;

/// <summary>Every file of Cases: the examples and counter-examples of section 5, and ours beside them.</summary>
public sealed class S5_ValidationTests
{
    public static TheoryData<string> Cases => [.. ValidationCase.Names()];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_rule_finds_its_counter_examples_and_nothing_else(string name)
    {
        var validationCase = ValidationCase.Read(name);
        var errors = validationCase.Errors();
        var rule = "https://spec.graphql.org/September2025/#sec-" + validationCase.Title.Replace(' ', '-');
        var found = errors.Where(error => ValidationCase.RuleOf(error) == rule).ToList();
        Assert.True(validationCase.IsValid == (found.Count == 0), string.Join("; ", errors));
        Assert.All(found, error => Assert.Equal(ErrorCodes.GraphQLValidationFailed, error.Code));
        Assert.All(found, error => Assert.NotEmpty(error.Locations));
        if (name.StartsWith("5.3.2", StringComparison.Ordinal))
        {
            Assert.Equal(found.Count, errors.Count); // Merging is looked at only where nothing else is wrong.
        }
    }

    [Fact]
    public void Every_section_of_the_chapter_has_cases()
    {
        string[] sections =
        [
            "5.1.1", "5.2.1.1", "5.2.2.1", "5.2.3.1", "5.2.4.1", "5.3.1", "5.3.2", "5.3.3", "5.4.1", "5.4.2", "5.4.3", "5.5.1.1",
            "5.5.1.2", "5.5.1.3", "5.5.1.4", "5.5.2.1", "5.5.2.2", "5.5.2.3", "5.6.1", "5.6.2", "5.6.3", "5.6.4", "5.7.1", "5.7.2",
            "5.7.3", "5.8.1", "5.8.2", "5.8.3", "5.8.4", "5.8.5",
        ];
        Assert.Equal(sections, ValidationCase.Names().Select(name => name.Split('-')[0]).Distinct());
        Assert.All(sections, section => Assert.Contains(ValidationCase.Names(), name => name.StartsWith(section + "-", StringComparison.Ordinal) && name.Contains("/invalid", StringComparison.Ordinal)));
        Assert.All(sections, section => Assert.Contains(ValidationCase.Names(), name => name.StartsWith(section + "-", StringComparison.Ordinal) && name.Contains("/valid", StringComparison.Ordinal)));
    }
}
