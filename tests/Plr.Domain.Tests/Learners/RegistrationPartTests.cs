using Plr.Domain.Learners;
using Plr.Domain.Permissions;

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
    [InlineData("2013-11-22", null)] // Thirteen today.
    [InlineData("2013-11-23", ErrorCodes.AgeOutOfRange)]
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
    [InlineData(200, true)]
    [InlineData(201, false)]
    [InlineData(0, false)]
    public void A_purpose_has_1_to_200_characters(int length, bool succeeds) => Assert.Equal(succeeds, Purpose.Parse(new string('p', length)).Succeeded);
}
