using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Plr.Benchmarks.Seeding;
using Plr.Benchmarks.Serving;

namespace Plr.Benchmarks.Comparison;

/// <summary>One document and the variables that it is asked with, in turn.</summary>
/// <param name="Opening">How an answer to it begins: one that holds an error, or found nothing, begins otherwise.</param>
internal sealed record Operation(string Name, string Document, string Opening, IReadOnlyList<JsonObject?> Variables)
{
    private readonly byte[] opening = Encoding.UTF8.GetBytes("\r\n\r\n" + Opening);

    public static IReadOnlyList<Operation> All { get; } =
    [
        new("hello", Documents.Hello, """{"data":{"hello":"world"}}""", [null]),
        new("learner", Documents.Learner, """{"data":{"learner":{"uln":""", [.. Enumerable.Range(0, 1_000).Select(Learner)]),
        new("learners50", Documents.Learners, """{"data":{"learners":[{"uln":""", [new JsonObject { ["first"] = 50 }]),
    ];

    /// <summary>The requests, one for each of the variables.</summary>
    /// <param name="document">What a server with another schema is asked instead.</param>
    public IReadOnlyList<byte[]> Bodies(string? document = null) => [.. Variables.Select(variables => Body(document ?? Document, variables))];

    /// <summary>Judges an answer, head and body.</summary>
    public bool Accepts(ReadOnlySpan<byte> answer) => answer.IndexOf(opening) >= 0;

    public static byte[] Body(string document, JsonObject? variables) =>
        Encoding.UTF8.GetBytes(new JsonObject { ["query"] = document, ["variables"] = variables?.DeepClone() }.ToJsonString());

    private static JsonObject Learner(int index) =>
        new() { ["uln"] = (Seeder.FirstUln + (index * 7L % Seeder.Learners)).ToString(CultureInfo.InvariantCulture) };
}
