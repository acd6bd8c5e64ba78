using Plr.Domain.Identifiers;

namespace Plr.Domain.Tests.Identifiers;

/// <summary>Numbers of the register. Vectors: HESA C17051 for ULNs, real numbers of the register for the others.</summary>
public sealed class IdentifierTests
{
    [Theory]
    [InlineData("9276308686")] // The number HESA prints.
    [InlineData("1000000043")]
    [InlineData("1026893096")]
    [InlineData("6936002314")]
    public void A_ULN_is_read_and_written_as_it_is(string text) => Assert.Equal(text, Uln.Parse(text).Value.ToDigits());

    [Theory]
    [InlineData("9276308687", ErrorCodes.UlnCheckDigitWrong)] // Last digit off by one.
    [InlineData("9726308686", ErrorCodes.UlnCheckDigitWrong)] // Two digits swapped.
    [InlineData("9999999999", ErrorCodes.UlnCheckDigitWrong)] // The ILR's placeholder is nobody's number.
    [InlineData("1000000004", ErrorCodes.UlnCheckDigitWrong)]
    [InlineData("0000000000", ErrorCodes.UlnMalformed)]
    [InlineData("٩276308686", ErrorCodes.UlnMalformed)] // A digit, but not an ASCII one.
    [InlineData(" 9276308686", ErrorCodes.UlnMalformed)]
    [InlineData("927630868", ErrorCodes.UlnMalformed)]
    [InlineData("", ErrorCodes.UlnMalformed)]
    public void What_is_no_ULN_is_refused_and_not_echoed(string text, string code)
    {
        var problem = Uln.Parse(text).Problem!;
        Assert.Equal(code, problem.Code);
        Assert.False(text.Length > 0 && problem.Message.Contains(text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_ULN_in_a_log_line_is_masked() => Assert.Equal("********86", Uln.Parse("9276308686").Value.ToString());

    [Fact]
    public void Every_single_mistyped_digit_of_a_ULN_is_found()
    {
        const string right = "9276308686";
        for (var place = 0; place < right.Length; place++)
        {
            foreach (var digit in "0123456789".Where(digit => digit != right[place]))
            {
                Assert.False(Uln.Parse(right[..place] + digit + right[(place + 1)..]).Succeeded);
            }
        }
    }

    [Theory]
    [InlineData("600/8900/3", "600/8900/3")]
    [InlineData("60089003", "600/8900/3")]
    [InlineData("603/2658/X", "603/2658/X")]
    public void A_qualification_number_is_read_with_or_without_slashes(string text, string canonical) =>
        Assert.Equal(canonical, QualificationNumber.Parse(text).Value.Value);

    [Theory]
    [InlineData("600/8900/4", ErrorCodes.QualificationNumberCheckDigitWrong)]
    [InlineData("600/89003", ErrorCodes.QualificationNumberMalformed)]
    [InlineData("600/8900/x", ErrorCodes.QualificationNumberMalformed)]
    [InlineData("", ErrorCodes.QualificationNumberMalformed)]
    public void What_is_no_qualification_number_is_refused(string text, string code) => Assert.Equal(code, QualificationNumber.Parse(text).Problem?.Code);

    [Theory]
    [InlineData("61000068")] // Issued early in the 610 series: real, though its check character does not fit.
    [InlineData("6100008X")]
    public void A_number_that_the_register_issued_is_taken_as_it_stands(string text)
    {
        Assert.False(QualificationNumber.Parse(text).Succeeded);
        Assert.False(QualificationNumber.ParseIssued(text).Value.HasValidCheck);
    }

    [Theory]
    [InlineData("M/504/7527", "M/504/7527")]
    [InlineData("A5061821", "A/506/1821")]
    public void A_unit_number_is_read_with_or_without_slashes(string text, string canonical) => Assert.Equal(canonical, UnitNumber.Parse(text).Value.Value);

    [Theory]
    [InlineData("A/504/7527", ErrorCodes.UnitNumberCheckLetterWrong)]
    [InlineData("m/504/7527", ErrorCodes.UnitNumberMalformed)]
    [InlineData("M/504/752", ErrorCodes.UnitNumberMalformed)]
    public void What_is_no_unit_number_is_refused(string text, string code) => Assert.Equal(code, UnitNumber.Parse(text).Problem?.Code);

    [Theory]
    [InlineData("10000001", null)]
    [InlineData("90000001", ErrorCodes.UkprnMalformed)]
    [InlineData("1000000", ErrorCodes.UkprnMalformed)]
    [InlineData("1000000a", ErrorCodes.UkprnMalformed)]
    public void A_UKPRN_is_eight_digits_the_first_of_them_one(string text, string? code) => Assert.Equal(code, Ukprn.Parse(text).Problem?.Code);

    [Fact]
    public void A_number_that_was_never_parsed_can_not_be_read()
    {
        Assert.Throws<InvalidOperationException>(() => default(Uln).Value);
        Assert.Throws<InvalidOperationException>(() => default(UnitNumber).Value);
        Assert.Throws<InvalidOperationException>(() => default(QualificationNumber).Value);
        Assert.Throws<InvalidOperationException>(() => default(Ukprn).Value);
    }
}
