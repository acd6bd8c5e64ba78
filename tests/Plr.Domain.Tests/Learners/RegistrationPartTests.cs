using Plr.Domain.Learners;
using Plr.Domain.Permissions;
using Plr.Domain.Routes;

namespace Plr.Domain.Tests.Learners;

/// <summary>The parts that a registration or a grant is made of.</summary>
public sealed class RegistrationPartTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("cf103nq", "CF10 3NQ")]
    [InlineData(" SW1A 2AA ", "SW1A 2AA")]
    [InlineData("M1 1AE", "M1 1AE")]
    public void A_postcode_is_read_in_any_case_and_printed_canonical(string text, string canonical) => Assert.Equal(canonical, Postcode.Parse(text).Value);

    [Theory]
    [InlineData("")]
    [InlineData("CF10")]
    [InlineData("12345")]
    [InlineData("CF10 3N")]
    public void What_is_no_postcode_is_refused(string text) => Assert.Equal(ErrorCodes.PostcodeInvalid, Postcode.Parse(text).Problem?.Code);

    [Theory]
    [InlineData("gwen@example.org", null)]
    [InlineData("gwen@", ErrorCodes.EmailInvalid)]
    [InlineData("@example.org", ErrorCodes.EmailInvalid)]
    [InlineData("gwen@example", ErrorCodes.EmailInvalid)]
    [InlineData("gw en@example.org", ErrorCodes.EmailInvalid)]
    [InlineData("a@b@example.org", ErrorCodes.EmailInvalid)]
    public void An_email_address_has_a_form(string text, string? code) => Assert.Equal(code, EmailAddress.Parse(text).Problem?.Code);

    [Theory]
    [Trait("Limit", "DateOfBirth.MaxAge")]
    [InlineData("2013-11-22", null)] // Thirteen today.
    [InlineData("2013-11-23", ErrorCodes.AgeOutOfRange)]
    [InlineData("1916-11-22", null)] // A hundred and ten today.
    [InlineData("1915-11-23", null)] // A hundred and ten, and not yet a hundred and eleven.
    [InlineData("1915-11-22", ErrorCodes.AgeOutOfRange)]
    public void A_learner_is_13_to_110_years_old(string born, string? code) =>
        Assert.Equal(code, DateOfBirth.Check(DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture), Today).Problem?.Code);

    [Fact]
    public void A_name_is_trimmed_and_has_at_most_35_characters_a_part()
    {
        Assert.Equal(new PersonName("Gwen", "Evans"), PersonName.Parse(" Gwen ", "Evans", " ").Value);
        Assert.True(PersonName.Parse(new string('x', 35), "y", null).Succeeded);
        Assert.Equal(ErrorCodes.NameInvalid, PersonName.Parse(new string('x', 36), "y", null).Problem?.Code);
        Assert.Equal(ErrorCodes.NameInvalid, PersonName.Parse("x", "y\u0000", null).Problem?.Code);
    }

    [Theory]
    [Trait("Limit", "PersonName.MaxLength")]
    [InlineData(34, null)]
    [InlineData(35, null)]
    [InlineData(36, ErrorCodes.NameInvalid)]
    public void No_part_of_a_name_is_longer_than_35_characters(int length, string? code)
    {
        var part = new string('x', length);
        Assert.Equal(code, PersonName.Parse(part, "y", null).Problem?.Code);
        Assert.Equal(code, PersonName.Parse("x", part, null).Problem?.Code);
        Assert.Equal(code, PersonName.Parse("x", "y", part).Problem?.Code);
    }

    [Theory]
    [Trait("Limit", "EmailAddress.MaxLength")]
    [InlineData(253, null)]
    [InlineData(254, null)]
    [InlineData(255, ErrorCodes.EmailInvalid)]
    public void An_email_address_has_at_most_254_characters(int length, string? code) =>
        Assert.Equal(code, EmailAddress.Parse("@example.org".PadLeft(length, 'x')).Problem?.Code);

    [Theory]
    [Trait("Limit", "SavedRouteQuery.MaxNameLength")]
    [InlineData(99, null)]
    [InlineData(100, null)]
    [InlineData(101, ErrorCodes.RouteQueryNameInvalid)]
    public void The_name_of_a_query_has_at_most_100_characters(int length, string? code) =>
        Assert.Equal(code, SavedRouteQuery.ParseName(new string('q', length)).Problem?.Code);

    [Theory]
    [Trait("Limit", "Purpose.MaxLength")]
    [InlineData(199, true)]
    [InlineData(200, true)]
    [InlineData(201, false)]
    [InlineData(0, false)]
    public void A_purpose_has_1_to_200_characters(int length, bool succeeds) => Assert.Equal(succeeds, Purpose.Parse(new string('p', length)).Succeeded);
}
