using System.Text.RegularExpressions;

namespace Plr.Architecture.Tests;

public sealed partial class FileShapeTests
{
    private const int MaxLines = 400;

    [Fact]
    public void No_source_file_passes_400_lines() =>
        Assert.Empty(Repository.SourceFiles
            .Select(file => (file, lines: LineCount(Repository.Read(file))))
            .Where(row => row.lines > MaxLines));

    [Fact]
    public void A_namespace_is_the_project_and_the_folders() =>
        Assert.Empty(
            from file in Repository.SourceFiles
            let declared = Namespace().Match(Repository.Read(file)).Groups["name"].Value
            where declared.Length > 0 && declared != ExpectedNamespace(file) && !IsPolyfill(file)
            select $"{file}: {declared}");

    [Fact]
    public void Nothing_is_left_for_later() =>
        Assert.Empty(
            from file in Repository.TrackedFiles
            where file.EndsWith(".cs", StringComparison.Ordinal) && !file.Contains("Architecture.Tests", StringComparison.Ordinal)
            let text = Repository.Read(file)
            where Later().IsMatch(text)
            select $"{file}: {Later().Match(text).Value}");

    [Theory]
    [InlineData("// TODO: finish")]
    [InlineData("[Fact(Skip = \"later\")]")]
    public void What_is_left_for_later_is_found(string line) => Assert.Matches(Later(), line);

    [Fact]
    public void A_long_file_is_found() => Assert.Equal(401, LineCount(string.Concat(Enumerable.Repeat("x\n", 401))));

    [Theory]
    [InlineData("src/Plr.Domain/Permissions/Purpose.cs", "Plr.Domain.Permissions")]
    [InlineData("src/Plr.Host/Program.cs", "Plr.Host")]
    public void A_namespace_is_read_off_the_path(string file, string expected) => Assert.Equal(expected, ExpectedNamespace(file));

    // The compiler looks for these types by their full name.
    private static bool IsPolyfill(string file) => file.StartsWith("src/Plr.GraphQL.Generators/Polyfills/", StringComparison.Ordinal);

    private static int LineCount(string text) => text.AsSpan().Count('\n');

    private static string ExpectedNamespace(string file) =>
        string.Join('.', file.Split('/')[1..^1]);

    [GeneratedRegex(@"^namespace (?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"\bTODO\b|\bFIXME\b|\bHACK\b|Skip\s*=\s*""|NotImplementedException")]
    private static partial Regex Later();
}
