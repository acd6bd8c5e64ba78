using Plr.GraphQL.Language.Parsing;
using Plr.GraphQL.Validation;
using Xunit.Abstractions;

namespace Plr.GraphQL.Tests.Validation;

public sealed class RandomDocumentValidationTests(ITestOutputHelper output)
{
    private static readonly string[] Pieces =
        ["{", "}", "...", "... on Dog", "name", "dog", "...F", "$a", "(a: $a)", "@skip(if: $a)", "fragment F on Dog {", "query", "null", "[", "]"];

    [Fact]
    public void Damaged_cases_are_judged_without_an_exception()
    {
        var firstSeed = Random.Shared.Next();
        output.WriteLine($"first seed {firstSeed}");
        var documents = ValidationCase.Names().Select(name => ValidationCase.Read(name).Document.ToString()).ToArray();
        var limits = new ParserLimits { AllowTypeSystem = true };
        var parsed = 0;
        for (var i = 0; i < 5_000; i++)
        {
            var random = new Random(unchecked(firstSeed + i));
            var text = Damage(documents[random.Next(documents.Length)], documents[random.Next(documents.Length)], random);
            if (Parser.Parse(text, limits).Document is { } document)
            {
                parsed++;
                var errors = DocumentValidator.Validate(ValidationCase.DefaultSchema, document); // Throwing fails the test.
                Assert.True(errors.Length <= ValidationLimits.Default.MaxErrors);
                Assert.All(errors, error => Assert.NotEmpty(error.Message));
            }
        }

        Assert.True(parsed > 500, $"only {parsed} documents were still grammatical");
    }

    // Two cases joined, and words of the result replaced, swapped or left out.
    private static string Damage(string first, string second, Random random)
    {
        var words = (first + " " + second).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).ToList();
        for (var times = random.Next(0, 3); times > 0; times--)
        {
            var at = random.Next(words.Count);
            switch (random.Next(3))
            {
                case 0:
                    words[at] = Pieces[random.Next(Pieces.Length)];
                    break;
                case 1:
                    words[at] = words[random.Next(words.Count)];
                    break;
                default:
                    words.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
            }
        }

        return string.Join(' ', words);
    }
}
