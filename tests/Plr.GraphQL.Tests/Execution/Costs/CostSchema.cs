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
          given(filter: Filter): [Book] @listSize(assumedSize: 9) @listLength(arguments: ["filter.ids"])
          forest: Forest
          tree: Tree
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
        type Forest { name: String trees: [Tree!] @listSize(assumedSize: 4) @listTotal(within: "Forest") }
        interface Tree { name: String twigs: [Twig!] }
        type Oak implements Tree {
          name: String
          twigs: [Twig!] @listSize(assumedSize: 6) @listTotal(within: "Forest")
          below: [Tree!] @listSize(assumedSize: 5) @listTotal(within: "Forest")
        }
        type Elm implements Tree { name: String twigs: [Twig!] @listSize(assumedSize: 6) @listTotal(within: "Forest") }
        type Twig { name: String forest: Forest }
        input Filter { ids: [ID!] max: Int @cost(weight: "1.5") approximate: Boolean @cost(weight: "-3.5") inner: Filter }
        """;

    public sealed record Person;

    public sealed record Book;

    public sealed record PersonConnection(int Size);

    public sealed record PersonEdge;

    public sealed record Forest(List<object> Trees);

    public sealed record Oak(List<object> Below, List<Twig> Twigs);

    public sealed record Elm(List<Twig> Twigs);

    public sealed record Twig;

    public sealed class FilterInput
    {
        public int? Max { get; init; }

        public required int Ids { get; init; }
    }

    // Data of any shape that the schema allows, faults included: nulls where they may and may not be, and errors.
    public static SchemaBindings Bind(Schema schema, Func<Random> dice, int beyondSize = 0)
    {
        var filter = (InputObjectType)schema.FindType("Filter")!;
        var (maxIndex, idsIndex) = (filter.FindField("max")!.Index, filter.FindField("ids")!.Index);
        var bindings = new SchemaBindings()
            .Object<Person>("Person").Object<Book>("Book").Object<PersonConnection>("PersonConnection").Object<PersonEdge>("PersonEdge")
            .Object<Forest>("Forest").Object<Oak>("Oak").Object<Elm>("Elm").Object<Twig>("Twig")
            .Input("Filter", values => new FilterInput
            {
                Max = values.Has(maxIndex) ? values.Get<int?>(maxIndex) : null,
                Ids = values.Has(idsIndex) ? values.GetList<string>(idsIndex)?.Length ?? 9 : 9,
            })
            .Scalar("Tag", new MarkScalar());
        foreach (var field in schema.Types.OfType<ObjectType>().Where(type => !type.IsIntrospection).SelectMany(type => type.Fields))
        {
            if (field.DeclaringType.Name is "Forest" or "Oak" or "Elm")
            {
                bindings.Resolve<object, object?>(field.Coordinate, (_, parent, _, _) => new(Grown(field.Name, parent)));
            }
            else if (field.DeclaringType.Name is "Query" or "Mutation")
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
            "given" => arguments.Get<FilterInput?>(0)?.Ids ?? 9,
            "byIds" => arguments.GetList<string>(0)!.Length,
            "tags" => 4,
            _ => 3,
        };

        object? Grown(string field, object parent) => (parent, field) switch
        {
            (_, "name") => "text",
            (Forest forest, _) => forest.Trees,
            (Oak oak, "below") => oak.Below,
            (Oak oak, _) => oak.Twigs,
            (Elm elm, _) => elm.Twigs,
            _ => throw new InvalidOperationException(field),
        };

        // All lists of a forest together are no longer than the schema says: 4 trees, 5 trees below others, 6 twigs of each kind of tree.
        object Plant(bool isOne)
        {
            var oaks = new List<Oak>();
            var elms = new List<Elm>();
            var trees = Enumerable.Range(0, isOne ? 1 : dice().Next(5)).Select(_ => Tree()).ToList();
            for (var left = dice().Next(6); left > 0 && oaks.Count > 0; left--)
            {
                oaks[dice().Next(oaks.Count)].Below.Add(Tree());
            }

            for (var left = dice().Next(7); left > 0 && oaks.Count > 0; left--)
            {
                oaks[dice().Next(oaks.Count)].Twigs.Add(new Twig());
            }

            for (var left = dice().Next(7); left > 0 && elms.Count > 0; left--)
            {
                elms[dice().Next(elms.Count)].Twigs.Add(new Twig());
            }

            return isOne ? trees[0] : new Forest(trees);

            object Tree()
            {
                if (dice().Next(2) == 0)
                {
                    elms.Add(new Elm([]));
                    return elms[^1];
                }

                oaks.Add(new Oak([], []));
                return oaks[^1];
            }
        }

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
            "Forest" => Plant(isOne: false),
            "Tree" => Plant(isOne: true),
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
