using System.Text;

namespace Plr.Architecture.Tests;

public sealed class ErrorCatalogueTests
{
    private const string CatalogueFile = "schema/errors.md";

    [Fact] // PLR_ACCEPT=1 rewrites it; `git diff` judges.
    public void The_error_page_is_printed_from_the_constants()
    {
        var printed = Print(ErrorCode.All);
        var path = Path.Combine(Repository.Root, CatalogueFile);
        if (Environment.GetEnvironmentVariable("PLR_ACCEPT") == "1")
        {
            File.WriteAllText(path, printed);
        }

        Assert.True(File.Exists(path), $"{CatalogueFile} is missing: run the tests with PLR_ACCEPT=1");
        Assert.Equal(printed, File.ReadAllText(path));
    }

    [Fact]
    public void A_code_is_given_once() =>
        Assert.Empty(ErrorCode.All.GroupBy(code => code.Code).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public void A_code_says_what_it_means() =>
        Assert.Empty(ErrorCode.All.Where(code => code.Meaning.Length < 20).Select(code => code.Code));

    [Fact] // That each page says what the catalogue says is a test of the host's.
    public void Every_code_is_provoked_by_a_test()
    {
        var tests = string.Concat(Repository.TrackedFiles.Where(IsTest).Select(Repository.Read));
        Assert.Empty(ErrorCode.All.Where(code => !code.IsNamedIn(tests)).Select(code => code.Code));
    }

    [Theory]
    [InlineData("Assert.Equal(ErrorCodes.UlnMalformed, code);", true)]
    [InlineData("Assert.Equal(\"ULN_MALFORMED\", code);", true)]
    [InlineData("Assert.Equal(\"ULN_MALFORMED_TWICE\", code);", false)]
    [InlineData("Assert.Equal(ErrorCodes.UlnMalformedTwice, code);", false)]
    public void A_code_that_no_test_names_is_found(string test, bool isNamed) =>
        Assert.Equal(isNamed, new ErrorCode("ULN_MALFORMED", "", "Plr.Domain", "UlnMalformed").IsNamedIn(test));

    [Fact]
    public void A_constant_is_read_with_its_meaning() =>
        Assert.Equal(
            [new ErrorCode("ULN_MALFORMED", "A ULN is not ten digits, see `Uln`. The caller corrects it.", "Plr.Domain", "UlnMalformed")],
            ErrorCode.In(
                """
                    /// <summary>A ULN is not ten digits,
                    /// see <see cref="Uln"/>. The caller corrects it.</summary>
                    public const string UlnMalformed = "ULN_MALFORMED";
                """, "Plr.Domain"));

    // Lists of all codes provoke none.
    private static bool IsTest(string file) =>
        file.StartsWith("tests/", StringComparison.Ordinal)
        && !file.StartsWith("tests/Plr.Architecture.Tests/", StringComparison.Ordinal)
        && (file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".json", StringComparison.Ordinal) || file.EndsWith(".graphql", StringComparison.Ordinal));

    private static string Print(IReadOnlyList<ErrorCode> codes)
    {
        var page = new StringBuilder(
            """
            # Error codes

            Every code that a response can carry in `extensions.code`, what it means and who can fix it. A code is never renamed or used again.
            Printed from the `ErrorCodes` constants by a test; the host serves each at `/errors/{code}`.

            """);
        foreach (var code in codes)
        {
            page.Append(System.Globalization.CultureInfo.InvariantCulture, $"\n## {code.Code}\n\n{code.Meaning}\n");
        }

        return page.ToString();
    }
}
