using System.Text.Json.Nodes;
using Plr.GraphQL.Tests.Execution;
using Plr.GraphQL.Binding;

namespace Plr.GraphQL.Tests.Introspection;

// GraphQL September 2025, 4 Introspection.
public sealed class IntrospectionTests
{
    // As tools send it, with all that the September 2025 edition can tell.
    private const string Standard = """
        query IntrospectionQuery {
          __schema {
            description
            queryType { name kind }
            mutationType { name kind }
            subscriptionType { name kind }
            types { ...FullType }
            directives { name description isRepeatable locations args(includeDeprecated: true) { ...InputValue } }
          }
        }
        fragment FullType on __Type {
          kind name description specifiedByURL isOneOf
          fields(includeDeprecated: true) {
            name description args(includeDeprecated: true) { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason
          }
          inputFields(includeDeprecated: true) { ...InputValue }
          interfaces { ...TypeRef }
          enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
          possibleTypes { ...TypeRef }
        }
        fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue isDeprecated deprecationReason }
        fragment TypeRef on __Type {
          kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } }
        }
        """;

    private const string Sdl = """"
        "What there is."
        schema { query: Query mutation: Change }
        directive @mark(at: Level = A, old: Int @deprecated(reason: "gone")) repeatable on FIELD_DEFINITION | OBJECT
        "Asks."
        type Query implements Named {
          "Names."
          name(long: Boolean! = false, old: Int @deprecated): String!
          old: [Int!]! @deprecated(reason: "use `name`")
          any(search: Search, pick: Pick): Any
        }
        type Change { do: Boolean }
        interface Named { name(long: Boolean! = false): String! }
        union Any = Query | Change
        enum Level { A B @deprecated }
        input Search { text: String = "a \"b\"" list: [Level!] = [A, B] old: Int @deprecated(reason: "no") }
        input Pick @oneOf { a: Int b: Int }
        scalar Url @specifiedBy(url: "https://url.spec.whatwg.org")
        extend type Query { url: Url }
        """";

    [Fact]
    public async Task The_standard_query_is_answered_without_error()
    {
        var schema = (await ExecuteAsync(Standard))["data"]!["__schema"]!;
        Assert.Equal("What there is.", Text(schema["description"]));
        Assert.Equal("Query", Text(schema["queryType"]!["name"]));
        Assert.Equal("Change", Text(schema["mutationType"]!["name"]));
        Assert.Null(schema["subscriptionType"]);
        var types = schema["types"]!.AsArray().ToDictionary(type => Text(type!["name"])!, type => type!);
        foreach (var name in (string[])["Query", "Change", "Named", "Any", "Level", "Search", "Pick", "Url", "String", "Boolean", "Int", "__Schema", "__Type", "__TypeKind", "__Field", "__InputValue", "__EnumValue", "__Directive", "__DirectiveLocation"])
        {
            Assert.Contains(name, types.Keys);
        }

        Assert.Equal("https://url.spec.whatwg.org", Text(types["Url"]["specifiedByURL"]));
        Assert.True(types["Pick"]["isOneOf"]!.GetValue<bool>());
        Assert.False(types["Search"]["isOneOf"]!.GetValue<bool>());
        Assert.Null(types["Query"]["isOneOf"]);
        Assert.Equal("[\"Query\",\"Change\"]", Names(types["Any"]["possibleTypes"]));
        Assert.Equal("[\"Query\"]", Names(types["Named"]["possibleTypes"]));
        Assert.Null(types["Query"]["possibleTypes"]);
        Assert.Equal("[\"Named\"]", Names(types["Query"]["interfaces"]));
        Assert.Null(types["Level"]["interfaces"]);
        Assert.Equal(["\"a \\\"b\\\"\"", "[A, B]", null], types["Search"]["inputFields"]!.AsArray().Select(field => Text(field!["defaultValue"])));
        var mark = schema["directives"]!.AsArray().Single(directive => Text(directive!["name"]) == "mark")!;
        Assert.True(mark["isRepeatable"]!.GetValue<bool>());
        Assert.Equal("[\"FIELD_DEFINITION\",\"OBJECT\"]", mark["locations"]!.ToJsonString());
        foreach (var name in (string[])["skip", "include", "deprecated", "specifiedBy", "oneOf"])
        {
            Assert.Contains(name, schema["directives"]!.AsArray().Select(directive => Text(directive!["name"])));
        }
    }

