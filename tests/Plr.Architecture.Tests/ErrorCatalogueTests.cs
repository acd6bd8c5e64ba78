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
        var provoked = Repository.TrackedFiles.Where(IsTest).SelectMany(ProvokedIn).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(ErrorCode.All.Where(code => !provoked.Contains(code.Name) && !provoked.Contains(code.Code)).Select(code => code.Code));
    }

    [Theory]
    [InlineData("Assert.Equal(ErrorCodes.UlnMalformed, code);", "UlnMalformed")]
    [InlineData("Assert.Equal((503, HttpErrorCodes.UlnMalformed), answer);", "UlnMalformed")]
    [InlineData("Assert.Contains(\"\\\"code\\\":\\\"ULN_MALFORMED\\\"\", answer);", "ULN_MALFORMED")]
    [InlineData("RefusedAsync(\"ULN_MALFORMED\");", "ULN_MALFORMED")]
    [InlineData("options.StatusCodes[ErrorCodes.UlnMalformed] = 400;", null)]
    [InlineData("Assert.NotNull(code); Log(\"ULN_MALFORMED\");", null)]
    [InlineData("// ULN_MALFORMED", null)]
    public void Only_a_code_that_a_test_expects_counts(string statement, string? expected) =>
        Assert.Equal(
            expected is null ? [] : [expected],
            ProvokedCodes.InSource($"class Tests {{ void Test() {{ {statement} }} void RefusedAsync(string code) => Assert.Equal(code, \"\"); }}"));

    [Fact]
    public void A_row_of_data_counts() =>
        Assert.Equal(["ULN_MALFORMED", "UlnUnknown"], ProvokedCodes.InSource(
            """class Tests { [Theory, InlineData("ULN_MALFORMED")] void Test() { } TheoryData<string> Rows { get; } = new() { ErrorCodes.UlnUnknown }; }"""));

    [Fact] // What nothing gives, no response carries.
    public void Every_code_is_given_by_the_source()
    {
        var source = string.Concat(Repository.SourceFiles.Where(file => !file.EndsWith("ErrorCodes.cs", StringComparison.Ordinal)).Select(Repository.Read));
        Assert.Empty(ErrorCode.All.Where(code => !code.IsUsedIn(source)).Select(code => code.Code));
    }

    [Theory]
    [InlineData("new Problem(ErrorCodes.UlnMalformed, message)", true)]
    [InlineData("new Problem(ErrorCodes.UlnMalformedTwice, message)", false)]
    public void A_code_that_nothing_gives_is_found(string source, bool isUsed) =>
        Assert.Equal(isUsed, new ErrorCode("ULN_MALFORMED", "", "Plr.Domain", "UlnMalformed").IsUsedIn(source));

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

    private static IEnumerable<string> ProvokedIn(string file) => file.EndsWith(".cs", StringComparison.Ordinal)
        ? ProvokedCodes.InSource(Repository.Read(file))
        : ProvokedCodes.InAnswer(Repository.Read(file));

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
