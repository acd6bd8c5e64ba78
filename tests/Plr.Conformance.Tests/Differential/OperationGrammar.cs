using System.Text;
using Plr.Benchmarks.Fuzzing;
using Plr.GraphQL.Types;

namespace Plr.Conformance.Tests.Differential;

/// <summary>Writes an operation for a schema, with its variables; it is valid unless it is told to break a rule.</summary>
internal sealed partial class OperationGrammar(Dice dice, Schema schema, InputGrammar inputs)
{
    private const int MaxDepth = 5;
    private const int MaxFields = 60;
    private readonly Dictionary<string, string> argumentsOf = new(StringComparer.Ordinal);
    private readonly List<(string Name, CompositeType Type)> fragments = [];
    private readonly StringBuilder fragmentTexts = new();
    private readonly List<(string Name, string Type, string Declaration)> variables = [];
    private readonly List<string> values = [];
    private int fields;
    private int parts;
    private int fragmentCount;
    private bool isMutationRoot;

    /// <summary>How many rules may still be broken.</summary>
    public int Breaks { get; set; }

    /// <summary>Whether parts are deferred and streamed.</summary>
    public bool IsIncremental { get; init; }

    /// <summary>The variables of the operation, as one JSON object.</summary>
    public string Variables => $"{{{string.Join(", ", values)}}}";

    /// <summary>Which operation is meant; null when there is one alone.</summary>
    public string? OperationName { get; private set; }

    public string Document()
    {
        isMutationRoot = schema.MutationType is not null && dice.OneIn(8);
        var kind = isMutationRoot ? "mutation" : "query";
        var selection = Selection(isMutationRoot ? schema.MutationType! : schema.QueryType, 0); // Just asked for.
        if (dice.OneIn(20))
        {
            OperationName = Broken() ? "Nobody" : "Main";
        }

        var other = OperationName is null ? "" : Broken() ? "query Main { __typename }\n" : "query Other { __typename }\n";
        var declared = string.Concat(variables.Select(variable => variable.Declaration + " "));
        var directives = BrokenOperationDirective();
        var description = dice.OneIn(20) ? "\"what it is for\"\n" : "";
        var document = $"{other}{description}{kind} Main{(declared.Length > 0 ? $"({declared.Trim()})" : "")}{directives} {selection}\n{fragmentTexts}{BrokenDefinition()}";
        return BrokenSyntax(dice.OneIn(3) ? Layout.Of(document, dice) : document);
    }

    private string Selection(CompositeType type, int depth)
    {
        var selections = new List<string>();
        for (var count = 1 + dice.Below(depth < 2 ? 5 : 3); count > 0; count--)
        {
            var choice = fields < MaxFields ? dice.Below(12) : 0;
            selections.Add(choice < 8 ? Field(type, depth) : choice < 10 ? Inline(type, depth) : Spread(type, depth));
        }

        return $"{{ {string.Join(' ', selections)}{BrokenSelection(type)} }}";
    }

    private string Field(CompositeType type, int depth)
    {
        fields++;
        var candidates = type is ComplexType complex ? complex.Fields.Where(field => depth < MaxDepth || field.Type.IsLeaf).ToList() : [];
        if (candidates.Count == 0 || dice.OneIn(12))
        {
            return dice.OneIn(4) ? $"t: __typename{Condition()}" : "__typename";
        }

        if (type == schema.QueryType && dice.OneIn(30))
        {
            return Introspection();
        }

        var field = dice.Pick(candidates);
        var stream = IsIncremental && field.Type.IsList && !(isMutationRoot && depth == 0) && dice.OneIn(3) ? Stream() : "";
        // The same response name always means the same: arguments are chosen once for it, and what is streamed has one of its own.
        var name = stream.Length > 0 ? $"s{parts}: {field.Name}" : dice.OneIn(4) ? $"{field.Name}_{dice.Below(3)}: {field.Name}" : field.Name;
        return $"{name}{ArgumentsOf(name, field)}{stream}{Condition()}{BrokenDirective()}{Below(field, depth)}";
    }

    private string Below(FieldDefinition field, int depth) => field.Type.UnderlyingType switch
    {
        CompositeType below => Broken() ? "" : " " + Selection(below, depth + 1),
        _ => Broken() ? " { __typename }" : "",
    };

    private string ArgumentsOf(string name, FieldDefinition field)
    {
        var key = $"{name} {string.Join(' ', field.Arguments.Select(argument => argument.Name))}";
        if (!argumentsOf.TryGetValue(key, out var text))
        {
            var given = field.Arguments.Where(argument => (argument.IsRequired && !Broken()) || dice.OneIn(2))
                .Select(argument => $"{argument.Name}: {Argument(argument.Type.ToString()!, argument.DefaultValue is not null)}") // A type has a text.
                .Concat(BrokenArguments(field)).ToList();
            text = argumentsOf[key] = given.Count == 0 ? "" : $"({string.Join(", ", given)})";
        }
        else if (Broken())
        {
            argumentsOf.Remove(key); // Written anew, perhaps otherwise: then the two do not merge.
        }

        return text;
    }

