using System.Globalization;
using Plr.Benchmarks.Fuzzing;

namespace Plr.Conformance.Tests.Differential;

/// <summary>Writes values of input types, as literals and as JSON. Types are told by their text, such as <c>[In0!]!</c>.</summary>
internal sealed class InputGrammar(Dice dice)
{
    private const int MaxDepth = 3;
    private static readonly string[] Scalars = ["Int", "Float", "String", "Boolean", "ID"];
    private static readonly string[] Strings = ["\"\"", "\"x\"", "\"a b\"", "\"\\u00e9\\n\"", "\"\\ud83d\\ude00\"", "\"\u00e9\ud83d\ude00\"", "\"5\""];

    /// <summary>The same types by other dice.</summary>
    public InputGrammar(Dice dice, InputGrammar types)
        : this(dice) => (Enums, Objects) = (types.Enums, types.Objects);

    /// <summary>The enums of the schema and their values.</summary>
    public Dictionary<string, string[]> Enums { get; } = new(StringComparer.Ordinal);

    /// <summary>The input objects of the schema and their fields.</summary>
    public Dictionary<string, List<InputField>> Objects { get; } = new(StringComparer.Ordinal);

    /// <summary>The name of the one input object of which exactly one field is given.</summary>
    public const string OneOf = "Pick";

    /// <summary>A field of an input object.</summary>
    public sealed record InputField(string Name, string Type, bool HasDefault)
    {
        public bool IsRequired => Type[^1] == '!' && !HasDefault;
    }

    /// <summary>A leaf or an enum, and with <paramref name="deep"/> perhaps an input object; wrapped in lists and non-nulls.</summary>
    public string Type(bool deep)
    {
        string[] names = [.. Scalars, "Any", .. Enums.Keys, .. deep ? Objects.Keys : (IEnumerable<string>)[]];
        var type = dice.Pick(names);
        for (var lists = dice.OneIn(4) ? 1 + dice.Below(2) : 0; lists > 0; lists--)
        {
            type = $"[{type}{(dice.OneIn(3) ? "!" : "")}]";
        }

        return type + (dice.OneIn(4) ? "!" : "");
    }

    /// <summary>A value as a literal.</summary>
    /// <param name="variable">A variable for a position of a type; null for none.</param>
    public string Literal(string type, Func<string, string?>? variable = null, int depth = 0)
    {
        if (depth > 0 && variable?.Invoke(type) is { } use)
        {
            return use;
        }

        return Write(type, depth, isJson: false, (inner, next) => Literal(inner, variable, next));
    }

    /// <summary>A value as JSON.</summary>
    public string Json(string type, int depth = 0) => Write(type, depth, isJson: true, Json);

    /// <summary>A literal or JSON value that the type refuses.</summary>
    public string Wrong(string type, bool isJson)
    {
        var nullable = type.TrimEnd('!');
        var name = nullable.Trim('[', ']', '!');
        if (type != nullable && dice.OneIn(3))
        {
            return "null";
        }

        return nullable[0] == '[' ? (dice.OneIn(2) ? $"[{Wrong(nullable[1..^1], isJson)}]" : Wrong(nullable[1..^1], isJson)) : name switch
        {
            "Int" => dice.Pick(["2147483648", "1.5", "\"1\"", "true", "[[[1]]]"]),
            "Float" => dice.Pick(["\"1\"", "false", isJson ? "{}" : "RED"]),
            "Boolean" => dice.Pick(["\"true\"", "1", "0"]),
            "String" => dice.Pick(["1", "true", isJson ? "{}" : "RED"]),
            "ID" => dice.Pick(["1.5", "true", isJson ? "{}" : "RED"]),
            "Any" => "1", // It takes everything.
            _ when Enums.ContainsKey(name) => isJson ? dice.Pick(["3", "\"NOWHERE\""]) : dice.Pick(["3", "NOWHERE", "\"A0\""]),
            OneOf => isJson ? dice.Pick(["{}", "{\"p0\":null}", "{\"p0\":1,\"p1\":\"x\"}", "7"]) : dice.Pick(["{}", "{p0: null}", "{p0: 1, p1: \"x\"}", "7"]),
            _ => isJson ? dice.Pick(["{\"nothing\":1}", "7", "\"x\"", "{\"i0\":{}}"]) : dice.Pick(["{nothing: 1}", "7", "\"x\"", "{i0: {}}"]),
        };
    }

    private string Write(string type, int depth, bool isJson, Func<string, int, string> inner)
    {
        if (type[^1] == '!')
        {
            type = type[..^1];
        }
        else if (dice.OneIn(8) || depth > MaxDepth)
        {
            return "null";
        }

        if (type[0] == '[')
        {
            var itemType = type[1..^1];
            return depth == 0 && dice.OneIn(5) && itemType[0] != '[' && !itemType.StartsWith("Any", StringComparison.Ordinal)
                ? Write(itemType.TrimEnd('!') + "!", depth + 1, isJson, inner) // One item stands for a list of it.
                : $"[{string.Join(", ", Enumerable.Range(0, dice.Below(3)).Select(_ => inner(itemType, depth + 1)))}]";
        }

        return Objects.TryGetValue(type, out var fields) ? Object(type, fields, depth, isJson, inner) : Leaf(type, isJson);
    }

    private string Object(string type, List<InputField> fields, int depth, bool isJson, Func<string, int, string> inner)
    {
        var given = type == OneOf ? [dice.Pick(fields)] : fields.Where(field => field.IsRequired || (depth < MaxDepth && dice.OneIn(2)));
        var members = given.Select(field =>
            $"{(isJson ? $"\"{field.Name}\"" : field.Name)}: {inner(type == OneOf ? field.Type + "!" : field.Type, depth + 1)}");
        return $"{{{string.Join(", ", members)}}}";
    }

    private string Leaf(string name, bool isJson) => name switch
    {
        "Int" => (dice.Below(2001) - 1000).ToString(CultureInfo.InvariantCulture),
        "Float" => dice.Pick(["1.5", "-2.25", "3", "1e3", "1024.125"]),
        "Boolean" => dice.Pick(["true", "false"]),
        "String" => dice.OneIn(8) && !isJson ? "\"\"\"\n  block \"quote\"\n    text\n\"\"\"" : dice.Pick(Strings),
        "ID" => dice.OneIn(3) ? dice.Below(100).ToString(CultureInfo.InvariantCulture) : $"\"i{dice.Below(100)}\"",
        "Any" => isJson ? dice.Pick(["1", "\"x\"", "true", "[1, [null]]", "{\"a\": {\"b\": 2.5}}"]) : dice.Pick(["1", "\"x\"", "true", "[1, [null]]", "{a: {b: 2.5}, c: RED}"]),
        _ when Enums.TryGetValue(name, out var values) => isJson ? $"\"{dice.Pick(values)}\"" : dice.Pick(values),
        _ => "1", // Of no input type: the operation is refused, whatever it is.
    };
}