    [Theory]
    [InlineData("{ __type(name: \"Query\") { fields { name } } }", "name,any,url")]
    [InlineData("{ __type(name: \"Query\") { fields(includeDeprecated: true) { name } } }", "name,old,any,url")]
    [InlineData("{ __type(name: \"Level\") { fields: enumValues { name } } }", "A")]
    [InlineData("{ __type(name: \"Level\") { fields: enumValues(includeDeprecated: true) { name } } }", "A,B")]
    [InlineData("{ __type(name: \"Search\") { fields: inputFields { name } } }", "text,list")]
    [InlineData("{ __type(name: \"Search\") { fields: inputFields(includeDeprecated: true) { name } } }", "text,list,old")]
    public async Task Deprecated_members_are_listed_only_when_asked_for(string document, string names)
    {
        var type = (await ExecuteAsync(document))["data"]!["__type"]!;
        Assert.Equal(names, string.Join(',', type["fields"]!.AsArray().Select(field => Text(field!["name"]))));
    }

    [Fact]
    public async Task A_deprecation_has_its_reason_or_the_default_one()
    {
        var type = (await ExecuteAsync(
            "{ __type(name: \"Query\") { fields(includeDeprecated: true) { name isDeprecated deprecationReason args(includeDeprecated: true) { name isDeprecated deprecationReason } } } }"))["data"]!["__type"]!;
        Assert.Equal("use `name`", Text(type["fields"]![1]!["deprecationReason"]));
        Assert.Equal("No longer supported", Text(type["fields"]![0]!["args"]![1]!["deprecationReason"]));
    }

    [Fact]
    public async Task An_unknown_type_is_null() =>
        Assert.Equal("""{"data":{"__type":null}}""", (await ExecuteAsync("{ __type(name: \"Nothing\") { name } }")).ToJsonString());

    [Fact]
    public async Task Wrapped_types_are_told_layer_by_layer() =>
        Assert.Equal(
            """{"kind":"NON_NULL","name":null,"ofType":{"kind":"LIST","ofType":{"kind":"NON_NULL","ofType":{"kind":"SCALAR","name":"Int"}}}}""",
            (await ExecuteAsync("{ __type(name: \"Query\") { fields(includeDeprecated: true) { type { kind name ofType { kind ofType { kind ofType { kind name } } } } } } }"))
                ["data"]!["__type"]!["fields"]![1]!["type"]!.ToJsonString());

    private static string Names(JsonNode? types) => "[" + string.Join(',', types!.AsArray().Select(type => $"\"{Text(type!["name"])}\"")) + "]";

    private static string? Text(JsonNode? node) => node?.GetValue<string>();

    private static async Task<JsonNode> ExecuteAsync(string document)
    {
        var engine = new Engine(Sdl, _ => new SchemaBindings()
            .Object<string>("Query").Object<object>("Change")
            .Scalar("Url", new Plr.GraphQL.Binding.Scalars.AnyScalar())
            .Resolve<object, string>("Query.name", (_, _, _, _) => ValueTask.FromResult("x"))
            .ReadList<object, int>("Query.old", _ => [])
            .Read<object, object>("Query.any", _ => null)
            .Read<object, object>("Query.url", _ => null)
            .Leaf<object, bool>("Change.do", _ => true));
        var response = JsonNode.Parse(await engine.ExecuteAsync(document))!;
        Assert.Null(response["errors"]);
        return response;
    }
}
