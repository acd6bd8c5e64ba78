using System.Runtime.CompilerServices;
using System.Text.Json;
using Plr.Rules.Exchange;

namespace Plr.Rules.Tests.Exchange;

/// <summary>The published example of the format, held against its published results.</summary>
public sealed class ExchangeExampleTests
{
    private static readonly string[] Values = ["learner", "qualification", "status", "remaining", "progress"];

    [Fact]
    public void The_example_has_the_published_values()
    {
        using var actual = Run(File.ReadAllBytes(Beside("rta-example.json")));
        using var expected = JsonDocument.Parse(File.ReadAllBytes(Beside("rta-example.results.json")));
        var ours = actual.RootElement.GetProperty("results").EnumerateArray().ToList();
        var theirs = expected.RootElement.GetProperty("results").EnumerateArray().ToList();
        Assert.Equal("rta-results/1", actual.RootElement.GetProperty("format").GetString());
        Assert.Equal(theirs.Count, ours.Count);
        foreach (var (one, other) in ours.Zip(theirs))
        {
            Assert.All(Values, name => Assert.True(JsonElement.DeepEquals(other.GetProperty(name), one.GetProperty(name)), name));
        }
    }

    [Fact]
    public void A_learner_document_beside_the_catalogue_is_read()
    {
        var catalogue = """{"format":"rta-exchange/1","units":[{"id":"U","credits":4,"level":1}],"qualifications":[{"id":"Q","root":{"id":"A","type":"all","units":["U"]}}]}"""u8;
        var learner = """{"id":"L","achieved":[{"unit":"U"}]}"""u8;
        using var output = new MemoryStream();
        Assert.Empty(ExchangeEvaluator.Run(new MemoryStream(catalogue.ToArray()), new MemoryStream(learner.ToArray()), output));
        using var results = JsonDocument.Parse(output.ToArray());
        Assert.Equal("satisfied", results.RootElement.GetProperty("results")[0].GetProperty("status").GetString());
    }

    private static JsonDocument Run(byte[] json)
    {
        using var output = new MemoryStream();
        Assert.Empty(ExchangeEvaluator.Run(new MemoryStream(json), null, output));
        return JsonDocument.Parse(output.ToArray());
    }

    internal static string Beside(string name, [CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, name);
}
