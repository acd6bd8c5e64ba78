using System.Globalization;
using Plr.GraphQL.Types;

namespace Plr.Host.Tests.Serving;

/// <summary>Queries over the whole graph, made at random from a seed, with arguments that name what the demonstration holds.</summary>
/// <param name="schema">The graph as it is served.</param>
/// <param name="seed">The same seed makes the same query.</param>
/// <param name="known">Literals by the name of an argument's type, such as <c>Uln</c>.</param>
internal sealed class RandomQueries(Schema schema, int seed, IReadOnlyDictionary<string, string[]> known)
{
    private const int MaxDepth = 8;
    private const int EnoughNames = 30;
    private readonly Random random = new(seed);
    private int names;

    /// <summary>One query.</summary>
    public string Make() => $"query {Selection(schema.QueryType, 0)}";

    private string Selection(CompositeType type, int depth)
    {
        var parts = new List<string> { "__typename" };
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            parts.Add(type is ComplexType complex && (type is ObjectType || random.Next(3) == 0) ? Field(complex, depth) : Fragment(type, depth));
        }

        return "{ " + string.Join(' ', parts) + " }";
    }

    private string Fragment(CompositeType type, int depth)
    {
        var target = type.PossibleTypes[random.Next(type.PossibleTypes.Length)];
        return $"... on {target.Name} {{ {Field(target, depth)} {Field(target, depth)} }}";
    }

    // Fields that give objects are what the cost is about.
    private string Field(ComplexType type, int depth)
    {
        var mayNest = depth < MaxDepth && names < EnoughNames;
        var leaves = type.Fields.Where(field => field.Type.IsLeaf).ToList();
        var others = mayNest ? type.Fields.Where(field => !field.Type.IsLeaf).ToList() : [];
        var from = others.Count > 0 && (leaves.Count == 0 || random.Next(4) > 0) ? others : leaves;
        if (from.Count == 0)
        {
            return "__typename";
        }

        var field = from[random.Next(from.Count)];
        var alias = $"a{names++}";
        var arguments = field.Arguments.Where(argument => argument.IsRequired || argument.Name is "first" && random.Next(4) > 0 || argument.Name is "whatIf" && random.Next(4) == 0)
            .Select(argument => $"{argument.Name}: {Value(argument.Type)}").ToList();
        return $"{alias}: {field.Name}{(arguments.Count > 0 ? $"({string.Join(", ", arguments)})" : "")}"
            + (field.Type.UnderlyingType is CompositeType below ? " " + Selection(below, depth + 1) : "");
    }

    private string Value(GraphQLType type)
    {
        switch (type.NullableType)
        {
            case ListType list:
                return $"[{string.Join(", ", Enumerable.Range(0, random.Next(6)).Select(_ => Value(list.OfType)))}]";
            case ScalarType { Name: "Int" }:
                return random.Next(random.Next(8) == 0 ? 30 : 5).ToString(CultureInfo.InvariantCulture);
            case EnumType values:
                return values.Values[random.Next(values.Values.Length)].Name;
            default:
                var some = known[type.UnderlyingType.Name];
                return some[random.Next(some.Length)];
        }
    }
}
