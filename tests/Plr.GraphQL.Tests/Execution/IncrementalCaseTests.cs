using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace Plr.GraphQL.Tests.Execution;

// IncrementalCases/*.graphql with .variables.json, .data.json and .responses.json beside them: all responses of a request, in their order.
// Incremental delivery draft. Adding a case adds no C#.
public sealed class IncrementalCaseTests
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
    public async Task The_responses_are_as_written_and_do_not_depend_on_how_fields_are_bound(string name)
    {
        var expectedFile = Path.Combine(Folder(), name + ".responses.json");
        foreach (var style in Enum.GetValues<Style>())
        {
            using var data = JsonDocument.Parse(Read(name + ".data.json", "{}"));
            var responses = await ExecuteAsync(name, style, data.RootElement);
            var text = new JsonArray([.. responses.Select(response => JsonNode.Parse(response))]).ToJsonString(Indented) + "\n";
            if (Environment.GetEnvironmentVariable("PLR_ACCEPT") == "1" && style == default)
            {
                await File.WriteAllTextAsync(expectedFile, text);
            }

            Assert.True(await File.ReadAllTextAsync(expectedFile) == text, $"{name}, {style}:\n{text}");
        }
    }

    [Theory] // Whoever waits for everything has what whoever defers nothing has.
    [MemberData(nameof(Cases))]
    public async Task The_parts_make_the_same_whole(string name)
    {
        using var data = JsonDocument.Parse(Read(name + ".data.json", "{}"));
        var responses = await ExecuteAsync(name, Style.Single, data.RootElement);
        var whole = JsonNode.Parse(await Make(Style.Single, data.RootElement).ExecuteAsync(
            Read(name + ".graphql", ""), Read(name + ".variables.json", "")))!;
        var joined = IncrementalJoin.Join(responses);
        if (joined.FailedIds == 0)
        {
            Assert.True(JsonNode.DeepEquals(whole["data"], joined.Data), $"{joined.Data}\n{whole["data"]}");
        }

        Assert.Equal(whole["errors"]?.AsArray().Count ?? 0, joined.Errors);
        Assert.Empty(joined.Open);
    }

    private static Task<List<string>> ExecuteAsync(string name, Style style, JsonElement data) =>
        Make(style, data).StreamAsync(Read(name + ".graphql", ""), Read(name + ".variables.json", "")).ToListAsync().AsTask();

    private static Engine Make(Style style, JsonElement data) => new(
        File.ReadAllText(Path.Combine(Folder(), "..", "CaseSchema.graphql")),
        schema => CaseBindings.Make(schema, data, style),
        register: services => services.AddScoped<ItemLoader>());

    private static string Read(string file, string otherwise) =>
        File.Exists(Path.Combine(Folder(), file)) ? File.ReadAllText(Path.Combine(Folder(), file)) : otherwise;

    private static string Folder([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "IncrementalCases");
}
