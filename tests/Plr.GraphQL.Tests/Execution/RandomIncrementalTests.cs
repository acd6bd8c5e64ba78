using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Plr.GraphQL.Validation;

namespace Plr.GraphQL.Tests.Execution;

// Documents with @defer and @stream anywhere: the parts make the same whole, and nothing that was announced stays open.
public sealed class RandomIncrementalTests
{
    private static readonly string[] Leaves = ["name", "number", "flag", "id", "nameNN"];

    [Fact]
    public async Task The_parts_of_random_documents_make_the_same_whole()
    {
        var seed = Environment.TickCount;
        for (var i = 0; i < 300; i++)
        {
            var random = new Random(unchecked(seed + i));
            var document = "{ " + Select(random, 3) + " }";
            using var data = JsonDocument.Parse("{\"thing\":" + Thing(random, 4) + "}");
            var engine = Make(data.RootElement);
            var whole = JsonNode.Parse(await engine.ExecuteAsync("{ thing " + document + " }"))!;
            var joined = IncrementalJoin.Join(await engine.StreamAsync("{ thing " + document + " }").ToListAsync());
            var told = $"seed {seed + i}\n{document}\n{data.RootElement}\n{joined.Data}\n{whole}";
            Assert.True(joined.Open.Count == 0, told);
            if (joined.FailedIds > 0)
            {
                continue; // A null takes a fragment along, where without one it takes the object: 6.4.4 and the draft differ here.
            }

            Assert.True(JsonNode.DeepEquals(whole["data"], joined.Data), told);
            if (!whole.ToJsonString().Contains("NON_NULL_VIOLATED", StringComparison.Ordinal))
            {
                // Where a null takes an object along, errors inside it need not be found: 6.4.4.
                Assert.True((whole["errors"]?.AsArray().Count ?? 0) == joined.Errors, told);
            }
        }
    }

    private static string Select(Random random, int depth)
    {
        var text = new StringBuilder();
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            text.Append(random.Next(depth > 0 ? 5 : 1) switch
            {
                0 => Leaves[random.Next(Leaves.Length)],
                1 => $"thing {{ {Select(random, depth - 1)} }}",
                2 => $"... @defer {{ {Select(random, depth - 1)} }}",
                3 => $"things {{ {Select(random, depth - 1)} }}",
                _ => string.Create(
                    CultureInfo.InvariantCulture,
                    $"s{random.Next(1_000_000)}: things @stream(initialCount: {random.Next(3)}) {{ {Select(random, depth - 1)} }}"),
            }).Append(' ');
        }

        return text.ToString();
    }

    private static string Thing(Random random, int depth)
    {
        if (depth == 0 || random.Next(10) == 0)
        {
            return "null";
        }

        var things = string.Join(",", Enumerable.Range(0, random.Next(4)).Select(_ => Thing(random, depth - 1)));
        return $$"""
            { "name": {{(random.Next(6) == 0 ? "\"!BROKEN\"" : "\"n\"")}}, "number": {{random.Next(9)}}, "flag": true, "id": "i",
              "nameNN": {{(random.Next(12) == 0 ? "null" : "\"nn\"")}}, "thing": {{Thing(random, depth - 1)}}, "things": [{{things}}] }
            """;
    }

    private static Engine Make(JsonElement data) => new(
        File.ReadAllText(SchemaFile()),
        schema => CaseBindings.Make(schema, data, Style.SingleAsync),
        options => options.Validation = new()
        {
            Limits = new ValidationLimits { MaxIncrementalParts = 1_000, MaxAliases = 1_000, MaxOverlappingFieldSteps = 1_000_000 },
        },
        services => services.AddScoped<ItemLoader>());

    private static string SchemaFile([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "CaseSchema.graphql");
}
