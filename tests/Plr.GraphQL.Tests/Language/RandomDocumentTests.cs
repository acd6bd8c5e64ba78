using System.Text;
using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Language.Parsing;
using Xunit.Abstractions;

namespace Plr.GraphQL.Tests.Language;

public sealed class RandomDocumentTests(ITestOutputHelper output)
{
    private readonly int firstSeed = Random.Shared.Next();

    [Fact]
    public void What_is_printed_parses_to_what_was_printed()
    {
        output.WriteLine($"first seed {firstSeed}");
        for (var i = 0; i < 500; i++)
        {
            var seed = unchecked(firstSeed + i);
            var generator = new DocumentGenerator(seed);
            var text = i % 2 == 0 ? generator.Executable() : generator.TypeSystem();
            var printed = Parse(text, seed).ToString();
            var again = Parse(printed, seed);
            Assert.True(printed == again.ToString(), $"seed {seed}");
            Assert.True(Values(Parse(text, seed)).SequenceEqual(Values(again)), $"seed {seed}");
        }
    }

    [Fact]
    public void Damaged_documents_give_a_document_or_one_error()
    {
        output.WriteLine($"first seed {firstSeed}");
        for (var i = 0; i < 3_000; i++)
        {
            var seed = unchecked(firstSeed + i);
            var generator = new DocumentGenerator(seed);
            var bytes = Damage(Encoding.UTF8.GetBytes(i % 2 == 0 ? generator.Executable() : generator.TypeSystem()), new Random(seed));
            var limits = new ParserLimits { AllowTypeSystem = true, MaxDepth = 20 };
            var result = Parser.Parse(bytes, limits); // Whatever it throws fails the test with the seed above.
            Assert.True((result.Document is null) != (result.Error is null), $"seed {seed}");
            Assert.True(result.Error is null || result.Error.Location.Position is { Line: >= 1, Column: >= 1 }, $"seed {seed}");
        }
    }

    private static DocumentNode Parse(string text, int seed)
    {
        var result = Parser.Parse(text, ParserLimits.Trusted);
        Assert.True(result.Error is null, $"seed {seed}: {result.Error} in {text}");
        return result.Require();
    }

    // Printing alone could lose the same thing twice: string values are compared as values.
    private static List<string> Values(DocumentNode document)
    {
        var values = new List<string>();
        foreach (var definition in document.Definitions)
        {
            values.Add(definition.Description?.Value ?? "");
        }

        return values;
    }

    private static byte[] Damage(byte[] bytes, Random random)
    {
        var damaged = bytes.ToList();
        for (var times = random.Next(1, 6); times > 0 && damaged.Count > 1; times--)
        {
            var at = random.Next(damaged.Count);
            switch (random.Next(4))
            {
                case 0:
                    damaged.RemoveAt(at);
                    break;
                case 1:
                    damaged[at] = (byte)random.Next(256);
                    break;
                case 2:
                    damaged.InsertRange(at, "{[(\"@...$:\\"u8[..random.Next(10)].ToArray());
                    break;
                default:
                    damaged.RemoveRange(at, random.Next(damaged.Count - at));
                    break;
            }
        }

        return [.. damaged];
    }
}
