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

    [Fact]
    public void A_constant_is_read_with_its_meaning() =>
        Assert.Equal(
            [new ErrorCode("ULN_MALFORMED", "A ULN is not ten digits, see `Uln`. The caller corrects it.", "Plr.Domain")],
            ErrorCode.In(
                """
                    /// <summary>A ULN is not ten digits,
                    /// see <see cref="Uln"/>. The caller corrects it.</summary>
                    public const string UlnMalformed = "ULN_MALFORMED";
                """, "Plr.Domain"));

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