    private string Argument(string type, bool hasDefault) =>
        Broken() ? inputs.Wrong(type, isJson: false)
        : dice.OneIn(3) ? Variable(type, hasDefault) ?? inputs.Literal(type, Inner)
        : inputs.Literal(type, Inner);

    private string? Inner(string type) => dice.OneIn(6) ? Variable(type, hasDefault: false) : null;

    private string Condition() => dice.OneIn(9)
        ? $" @{dice.Pick(["skip", "include"])}(if: {(dice.OneIn(2) ? dice.Pick(["true", "false"]) : Variable("Boolean!", hasDefault: false))})"
        : "";

    private string Inline(CompositeType type, int depth)
    {
        var condition = Broken() ? BrokenCondition() : dice.OneIn(3) ? null : Overlapping(type).Name;
        var inside = condition is null ? type : schema.FindType(condition) as CompositeType ?? type;
        return $"...{(condition is null ? "" : " on " + condition)}{Condition()}{Defer(depth)} {Selection(inside, depth)}";
    }

    private string Spread(CompositeType type, int depth)
    {
        if (Broken())
        {
            return "...Nowhere";
        }

        var known = fragments.Where(fragment => fragment.Type.Overlaps(type)).ToList();
        if (known.Count > 0 && dice.OneIn(2))
        {
            return $"...{dice.Pick(known).Name}{Condition()}{Defer(depth)}";
        }

        var condition = Overlapping(type);
        var name = $"F{fragmentCount++}";
        var selection = Selection(condition, Math.Max(depth, 2)); // Known only once it is written: so it can not hold itself.
        fragmentTexts.Append("fragment ").Append(name).Append(" on ").Append(condition.Name).Append(' ').Append(selection).Append('\n');
        fragments.Add((name, condition));
        return $"...{name}{Condition()}{Defer(depth)}";
    }

    private CompositeType Overlapping(CompositeType type) =>
        dice.Pick([.. schema.Types.OfType<CompositeType>().Where(candidate => !candidate.IsIntrospection && candidate.Overlaps(type))]);

    private string Defer(int depth) =>
        !IsIncremental || (isMutationRoot && depth == 0 && !Broken()) || !dice.OneIn(2) ? "" : $" @defer({Part()})";

    private string Stream() => $" @stream({Part()}{(dice.OneIn(2) ? $" initialCount: {(Broken() ? -1 : dice.Below(3))}" : "")})";

    // A label at least: a directive without any argument has no parentheses.
    private string Part()
    {
        var label = Broken() ? "L0" : $"L{parts}";
        parts++;
        var condition = dice.Below(6) switch { 0 => " if: false", 1 => $" if: {Variable("Boolean!", hasDefault: false)}", _ => "" };
        return $"label: \"{label}\"{condition}";
    }

    // Null when there are enough.
    private string? Variable(string type, bool hasDefault)
    {
        var known = variables.Where(variable => variable.Type == type).ToList();
        if (known.Count > 0 && dice.OneIn(2))
        {
            return "$" + dice.Pick(known).Name;
        }

        var name = $"v{variables.Count}";
        var nullable = type.TrimEnd('!');
        var mayBeNull = type != nullable && (hasDefault || dice.OneIn(3));
        var declared = Broken() ? BrokenVariableType(type) : mayBeNull ? nullable : nullable + (type != nullable || dice.OneIn(4) ? "!" : "");
        // A nullable variable at a non-null position needs a default at one of the two.
        var variableDefault = (mayBeNull && !hasDefault) || dice.OneIn(4) ? " = " + (Broken() ? inputs.Wrong(type, isJson: false) : inputs.Literal(type)) : "";
        variables.Add((name, type, $"${name}: {declared}{variableDefault}"));
        if (dice.OneIn(100))
        {
            values.Add($"\"{name}\": {inputs.Wrong(type, isJson: true)}");
        }
        else if (!dice.OneIn(declared[^1] == '!' && variableDefault.Length == 0 ? 120 : 3))
        {
            // Conditions that are null are explained, so they are seldom.
            var value = type != "Boolean!" ? inputs.Json(declared) : mayBeNull && dice.OneIn(100) ? "null" : inputs.Json(type);
            values.Add($"\"{name}\": {value}");
        }

        return "$" + name;
    }

    private string Introspection()
    {
        if (dice.OneIn(2))
        {
            return "__schema { queryType { name } types { name kind isOneOf specifiedByURL } }";
        }

        // The descriptions of the built-in scalars are each engine's own.
        var type = dice.Pick([.. schema.Types.Where(type => type is not (ScalarType { IsBuiltIn: true } or { IsIntrospection: true }))]);
        const string Type = "{ kind name ofType { kind name ofType { name ofType { name } } } }";
        return $"__type(name: \"{type.Name}\") {{ name kind description isOneOf "
            + $"fields(includeDeprecated: true) {{ name args {{ name defaultValue type {Type} }} type {Type} }} "
            + $"interfaces {{ name }} possibleTypes {{ name }} enumValues {{ name }} inputFields {{ name defaultValue type {Type} }} }}";
    }
}
