using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;

namespace Plr.GraphQL.Tests.Execution;

// Cases/*.graphql with .variables.json, .data.json and .response.json beside them. Adding a case adds no C#.
public sealed partial class ExecutionCaseTests
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static TheoryData<string> Cases =>
        [.. Directory.GetFiles(Folder(), "*.graphql").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_response_is_as_written_and_does_not_depend_on_how_fields_are_bound(string name)
    {
        var expectedFile = Path.Combine(Folder(), name + ".response.json");
        foreach (var style in Enum.GetValues<Style>())
        {
            var response = Pretty(await ExecuteAsync(name, style));
            if (Environment.GetEnvironmentVariable("PLR_ACCEPT") == "1" && style == default)
            {
                await File.WriteAllTextAsync(expectedFile, response);
            }

            Assert.True(await File.ReadAllTextAsync(expectedFile) == response, $"{name}, {style}:\n{response}");
        }
    }

    private static async Task<string> ExecuteAsync(string name, Style style)
    {
        var logger = new RecordingLogger();
        using var data = JsonDocument.Parse(Read(name + ".data.json", "{}"));
        var engine = new Engine(
            await File.ReadAllTextAsync(Path.Combine(Folder(), "..", "CaseSchema.graphql")),
            schema => CaseBindings.Make(schema, data.RootElement, style),
            register: services => services.AddScoped<ItemLoader>(),
            logger: logger);
        var response = await engine.ExecuteAsync(Read(name + ".graphql", ""), Read(name + ".variables.json", ""));
        // A bug that nobody asked for would hide behind its mask.
        Assert.All(logger.Entries, entry => Assert.Matches("a secret of the server|bound to no possible type|^Request refused: INPUT_COERCION_FAILED$", entry.Exception?.Message ?? entry.Message));
        return response;
    }

    private static string Read(string file, string otherwise) =>
        File.Exists(Path.Combine(Folder(), file)) ? File.ReadAllText(Path.Combine(Folder(), file)) : otherwise;

    // The id of a request is new each time.
    private static string Pretty(string response) =>
        RequestId().Replace(JsonNode.Parse(response)!.ToJsonString(Indented), "\"requestId\": \"…\"") + "\n";

    private static string Folder([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "Cases");

    [GeneratedRegex("\"requestId\": \"[0-9a-f]{32}\"")]
    private static partial Regex RequestId();
}
