using System.Text;
using Plr.Rules.Exchange;

namespace Plr.Rules.Tests.Exchange;

/// <summary>What is not of the format is refused with place and reason, and nothing is written.</summary>
public sealed class ExchangeRefusalTests
{
    private const string Unit = """{"id":"U","credits":4,"level":1}""";

    [Theory]
    [InlineData("", "not JSON")]
    [InlineData("{", "not JSON")]
    [InlineData("[1]", "expected an object")]
    [InlineData("""{"format":"rta-exchange/9"}""", "expected `rta-exchange/1`")]
    [InlineData("""{"units":[{"id":"U","credits":-4,"level":1}]}""", "-4 is not between")]
    [InlineData("""{"units":[{"id":"U","credits":99999999999,"level":1}]}""", "whole number")]
    [InlineData("""{"units":[{"id":"U","credits":4,"level":9}]}""", "9 is not between")]
    [InlineData("""{"units":[{"id":"U","level":1}]}""", "a unit has")]
    [InlineData("""{"asOf":"2015-02-30"}""", "expected a date")]
    [InlineData("""{"learners":[{"id":"L","achieved":[]},{"id":"L","achieved":[]}]}""", "another learner")]
    [InlineData("""{"pairs":[{"learner":"L","qualification":"Q"}]}""", "not a learner of the document")]
    [InlineData("{} {}", "not JSON")]
    public void Refuses_a_document(string json, string reason) => Assert.Contains(reason, Refusal(json).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"id":"A","type":"all","units":["X"]}""", "`X` is not a unit of the catalogue")]
    [InlineData("""{"id":"A","type":"heap","units":["U"]}""", "`heap` is not a type of node")]
    [InlineData("""{"id":"A","type":"group","nodes":[{"id":"A","type":"pool","units":["U"]}]}""", "label of another node")]
    [InlineData("""{"id":"A","type":"pool","units":["U"],"bounds":[{"measure":"credits","min":-1}]}""", "-1 is not between")]
    [InlineData("""{"id":"A","type":"pool","units":["U"],"bounds":[{"measure":"credits","min":1000001}]}""", "1000001 is not between")]
    [InlineData("""{"id":"A","type":"pool","units":["U"],"bounds":[{"measure":"weight","min":1}]}""", "not a measure")]
    [InlineData("""{"id":"A","type":"pool","units":["U"],"bounds":[{"measure":"units","minShare":[3,2]}]}""", "expected a share")]
    [InlineData("""{"type":"pool","units":["U"]}""", "a node has an `id`")]
    [InlineData("""{"id":"A","type":"group"}""", "a node of type group has `nodes`")]
    public void Refuses_a_rule_and_says_where(string root, string reason)
    {
        var json = $$"""
            {"units":[{{Unit}}],
             "qualifications":[
               {"id":"Q","root":{{root}}}]}
            """;
        var problem = Refusal(json);
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
        Assert.Equal(3, problem.Line);
        Assert.Contains("Q", problem.Path + problem.Message + "qualifications", StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Refuses_groups_nested_without_end()
    {
        var nested = new StringBuilder();
        for (var depth = 0; depth < 100; depth++)
        {
            nested.Append(System.Globalization.CultureInfo.InvariantCulture, $"{{\"id\":\"N{depth}\",\"type\":\"group\",\"nodes\":[");
        }

        nested.Append("""{"id":"P","type":"pool","units":["U"]}""");
        nested.Insert(nested.Length, string.Concat(Enumerable.Repeat("]}", 100)));
        Assert.Contains("nested more than 64 deep", Refusal($$"""{"units":[{{Unit}}],"qualifications":[{"id":"Q","root":{{nested}}}]}""").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_document_without_end_before_it_fills_the_memory()
    {
        using var endless = new EndlessStream();
        using var output = new MemoryStream();
        var problems = ExchangeEvaluator.Run(endless, null, output);
        Assert.Contains("larger than", Assert.Single(problems).Message, StringComparison.Ordinal);
    }

    private static ExchangeProblem Refusal(string json)
    {
        using var output = new MemoryStream();
        var problems = ExchangeEvaluator.Run(new MemoryStream(Encoding.UTF8.GetBytes(json)), null, output);
        Assert.Equal(0, output.Length);
        Assert.NotEmpty(problems);
        return problems[0];
    }

    private sealed class EndlessStream : MemoryStream
    {
        public override int Read(Span<byte> buffer)
        {
            buffer.Fill((byte)' ');
            return buffer.Length;
        }
    }
}
