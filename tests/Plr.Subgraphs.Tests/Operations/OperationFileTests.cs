using System.Text.Json.Nodes;
using Plr.Subgraphs.Tests.Support;
using static Plr.Subgraphs.Tests.Support.Learners;

namespace Plr.Subgraphs.Tests.Operations;

/// <summary>Every operation in clients/operations fits the schema, and its variables fit the operation.</summary>
public sealed class OperationFileTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "operations");

    public static TheoryData<string> Names => [.. Directory.GetFiles(Folder, "*.graphql").Select(file => Path.GetFileNameWithoutExtension(file)!).Order()];

    [Fact]
    public void The_nine_operations_are_there() => Assert.Superset(
        new HashSet<string>
        {
            "LearnerProgress", "LearnerRecord", "LearnerDisclosures", "GrantPermission", "RevokePermission", "SubmitAchievements", "Qualification",
            "SearchQualifications", "RuleOfCombinationCheck",
        },
        Directory.GetFiles(Folder, "*.graphql").Select(file => Path.GetFileNameWithoutExtension(file)!).ToHashSet());

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_operation_with_its_variables_is_executed(string name)
    {
        using var graph = new Graph().WithGwen();
        var document = await File.ReadAllTextAsync(Path.Combine(Folder, $"{name}.graphql"));
        var variables = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, $"{name}.variables.json")));
        Assert.Contains($" {name}(", document, StringComparison.Ordinal); // The file is named after its operation.
        var answer = await graph.AskAsync(document, AsGwen, variables);
        Assert.True(answer["data"] is not null, answer.ToJsonString());
    }
}
