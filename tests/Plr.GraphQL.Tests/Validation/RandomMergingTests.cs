using System.Text;
using Plr.GraphQL.Language.Parsing;
using Plr.GraphQL.Types;
using Plr.GraphQL.Validation;
using Xunit.Abstractions;

namespace Plr.GraphQL.Tests.Validation;

public sealed class RandomMergingTests(ITestOutputHelper output)
{
    private static readonly Schema Example = Schema.Build("""
        type Query { box: Box  text: TextBox  number: NumberBox }
        interface Box { size(unit: Int): Int  deep: Box  label: String }
        type TextBox implements Box { size(unit: Int): Int  deep: TextBox  label: String  value: String  list: [Box]  other: NumberBox }
        type NumberBox implements Box { size(unit: Int): Int  deep: Box  label: String  value: Int  list: [TextBox]  other: TextBox }
        """);

    private static readonly ValidationOptions Lifted = new()
    {
        Limits = new ValidationLimits { MaxAliases = int.MaxValue, MaxDepth = 100, MaxOverlappingFieldSteps = int.MaxValue },
    };

    private static readonly (string Type, string[] Leaves, (string Field, string Type)[] Objects)[] Types =
    [
        ("Box", ["size", "size(unit: 1)", "label"], [("deep", "Box")]),
        ("TextBox", ["size", "label", "value"], [("deep", "TextBox"), ("list", "Box"), ("other", "NumberBox")]),
        ("NumberBox", ["size(unit: 1)", "label", "value"], [("deep", "Box"), ("list", "TextBox"), ("other", "TextBox")]),
    ];

    [Fact]
    public void Merging_by_groups_agrees_with_merging_by_pairs()
    {
        var firstSeed = Random.Shared.Next();
        output.WriteLine($"first seed {firstSeed}");
        var verdicts = new int[2];
        for (var i = 0; i < 2_000; i++)
        {
            var seed = unchecked(firstSeed + i);
            var text = Generate(new Random(seed));
            var document = Parser.Parse(text).Require();
            var errors = DocumentValidator.Validate(Example, document, Lifted);
            Assert.True(errors.All(error => error.Message.StartsWith("fields `", StringComparison.Ordinal)), $"seed {seed}: {errors.FirstOrDefault()} in {text}");
            var expected = new PairwiseFieldMerging(Example, document).IsValid();
            Assert.True(expected == errors.IsEmpty, $"seed {seed}: {expected} by pairs, {string.Join("; ", errors)} in {text}");
            verdicts[expected ? 1 : 0]++;
        }

        Assert.True(verdicts[0] > 100 && verdicts[1] > 100, $"too one-sided to show anything: {verdicts[0]} invalid, {verdicts[1]} valid");
    }

    // Fragments F0 to F2 spread only later ones, and the operation spreads all of them.
    private static string Generate(Random random)
    {
        var text = new StringBuilder("{ box { ");
        for (var i = 0; i < 3; i++)
        {
            text.Append("...F").Append(i).Append(' ');
        }

        Selections(random, text, "Box", 2, 0);
        text.Append("} }");
        for (var i = 0; i < 3; i++)
        {
            var type = Types[random.Next(Types.Length)].Type;
            text.Append(" fragment F").Append(i).Append(" on ").Append(type).Append(" { ");
            Selections(random, text, type, 2, i + 1);
            text.Append('}');
        }

        return text.ToString();
    }

    private static void Selections(Random random, StringBuilder text, string typeName, int depth, int firstFragment)
    {
        var type = Types.Single(candidate => candidate.Type == typeName);
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            var choice = random.Next(10);
            if (choice < 2 && depth > 0)
            {
                var condition = typeName == "Box" ? Types[random.Next(Types.Length)].Type : random.Next(2) == 0 ? "Box" : typeName;
                text.Append("... on ").Append(condition).Append(" { ");
                Selections(random, text, condition, depth - 1, firstFragment);
                text.Append("} ");
            }
            else if (choice < 6 && depth > 0)
            {
                var (field, below) = type.Objects[random.Next(type.Objects.Length)];
                Alias(random, text).Append(field).Append(" { ");
                Selections(random, text, below, depth - 1, firstFragment);
                text.Append("} ");
            }
            else if (choice == 6 && firstFragment < 3 && typeName == "Box")
            {
                text.Append("...F").Append(random.Next(firstFragment, 3)).Append(' ');
            }
            else
            {
                Alias(random, text).Append(type.Leaves[random.Next(type.Leaves.Length)]).Append(' ');
            }
        }
    }

    private static StringBuilder Alias(Random random, StringBuilder text) =>
        random.Next(6) == 0 ? text.Append((char)('a' + random.Next(3))).Append(": ") : text;
}
