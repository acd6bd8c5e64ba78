using System.Xml.Linq;

namespace Plr.Architecture.Tests;

public sealed class ProjectArrowTests
{
    /// <summary>A project, then all it may reference.</summary>
    public static TheoryData<string, string[]> Layout { get; } = new()
    {
        { "Plr.GraphQL", [] },
        { "Plr.GraphQL.Federation", ["Plr.GraphQL"] },
        { "Plr.GraphQL.AspNetCore", ["Plr.GraphQL"] },
        { "Plr.GraphQL.Generators", [] },
        { "Plr.Domain", [] },
        { "Plr.Rules", ["Plr.Domain"] },
        { "Plr.Consent", ["Plr.Domain"] },
        { "Plr.Storage", ["Plr.Domain"] },
        { "Plr.Subgraphs", ["Plr.GraphQL", "Plr.GraphQL.Federation", "Plr.GraphQL.Generators", "Plr.Domain", "Plr.Rules", "Plr.Consent"] },
        {
            "Plr.Host",
            ["Plr.GraphQL", "Plr.GraphQL.Federation", "Plr.GraphQL.AspNetCore", "Plr.Domain", "Plr.Rules", "Plr.Consent", "Plr.Storage", "Plr.Subgraphs"]
        },
    };

    [Theory, MemberData(nameof(Layout))]
    public void A_project_references_only_what_the_layout_shows(string project, string[] allowed) =>
        Assert.Empty(ProjectReferences.In(Repository.ReadProject(project)).Except(allowed));

    [Fact] // A guard that nobody has seen fail is not yet a guard.
    public void A_reference_the_layout_lacks_is_found() =>
        Assert.Equal(["Plr.Storage"], ProjectReferences.In(
            XDocument.Parse("""<Project><ProjectReference Include="../Plr.Storage/Plr.Storage.csproj" /></Project>""")));

    [Fact]
    public void Every_project_under_src_has_a_row_in_the_layout() =>
        Assert.Equal(
            Layout.Select(row => (string)row[0]).Order(StringComparer.Ordinal),
            Repository.TrackedFiles
                .Where(file => file.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith(".csproj", StringComparison.Ordinal))
                .Select(file => Path.GetFileNameWithoutExtension(file)!)
                .Order(StringComparer.Ordinal));

    [Fact]
    public void The_engine_has_never_heard_of_a_learner() =>
        Assert.Empty(Repository.SourceFiles
            .Where(file => file.StartsWith("src/Plr.GraphQL", StringComparison.Ordinal))
            .Where(file => Repository.Read(file).Contains("using Plr.Domain", StringComparison.Ordinal)));

    [Fact]
    public void Nothing_below_the_host_has_heard_of_the_host() =>
        Assert.Empty(Repository.SourceFiles
            .Where(file => !file.StartsWith("src/Plr.Host/", StringComparison.Ordinal))
            .Where(file => Repository.Read(file).Contains("using Plr.Host", StringComparison.Ordinal)));
}
