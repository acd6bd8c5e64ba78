using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Language.Parsing;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Tests.Types;

public sealed class SchemaTests
{
    private static readonly Schema Example = Schema.Build(""""
        directive @key(fields: String!, resolvable: Boolean = true, sizes: [Int!] = 1) repeatable on OBJECT | INTERFACE
        "where it begins"
        type Query { node(id: ID!): Node  any: [Any!]!  filter(by: Filter = { colour: RED }): Int @deprecated }
        interface Node { id: ID! }
        interface Named implements Node { id: ID!  name: String }
        type Learner implements Named & Node @key(fields: "id") @key(fields: "uln", sizes: [2, 3]) { id: ID!  name: String }
        type Unit implements Node { id: ID!  code: String }
        union Any = Learner | Unit
        enum Colour { RED GREEN @deprecated(reason: "faded") }
        input Filter { colour: Colour = GREEN  more: [Filter!] }
        input Choice @oneOf { a: Int  b: String }
        extend type Learner { choose(choice: Choice): Boolean }
        extend enum Colour { BLUE }
        extend union Any = Query
        """");

    [Fact]
    public void Types_are_found_by_name_and_index()
    {
        for (var i = 0; i < Example.Types.Length; i++)
        {
            Assert.Equal(i, Example.Types[i].Index);
            Assert.Same(Example.Types[i], Example.FindType(Example.Types[i].Name));
        }
    }

    [Fact]
    public void Every_field_has_an_index_of_its_own()
    {
        for (var i = 0; i < Example.Fields.Length; i++)
        {
            Assert.Equal(i, Example.Fields[i].Index);
        }

        Assert.Contains(Example.TypeNameField, Example.Fields);
        Assert.Contains(Example.FindType("__Type") is ObjectType type ? type.FindField("ofType") : null, Example.Fields);
        Assert.Equal(2, ((ObjectType)Example.FindType("Learner")!).FindField("choose")!.FieldIndex);
    }

    [Fact]
    public void Meta_fields_are_found_but_not_listed()
    {
        Assert.Same(Example.TypeNameField, ((CompositeType)Example.FindType("Any")!).FindField("__typename"));
        Assert.Same(Example.TypeNameField, ((CompositeType)Example.FindType("Node")!).FindField("__typename"));
        Assert.Same(Example.SchemaField, Example.QueryType.FindField("__schema"));
        Assert.Same(Example.TypeField, Example.QueryType.FindField("__type"));
        Assert.Null(((CompositeType)Example.FindType("Unit")!).FindField("__schema"));
        Assert.DoesNotContain(Example.QueryType.Fields, field => field.IsIntrospection);
    }

    [Fact]
    public void Extensions_are_merged()
    {
        Assert.Equal(["id", "name", "choose"], ((ObjectType)Example.FindType("Learner")!).Fields.Select(field => field.Name));
        Assert.Equal(["RED", "GREEN", "BLUE"], ((EnumType)Example.FindType("Colour")!).Values.Select(value => value.Name));
        Assert.Equal(["Learner", "Unit", "Query"], ((UnionType)Example.FindType("Any")!).Types.Select(type => type.Name));
    }

    [Fact]
    public void Applied_directives_have_coerced_arguments()
    {
        var keys = Example.FindType("Learner")!.Directives.FindAll("key").ToList();
        Assert.Equal(["id", "uln"], keys.Select(key => key.Argument("fields")));
        Assert.Equal(true, keys[0].Argument("resolvable"));
        Assert.Equal([1], (object?[])keys[0].Argument("sizes")!);
        Assert.Equal([2, 3], (object?[])keys[1].Argument("sizes")!);
        var filter = Example.QueryType.FindField("filter")!;
        Assert.Equal((true, "No longer supported"), (filter.IsDeprecated, filter.DeprecationReason));
        Assert.Equal("faded", ((EnumType)Example.FindType("Colour")!).FindValue("GREEN")!.DeprecationReason);
    }

    [Fact]
    public void Default_values_are_coerced_with_the_defaults_inside()
    {
        var by = Example.QueryType.FindField("filter")!.FindArgument("by")!;
        Assert.Equal("RED", ((IReadOnlyDictionary<string, object?>)by.CoercedDefaultValue!)["colour"]);
        Assert.Equal("GREEN", ((InputObjectType)Example.FindType("Filter")!).FindField("colour")!.CoercedDefaultValue);
    }

    [Fact]
    public void Possible_types_are_those_that_declare_or_are_listed()
    {
        var node = (InterfaceType)Example.FindType("Node")!;
        var named = (InterfaceType)Example.FindType("Named")!;
        var unit = (ObjectType)Example.FindType("Unit")!;
        Assert.Equal(["Learner", "Unit"], node.PossibleTypes.Select(type => type.Name));
        Assert.True(node.IsPossibleType(unit));
        Assert.False(named.IsPossibleType(unit));
        Assert.True(node.Overlaps(named));
        Assert.False(named.Overlaps(unit));
        Assert.True(Schema.IsSubType(named, node));
        Assert.False(Schema.IsSubType(node, named));
        Assert.True(Schema.IsSubType(unit, (UnionType)Example.FindType("Any")!));
    }

    [Fact]
    public void A_built_in_scalar_that_nothing_uses_is_not_there() =>
        Assert.Null(Schema.Build("type Query { a: String }").FindType("Float"));

    [Fact]
    public void Types_of_variables_are_resolved_and_compared()
    {
        var resolved = Example.ResolveType(Parser.ParseType("[[Any!]!]!"));
        Assert.Equal("[[Any!]!]!", resolved?.ToString());
        Assert.True(resolved!.IsSameAs(Example.ResolveType(Parser.ParseType("[[Any!]!]!"))!));
        Assert.False(resolved.IsSameAs(Example.ResolveType(Parser.ParseType("[[Any!]]!"))!));
        Assert.Null(Example.ResolveType(Parser.ParseType("[Nobody]")));
    }

    [Fact]
    public void Default_root_names_apply_without_a_schema_definition()
    {
        Assert.Equal("Mutation", Schema.Build("type Query { a: Int } type Mutation { a: Int }").MutationType?.Name);
        Assert.Null(Schema.Build("schema { query: Query } type Query { a: Int } type Mutation { a: Int }").MutationType);
        Assert.Equal("Query", Schema.Build("directive @link on SCHEMA extend schema @link type Query { a: Int }").RootType(OperationType.Query)?.Name);
    }

    [Fact]
    public void Several_documents_make_one_schema()
    {
        var schema = Schema.Build([
            Parser.ParseSchema("extend type Query { b: Int }", "b.graphql"),
            Parser.ParseSchema("type Query { a: Int }", "a.graphql")]);
        Assert.Equal("b.graphql:1:21", schema.QueryType.FindField("b")!.Location.ToString());
    }
}
