using System.Globalization;
using System.Text;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Tests.Execution.Costs;

// Makes random operations on a schema, from a seed; the same seed makes the same operation with its values as literals or as variables.
internal sealed class CostOperations
{
    private const int MaxDepth = 4;
    private const int EnoughNames = 30;
    private readonly Schema schema;
    private readonly Random random;
    private readonly bool usesVariables;
    private readonly List<string> declarations = [];
    private readonly List<string> variables = [];
    private readonly StringBuilder fragments = new();
    private int names;

    private CostOperations(Schema schema, int seed, bool usesVariables)
    {
        this.schema = schema;
        random = new Random(seed);
        this.usesVariables = usesVariables;
    }

    public static (string Document, string Variables) Make(Schema schema, int seed, bool usesVariables)
    {
        var maker = new CostOperations(schema, seed, usesVariables);
        var selection = maker.Selection(schema.QueryType, 0);
        var declared = maker.declarations.Count > 0 ? $"({string.Join(", ", maker.declarations)})" : "";
        return ($"query Q{declared} {selection} {maker.fragments}", "{" + string.Join(",", maker.variables) + "}");
    }

    private string Selection(CompositeType type, int depth)
    {
        var parts = new List<string> { "__typename" };
        for (var count = random.Next(1, depth == 0 ? 5 : 4); count > 0 && (type is not UnionType || depth < MaxDepth); count--)
        {
            parts.Add(type is UnionType || (random.Next(6) == 0 && names < EnoughNames) ? Fragment(type, depth) : Field((ComplexType)type, depth));
        }

        return "{ " + string.Join(' ', parts) + " }";
    }

    private string Fragment(CompositeType type, int depth)
    {
        var target = type.PossibleTypes[random.Next(type.PossibleTypes.Length)];
        if (random.Next(2) == 0)
        {
            return $"... on {target.Name}{Condition()} {Selection(target, depth)}";
        }

        var name = $"F{names++}";
        var selection = Selection(target, depth); // Which may append fragments of its own.
        fragments.Append($"fragment {name} on {target.Name} {selection} ");
        return $"...{name}{Condition()}";
    }

    private string Field(ComplexType type, int depth)
    {
        var fields = type.Fields.Where(field => (depth < MaxDepth && names < EnoughNames) || field.Type.IsLeaf).ToList();
        var field = fields[random.Next(fields.Count)];
        var arguments = field.Arguments.Where(argument => argument.IsRequired || random.Next(3) > 0 || IsTheOnlySlice(argument))
            .Select(argument => $"{argument.Name}: {Value(argument.Type, 0)}").ToList();
        var selection = field.Type.UnderlyingType is CompositeType below ? Selection(below, depth + 1) : "";
        return $"a{names++}: {field.Name}{(arguments.Count > 0 ? $"({string.Join(", ", arguments)})" : "")}{Condition()} {selection}";
    }

    private static bool IsTheOnlySlice(InputValueDefinition argument) => argument.Name is "limit";

    private string Condition() => random.Next(5) switch
    {
        0 => $" @include(if: {Written("Boolean!", random.Next(2) == 0 ? "true" : "false")})",
        1 => $" @skip(if: {Written("Boolean!", random.Next(4) == 0 ? "true" : "false")})",
        _ => "",
    };

    private string Value(GraphQLType type, int depth)
    {
        var (literal, json) = Both(type, depth);
        return Written(type.ToString()!, literal, json);
    }

    private string Written(string type, string literal, string? json = null)
    {
        if (!usesVariables)
        {
            return literal;
        }

        var name = $"v{declarations.Count}";
        declarations.Add($"${name}: {type}");
        variables.Add($"\"{name}\":{json ?? literal}");
        return $"${name}";
    }

    private (string Literal, string Json) Both(GraphQLType type, int depth)
    {
        var text = random.Next(4).ToString(CultureInfo.InvariantCulture);
        switch (type.NullableType)
        {
            case ListType list:
                var items = Enumerable.Range(0, random.Next(4)).Select(_ => Both(list.OfType, depth)).ToList();
                return ($"[{string.Join(",", items.Select(item => item.Literal))}]", $"[{string.Join(",", items.Select(item => item.Json))}]");
            case InputObjectType input:
                var fields = input.Fields.Where(field => random.Next(2) == 0 && (depth < 3 || field.Type.IsLeaf))
                    .Select(field => (field.Name, Value: Both(field.Type, depth + 1))).ToList();
                return (
                    "{" + string.Join(",", fields.Select(field => $"{field.Name}:{field.Value.Literal}")) + "}",
                    "{" + string.Join(",", fields.Select(field => $"\"{field.Name}\":{field.Value.Json}")) + "}");
            case ScalarType { Name: "Int" }:
                return (text, text);
            case ScalarType { Name: "Boolean" }:
                return ("true", "true");
            default:
                return ($"\"{text}\"", $"\"{text}\"");
        }
    }
}
