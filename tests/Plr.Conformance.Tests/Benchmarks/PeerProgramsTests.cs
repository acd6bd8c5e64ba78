using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Plr.Benchmarks.Serving.Plain;
using Plr.Benchmarks.SideBySide;
using Plr.Testing;

namespace Plr.Conformance.Tests.Benchmarks;

/// <summary>The programs of <c>peers/</c>, which only a measurement runs: that they parse, and serve the schema that ours serves.</summary>
public sealed partial class PeerProgramsTests
{
    private static readonly string Folder = RepositoryRoot.Combine("tests", "Plr.Benchmarks", "peers");

    public static TheoryData<string> Programs => new(ProgramNames);

    private static IEnumerable<string> ProgramNames => Directory.EnumerateFiles(Folder, "*.mjs").Select(file => Path.GetFileName(file));

    [Theory, MemberData(nameof(Programs))]
    public async Task A_program_parses(string program) => Assert.Equal("", await ComplaintAsync("node", "--check", Path.Combine(Folder, program)));

    [Fact]
    public async Task The_script_that_runs_all_parses() => Assert.Equal("", await ComplaintAsync("bash", "-n", Path.Combine(Folder, "run.sh")));

    [Fact]
    public async Task A_program_that_does_not_parse_is_found()
    {
        var broken = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.mjs");
        await File.WriteAllTextAsync(broken, "export async function listen(port {}");
        Assert.Contains("SyntaxError", await ComplaintAsync("node", "--check", broken), StringComparison.Ordinal);
        File.Delete(broken);
    }

    [Fact]
    public void Every_peer_has_its_program() => Assert.Empty(Peer.All.Select(peer => peer.Name + ".mjs").Except(ProgramNames));

    [Fact]
    public void Every_version_is_exact()
    {
        var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "package.json")))!;
        var versions = from section in (string[])["dependencies", "optionalDependencies", "overrides"] from package in manifest[section]!.AsObject() select package;
        Assert.Empty(versions.Where(package => !Exact().IsMatch(package.Value!.GetValue<string>())));
    }

    [Fact]
    public void The_schema_is_that_of_the_engine() =>
        Assert.Equal(PlainSchema.Sdl, File.ReadAllText(Path.Combine(Folder, "schema.graphql")).TrimEnd());

    [Fact]
    public void Without_packages_the_remedy_is_named()
    {
        var empty = new PeerFolder(Directory.CreateTempSubdirectory());
        var error = Assert.Throws<InvalidOperationException>(() => empty.Serve(Peer.All[0], 1, 1, "Host=127.0.0.1"));
        Assert.Contains("run.sh", error.Message, StringComparison.Ordinal);
        empty.Folder.Delete();
    }

    /// <returns>What the program says is wrong; nothing where it is content.</returns>
    private static async Task<string> ComplaintAsync(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!; // Not null: the shell is not used.
        var complaint = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? "" : complaint;
    }

    [GeneratedRegex(@"^\d+\.\d+\.\d+$")]
    private static partial Regex Exact();
}
