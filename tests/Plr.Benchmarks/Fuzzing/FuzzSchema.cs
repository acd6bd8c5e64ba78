using Microsoft.Extensions.Logging;
using Plr.GraphQL.Binding;
using Plr.GraphQL.Execution;
using Plr.GraphQL.Types;

namespace Plr.Benchmarks.Fuzzing;

/// <summary>A schema with every kind of type and input, bound to nothing that is ever asked: fuzzed operations are reckoned, not executed.</summary>
internal static class FuzzSchema
{
    public const string Sdl = """
        type Query {
          node(id: ID): Node
          things(first: Int, last: Int, filter: Filter): ThingConnection
          search(text: String = "x", limit: Int = 3): [Any!] @listSize(slicingArguments: ["limit"]) @cost(weight: "5")
          byIds(ids: [ID!]!): [Node]! @listSize(slicingArguments: ["ids"])
          filtered(filter: Filter @cost(weight: "2")): [Thing] @listSize(slicingArguments: ["filter.max"], requireOneSlicingArgument: false)
          nested(lists: [[Int!]]): [[Int]]
          pick(by: Pick): Thing
          level(level: Level! = LOW, rate: Float, flag: Boolean): Level
        }
        type Mutation { add(input: Filter!): Thing }
        interface Node { id: ID! next: Node }
        type Thing implements Node { id: ID! next: Node name(upper: Boolean): String tags: [String!] @listSize(assumedSize: 4) same: Thing things(first: Int): ThingConnection }
        type Other implements Node { id: ID! next: Node level: Level }
        union Any = Thing | Other
        type ThingConnection { edges: [Edge!] nodes: [Thing] count: Int }
        type Edge { cursor: String! node: Thing }
        enum Level { LOW HIGH }
        input Filter { max: Int @cost(weight: "1.5") text: String levels: [Level!] inner: Filter all: [Filter!] rate: Float = 1.5 id: ID }
        input Pick @oneOf { id: ID name: String filter: Filter }
        """;

    private sealed record Thing;

    private sealed record Other;

    /// <summary>The types.</summary>
    public static Schema Schema { get; } = Schema.Build(Sdl);

    /// <summary>An executor with the limits that a server has by default.</summary>
    public static RequestExecutor MakeExecutor(ILogger logger)
    {
        var bindings = new SchemaBindings().Object<Thing>("Thing").Object<Other>("Other").Enum<DayOfWeek>("Level", ("LOW", DayOfWeek.Monday), ("HIGH", DayOfWeek.Friday));
        foreach (var field in Schema.Types.OfType<ObjectType>().Where(type => !type.IsIntrospection).SelectMany(type => type.Fields))
        {
            if (field.DeclaringType.Name is "Query" or "Mutation")
            {
                bindings.Resolve<RootValue, object?>(field.Coordinate, (_, _, _, _) => new((object?)null));
            }
            else
            {
                bindings.Resolve<object, object?>(field.Coordinate, (_, _, _, _) => new((object?)null));
            }
        }

        var options = new GraphQLServerOptions();
        options.Execution.DocumentCacheBytes = 4_194_304;
        return new RequestExecutor(BoundSchema.Bind(Schema, bindings, options.Guards), options, logger);
    }
}
