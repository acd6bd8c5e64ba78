using System.Text;
using Plr.GraphQL.Types;

namespace Plr.Benchmarks.Fuzzing;

/// <summary>Writes operations by the grammar and, for the most part, by the schema; here and there they break a rule of validation.</summary>
internal sealed class OperationGrammar(Dice dice)
{
    private const int MaxFields = 40;
    private static readonly GraphQLType IncludeIf = FuzzSchema.Schema.FindDirective("include")!.Arguments[0].Type; // Every schema has it.
    private static readonly string[] Wrong = ["nothing", "__typename", "__schema", "id", "name", "query", "on", "Thing", "_"];
    private static readonly string[] Numbers = ["0", "1", "3", "100", "2147483647", "2147483648", "-1", "1e3", "0.5", "99999999999999999999"];
    private readonly StringBuilder fragments = new();
    private readonly List<string> variables = [];
    private int fields;
    private int fragmentCount;

    public string Document()
    {
        var isMutation = dice.OneIn(8);
        var selection = Selection(isMutation ? FuzzSchema.Schema.MutationType! : FuzzSchema.Schema.QueryType, 0); // The schema has one.
        var declared = variables.Count > 0 && !dice.OneIn(20) ? $"({string.Join(' ', variables)})" : "";
        return $"{(isMutation ? "mutation" : "query")} {(dice.OneIn(3) ? "" : "Q")}{declared}{Directive()} {selection} {fragments}";
    }

    private string Selection(NamedType type, int depth)
    {
        var parts = new List<string>();
        for (var count = 1 + dice.Below(4); count > 0; count--)
        {
            parts.Add(fields < MaxFields && dice.OneIn(5) ? Fragment(type, depth) : Field(type, depth));
        }

        return "{ " + string.Join(dice.OneIn(4) ? "," : " ", parts) + " }";
    }

    private string Field(NamedType type, int depth)
    {
        fields++;
        var alias = dice.OneIn(8) ? $"a{dice.Below(5)}: " : $"f{fields}: ";
        if (type is not ComplexType complex || dice.OneIn(150))
        {
            return alias + (dice.OneIn(20) ? dice.Pick(Wrong) : "__typename") + Directive();
        }

        var candidates = complex.Fields.Where(field => depth < 12 && fields < MaxFields || field.Type.IsLeaf).ToList();
        var field = candidates.Count > 0 ? dice.Pick(candidates) : complex.Fields[0];
        var arguments = field.Arguments.Where(argument => argument.IsRequired || dice.OneIn(2))
            .Select(argument => $"{(dice.OneIn(200) ? dice.Pick(Wrong) : argument.Name)}: {Value(argument.Type, 0)}").ToList();
        var below = field.Type.IsLeaf == dice.OneIn(200) && fields < 2 * MaxFields ? " " + Selection(field.Type.UnderlyingType, depth + 1) : "";
        return $"{alias}{field.Name}{(arguments.Count > 0 ? $"({string.Join(' ', arguments)})" : "")}{Directive()}{below}";
    }

    private string Fragment(NamedType type, int depth)
    {
        var target = type is CompositeType composite && !dice.OneIn(60) ? dice.Pick(composite.PossibleTypes) : FuzzSchema.Schema.QueryType;
        switch (dice.Below(4))
        {
            case 0:
                return $"...{Directive()} {Selection(type, depth + 1)}";
            case 1:
                return $"... on {target.Name}{Directive()} {Selection(target, depth + 1)}";
            case 2 when fragmentCount > 0:
                return $"...F{dice.Below(fragmentCount + 1)}"; // Perhaps itself, perhaps none.
            default:
                var name = $"F{fragmentCount++}";
                var selection = Selection(target, depth + 1); // Which may append fragments of its own.
                fragments.Append($"fragment {name} on {target.Name}{Directive()} {selection} ");
                return $"...{name}{Directive()}";
        }
    }

    private string Directive() => dice.Below(12) switch
    {
        0 => $" @include(if: {Value(IncludeIf, 0)})",
        1 => " @skip(if: true)",
        2 when dice.OneIn(10) => " @nothing(a: [1 {b: $c}])",
        _ => "",
    };

    private string Value(GraphQLType type, int depth)
    {
        if (dice.OneIn(4))
        {
            var name = $"v{variables.Count}";
            variables.Add($"${name}: {(dice.OneIn(30) ? "Int" : type)}{(dice.OneIn(5) ? " = " + Literal(type, depth) : "")}");
            return "$" + name;
        }

        return dice.OneIn(150) ? "null" : Literal(type, depth);
    }

    private string Literal(GraphQLType type, int depth) => dice.OneIn(200) ? dice.Pick(Numbers) : type.NullableType switch
    {
        ListType list => dice.OneIn(5) ? Value(list.OfType, depth + 1)
            : $"[{string.Join(' ', Enumerable.Range(0, dice.Below(4)).Select(_ => depth > 4 ? "null" : Value(list.OfType, depth + 1)))}]",
        InputObjectType { IsOneOf: true } one when !dice.OneIn(20) => dice.Pick(one.Fields) is var field
            ? $"{{{field.Name}: {(field.Type.IsLeaf ? "\"x\"" : "{}")}}}" : "",
        InputObjectType input => "{" + string.Join(' ', input.Fields.Where(field => depth < 4 && dice.OneIn(3)).Select(field => $"{field.Name}: {Value(field.Type, depth + 1)}")) + "}",
        EnumType => dice.Pick(["LOW", "HIGH", "LOW", "HIGH", "LOW", "HIGH", "NOTHING"]),
        { UnderlyingType.Name: "Boolean" } => dice.OneIn(2) ? "true" : "false",
        { UnderlyingType.Name: "Int" or "Float" } => dice.OneIn(8) ? dice.Pick(Numbers) : dice.Pick(["0", "1", "3", "100"]),
        _ => dice.Pick(["\"x\"", "\"\"\"block \\\"\"\" \"\"\"", "\"\\u{1F4A9}\"", "1", "\"\""]),
    };
}
