using System.Text.RegularExpressions;

namespace Plr.Architecture.Tests;

/// <summary>What is committed builds anywhere: it names no machine and no package registry.</summary>
public sealed partial class CommittedTextTests
{
    private static readonly string[] TextEndings =
        [".cs", ".csproj", ".props", ".targets", ".sln", ".json", ".md", ".graphql", ".mjs", ".ts", ".yml", ".css", ".html", ".editorconfig", "run"];

    [Fact]
    public void No_tracked_file_names_a_path_of_this_machine()
    {
        string[] places = [Repository.Root, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)];
        Assert.Empty(
            from file in TextFiles()
            where file != "tests/Plr.Architecture.Tests/CommittedTextTests.cs" // its own examples
            from place in MachinePaths(Repository.Read(file), places)
            select $"{file}: {place}");
    }

    [Fact]
    public void No_tracked_file_names_a_package_registry_to_fetch_from() =>
        Assert.Empty(
            from file in TextFiles()
            where !file.StartsWith("tests/Plr.Architecture.Tests/", StringComparison.Ordinal)
            where Registry().IsMatch(Repository.Read(file))
            select $"{file}: {Registry().Match(Repository.Read(file)).Value}");

    [Fact]
    public void No_lock_file_or_package_source_is_tracked() =>
        Assert.Empty(Repository.TrackedFiles.Where(IsTiedToARegistry));

    [Theory]
    [InlineData("cd /home/ada/plr", "/home/ada")]
    [InlineData(@"C:\Users\ada", @"C:\Users\ada")]
    [InlineData("see /somewhere/checkout/src", "/somewhere/checkout")]
    public void A_path_of_the_machine_is_found(string text, string expected) =>
        Assert.Equal([expected], MachinePaths(text, ["/somewhere/checkout"]));

    [Theory]
    [InlineData("packages.lock.json")]
    [InlineData("tests/x/package-lock.json")]
    [InlineData("nuget.config")]
    [InlineData(".npmrc")]
    public void A_file_tied_to_a_registry_is_found(string file) => Assert.True(IsTiedToARegistry(file));

    [Fact]
    public void A_registry_address_is_found() => Assert.Matches(Registry(), "https://registry.example.org/npm/left-pad");

    private static IEnumerable<string> TextFiles() =>
        Repository.TrackedFiles.Where(file => TextEndings.Any(ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase)));

    // A place of one segment ("/src") is too short to tell a machine by.
    private static IEnumerable<string> MachinePaths(string text, IEnumerable<string> places) =>
        places.Where(place => place.Count(character => character is '/' or '\\') > 1 && text.Contains(place, StringComparison.Ordinal))
            .Concat(UserFolder().Matches(text).Select(match => match.Value))
            .Distinct();

    private static bool IsTiedToARegistry(string file) =>
        Path.GetFileName(file).ToUpperInvariant() is "PACKAGES.LOCK.JSON" or "PACKAGE-LOCK.JSON" or "YARN.LOCK" or "PNPM-LOCK.YAML" or "NUGET.CONFIG" or ".NPMRC";

    [GeneratedRegex(@"(?<![\w.:/])/(?:home|Users)/[a-z]\w+|[A-Z]:\\Users\\\w+")]
    private static partial Regex UserFolder();

    [GeneratedRegex(@"https?://[^\s/""]*(?:registry|nuget|artifactory|verdaccio)[^\s""]*", RegexOptions.IgnoreCase)]
    private static partial Regex Registry();
}
