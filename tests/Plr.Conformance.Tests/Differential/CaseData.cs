using System.Globalization;
using Plr.GraphQL;
using Plr.GraphQL.Binding;
using Plr.GraphQL.Types;

namespace Plr.Conformance.Tests.Differential;

/// <summary>The data of a case: what a field holds follows from what its parent is, its name and its arguments.
/// <c>data.mjs</c> is the same in JavaScript.</summary>
internal sealed class CaseData(Faults faults)
{
    /// <summary>The outcome of a field for one parent.</summary>
    /// <param name="parent">A <see cref="Row"/>, or else the root.</param>
    public FieldResult<object> Resolve(FieldDefinition field, object parent, ArgumentValues arguments)
    {
        var (hash, text) = Locate(field, parent, arguments);
        return ValueOf(field.Type, hash, text) is var value && value is FieldResult<object> failed ? failed : FieldResult<object>.Of(value);
    }

    /// <summary>How often a field makes its caller wait.</summary>
    public int TurnsOf(FieldDefinition field, object parent, ArgumentValues arguments)
    {
        var (hash, _) = Locate(field, parent, arguments);
        return Mix(hash, "slow") % 100 < faults.Slow ? 1 + (int)(hash % 3) : 0;
    }

    /// <summary>Arguments as text, by name.</summary>
    public static string Describe(IEnumerable<InputValueDefinition> definitions, CoercedValues values) =>
        string.Join(' ', definitions.Where(definition => values.Has(definition.Index)).OrderBy(definition => definition.Name, StringComparer.Ordinal)
            .Select(definition => $"{definition.Name}={Describe(definition.Type.UnderlyingType, values.Get<object?>(definition.Index))}"));

    private (uint Hash, string Text) Locate(FieldDefinition field, object parent, ArgumentValues arguments)
    {
        var text = $"{field.Name}({Describe(field.Arguments, arguments)})";
        return (Mix(parent is Row row ? row.Hash : faults.Seed, text), text);
    }

    private static string Describe(NamedType type, object? value) => value switch
    {
        null => "null",
        string text => $"'{text}'",
        bool flag => flag ? "true" : "false",
        InputObjectValues fields => $"{{{Describe(((InputObjectType)type).Fields, fields)}}}",
        IReadOnlyDictionary<string, object?> fields =>
            $"{{{string.Join(' ', fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}={Describe(type, field.Value)}"))}}}",
        IEnumerable<object?> items => $"[{string.Join(',', items.Select(item => Describe(type, item)))}]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"{value.GetType()} is no coerced input", nameof(value)),
    };

    // FNV-1a over UTF-16 units, and an avalanche.
    private static uint Mix(uint hash, string text)
    {
        unchecked
        {
            var mixed = hash ^ 0x811c9dc5;
            foreach (var unit in text)
            {
                mixed = (mixed ^ unit) * 0x01000193;
            }

            mixed = (mixed ^ (mixed >> 16)) * 0x85ebca6b;
            mixed = (mixed ^ (mixed >> 13)) * 0xc2b2ae35;
            return mixed ^ (mixed >> 16);
        }
    }

    private object? ValueOf(GraphQLType type, uint hash, string text)
    {
        var roll = Mix(hash, "fault") % 1000;
        if (roll < faults.Errors)
        {
            return FieldResult<object>.Failed(new GraphQLError("as the case says", "CASE_FAULT"));
        }

        if (roll < faults.Errors + faults.Nulls)
        {
            return null;
        }

        var isWrong = roll < faults.Errors + faults.Nulls + faults.Wrong;
        var choice = Mix(hash, "value");
        return type.NullableType switch
        {
            ListType list => isWrong ? "no list"
                : Enumerable.Range(0, (int)(choice % 4)).Select(i => ValueOf(list.OfType, Mix(choice, i.ToString(CultureInfo.InvariantCulture)), text)).ToArray(),
            ObjectType named => Row.Of(named.Name, choice),
            CompositeType when isWrong => new object(),
            CompositeType several => Row.Of(Pick(several.PossibleTypes.Select(possible => possible.Name), choice), choice),
            var leaf => isWrong ? WrongLeaf((NamedType)leaf, choice) : Leaf((NamedType)leaf, choice, text),
        };
    }

    private static string Pick(IEnumerable<string> names, uint choice)
    {
        var sorted = names.Order(StringComparer.Ordinal).ToArray();
        return sorted[choice % (uint)sorted.Length];
    }

    private static object Leaf(NamedType type, uint choice, string text) => type switch
    {
        EnumType names => Pick(names.Values.Select(value => value.Name), choice),
        { Name: "Int" } => (int)(choice % 2000) - 1000,
        { Name: "Float" } => ((int)(choice % 1000) - 500) / 4.0,
        { Name: "Boolean" } => choice % 2 == 1,
        { Name: "ID" } => choice % 3 == 0 ? (int)(choice % 1000) : $"id{choice % 1000}",
        { Name: "String" } => choice % 3 == 0 ? "\u00e9\n\"\\\u2028\ud83d\ude00\0" : text,
        _ => (choice % 5) switch
        {
            0 => (int)(choice % 1000),
            1 => "any",
            2 => true,
            3 => new object?[] { 1, new object?[] { null } },
            _ => new Dictionary<string, object?> { ["a"] = new Dictionary<string, object?> { ["b"] = "c" } },
        },
    };

    // What no scalar may take: values that one could take, such as "1" for an Int, are left out, since 3.5 leaves it to the service.
    private static object? WrongLeaf(NamedType type, uint choice) => type switch
    {
        EnumType => OneOf(choice, "NOT_A_VALUE", 7, new object[] { "A" }),
        { Name: "Int" } => OneOf(choice, "abc", 1.5, 2147483648L, new object[] { 1 }),
        { Name: "Float" } => OneOf(choice, "abc", double.NaN, double.PositiveInfinity, new object[] { 1 }),
        { Name: "Boolean" } => OneOf(choice, "true", new object[] { true }),
        { Name: "ID" } => OneOf(choice, 1.5, true, new object[] { "a" }),
        { Name: "String" } => OneOf(choice, new object[] { "a" }, new object()),
        _ => null,
    };

    private static object OneOf(uint choice, params object[] values) => values[choice % (uint)values.Length];
}
