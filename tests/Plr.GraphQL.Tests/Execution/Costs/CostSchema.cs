using Plr.GraphQL.Binding;
using Plr.GraphQL.Types;
using Plr.GraphQL.Validation;

namespace Plr.GraphQL.Tests.Execution.Costs;

// A schema with everything that costs: lists, lists of lists, connections, abstract types, weighted leaves and inputs.
internal static class CostSchema
{
    public const string Sdl = """
        type Query {
          node(id: ID): Node
          me: Person!
          people(first: Int, last: Int): PersonConnection
          search(text: String, limit: Int = 3): [Thing!] @listSize(slicingArguments: ["limit"]) @cost(weight: "5")
          filtered(filter: Filter @cost(weight: "2")): [Person] @listSize(slicingArguments: ["filter.max"], assumedSize: 2, requireOneSlicingArgument: false)
          byIds(ids: [ID!]!): [Node]! @listSize(slicingArguments: ["ids"])
          tags: [Tag] @listSize(assumedSize: 4)
          grid: [[Person!]] @listSize(assumedSize: 3)
        }
        type Mutation { rename(name: String): Person @cost(weight: "10") }
        interface Node { id: ID! children(first: Int): [Node!] }
        type Person implements Node @cost(weight: "2") {
          id: ID! name: String tag: Tag
          children(first: Int): [Node!]
          friends(first: Int, last: Int): PersonConnection!
          books: [Book!]! @listSize(assumedSize: 3)
          score: Int @cost(weight: "0.125")
        }
        type Book implements Node { id: ID! title: String! author: Person children(first: Int): [Node!] tags: [Tag!] @listSize(assumedSize: 4) }
        union Thing = Person | Book
        type PersonConnection { edges: [PersonEdge!]! nodes: [Person] count: Int }
        type PersonEdge { cursor: String! node: Person! }
        scalar Tag @cost(weight: "0.5")
        input Filter { max: Int @cost(weight: "1.5") approximate: Boolean @cost(weight: "-3.5") inner: Filter }
        """;

    public sealed record Person;

    public sealed record Book;

    public sealed record PersonConnection(int Size);

    public sealed record PersonEdge;

    public sealed class FilterInput
    {
        public int? Max { get; init; }

        public required int MaxIndex { get; init; }
    }

    // Data of any shape that the schema allows, faults included: nulls where they may and may not be, and errors.
    public static SchemaBindings Bind(Schema schema, Func<Random> dice, int beyondSize = 0)
    {
        var maxIndex = ((InputObjectType)schema.FindType("Filter")!).FindField("max")!.Index;
        var bindings = new SchemaBindings()
            .Object<Person>("Person").Object<Book>("Book").Object<PersonConnection>("PersonConnection").Object<PersonEdge>("PersonEdge")
            .Input("Filter", values => new FilterInput { Max = values.Has(maxIndex) ? values.Get<int?>(maxIndex) : null, MaxIndex = maxIndex })
            .Scalar("Tag", new MarkScalar());
        foreach (var field in schema.Types.OfType<ObjectType>().Where(type => !type.IsIntrospection).SelectMany(type => type.Fields))
        {
            if (field.DeclaringType.Name is "Query" or "Mutation")
            {
                bindings.Resolve<RootValue, object?>(field.Coordinate, (_, _, arguments, _) => new(Value(field, field.Type, Size(field, null, arguments))));
            }
            else
            {
                bindings.Resolve<object, object?>(field.Coordinate, (_, parent, arguments, _) => new(Value(field, field.Type, Size(field, parent, arguments))));
            }
        }

        return bindings;

        int Size(FieldDefinition field, object? parent, ArgumentValues arguments) => beyondSize + field.Name switch
        {
            "edges" or "nodes" => ((PersonConnection)parent!).Size,
            "people" or "friends" => Math.Max(arguments.Get<int?>(0) ?? -1, arguments.Get<int?>(1) ?? -1) is var asked and >= 0 ? asked : 20,
            "children" => arguments.Get<int?>(0) ?? 20,
            "search" => arguments.Get<int?>(1) ?? 0,
            "filtered" => arguments.Get<FilterInput?>(0)?.Max ?? 2,
            "byIds" => arguments.GetList<string>(0)!.Length,
            "tags" => 4,
            _ => 3,
        };

        object? Value(FieldDefinition field, GraphQLType type, int size) => dice().Next(100) switch
        {
            < 10 => null,
            < 12 => throw new GraphQLException("ON_PURPOSE", "on purpose"),
            _ => type.NullableType switch
            {
                ListType list => Enumerable.Range(0, dice().Next(3) == 0 ? dice().Next(size + 1) : size).Select(_ => Item(field, list.OfType, size)).ToList(),
                var named => Leaf(named.UnderlyingType.Name, size),
            },
        };

        object? Item(FieldDefinition field, GraphQLType type, int size) => type.IsList
            ? Enumerable.Range(0, size).Select(_ => Item(field, ((ListType)type.NullableType).OfType, size)).ToList()
            : dice().Next(20) == 0 ? null
            : Leaf(type.UnderlyingType.Name, size);

        object Leaf(string type, int size) => type switch
        {
            "Person" => new Person(),
            "Book" => new Book(),
            "Node" or "Thing" => dice().Next(2) == 0 ? new Person() : new Book(),
            "PersonConnection" => new PersonConnection(size),
            "PersonEdge" => new PersonEdge(),
            "Tag" => new Mark("tag"),
            "Int" => 7,
            _ => "text",
        };
    }

    public static Engine Make(Func<Random> dice, int beyondSize = 0) => new(Sdl, schema => Bind(schema, dice, beyondSize), options =>
    {
        options.Cost.MaxFieldCost = long.MaxValue;
        options.Cost.MaxTypeCost = long.MaxValue;
        options.Execution.MaxErrors = 1;
        options.Parser.MaxVariables = 1_000;
        options.Validation = new ValidationOptions { Limits = new ValidationLimits { MaxAliases = 10_000 } };
    });
}
