using System.Net;
using System.Text.Json;
using Plr.Testing;

namespace Plr.Host.Tests.Serving;

/// <summary>Every operation of <c>clients/operations</c> works against the demonstration with the variables beside it.</summary>
public sealed class OperationFileTests(GraphServer server) : IClassFixture<GraphServer>
{
    private static readonly string[] Gwen = ["--learner", "9000000075"];
    private static readonly string[] Ben = ["--learner", "9000000024"];
    private static readonly string[] Awarder = ["--organisation", "19990004", "--kind", "awarding-organisation"];

    public static TheoryData<string> Names { get; } =
        [.. Directory.GetFiles(RepositoryRoot.Combine("clients", "operations"), "*.graphql").Select(file => Path.GetFileNameWithoutExtension(file)!).Order()];

    [Theory, MemberData(nameof(Names))]
    public async Task An_operation_answers_without_an_error(string name)
    {
        var directory = RepositoryRoot.Combine("clients", "operations");
        var variables = JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(Path.Combine(directory, $"{name}.variables.json")));
        var answer = await server.AskAsync(await File.ReadAllTextAsync(Path.Combine(directory, $"{name}.graphql")), variables, Token(name, variables));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.True(answer.Codes.Count == 0, answer.ToString());
    }

    internal static string Token(string name, JsonElement variables) => name switch
    {
        "SubmitAchievements" => GraphServer.Token(Awarder),
        _ when variables.TryGetProperty("uln", out var uln) => GraphServer.Token("--learner", uln.GetString()!),
        "RevokePermission" => GraphServer.Token(Ben),
        _ => GraphServer.Token(Gwen),
    };
}
