using System.Text.Json;
using Plr.GraphQL.Binding;
using Plr.GraphQL.Language;

namespace Plr.GraphQL.Federation.Tests.Entities;

/// <summary><c>_entities</c> and <c>_service</c> as a router asks for them.</summary>
public sealed class EntitiesTests
{
    private const string Sdl =
        """
        extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@external", "@requires"])
        directive @guarded on OBJECT | FIELD_DEFINITION
        enum Level { ONE TWO }
        "Reads: a number of a unit."
        type Unit @key(fields: "number") @key(fields: "owner { name } level") { number: Int! level: Level owner: Owner title: String }
        type Owner @guarded @key(fields: "name") { name: String! }
        type Stub @key(fields: "id", resolvable: false) { id: ID! }
        type Query { unit: Unit stub: Stub }
        """;

    private readonly List<int> batches = [];

    [Fact]
    public async Task The_service_answers_the_document_as_it_was_written()
    {
        var response = await Server().ExecuteAsync("{ _service { sdl } }");

        Assert.Equal(Sdl, response.GetProperty("data").GetProperty("_service").GetProperty("sdl").GetString());
    }

    [Fact]
    public async Task Entities_come_in_the_order_of_their_representations_each_type_in_one_batch()
    {
        var response = await EntitiesAsync(Unit(3), Owner("A"), Unit(1), Unit(2));

        Assert.Equal(
            """{"data":{"_entities":[{"__typename":"Unit","title":"unit 3"},{"__typename":"Owner","name":"A"},{"__typename":"Unit","title":"unit 1"},{"__typename":"Unit","title":"unit 2"}]}}""",
            response.ToString());
        Assert.Equal([3], batches);
    }

    [Fact]
    public async Task An_entity_that_does_not_exist_is_null_without_an_error() =>
        Assert.Equal("""{"data":{"_entities":[null]}}""", (await EntitiesAsync(Unit(404))).ToString());

    [Fact]
    public async Task An_entity_is_found_by_any_of_its_keys_objects_and_enums_included()
    {
        var response = await EntitiesAsync(new { __typename = "Unit", owner = new { name = "A" }, level = "TWO" });

        Assert.Equal("A Two", response.GetProperty("data").GetProperty("_entities")[0].GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_key_is_read_from_literals_as_from_variables()
    {
        var response = await Server().ExecuteAsync("""{ _entities(representations: [{ __typename: "Unit", number: 7 }]) { ... on Unit { title } } }""");

        Assert.Equal("""{"data":{"_entities":[{"title":"unit 7"}]}}""", response.ToString());
    }

    [Theory]
    [InlineData("""{"number":1}""")]
    [InlineData("""{"__typename":"Unknown","number":1}""")]
    [InlineData("""{"__typename":"Stub","id":"1"}""")]
    [InlineData("""{"__typename":7,"number":1}""")]
    [InlineData("""{"__typename":"Unit"}""")]
    [InlineData("""{"__typename":"Unit","number":null}""")]
    [InlineData("""{"__typename":"Unit","number":"one"}""")]
    [InlineData("""{"__typename":"Unit","level":"ONE"}""")]
    [InlineData("""{"__typename":"Unit","level":"ONE","owner":{}}""")]
    [InlineData("""{"__typename":"Unit","level":"NINE","owner":{"name":"A"}}""")]
    [InlineData("""{"__typename":"Unit","level":"ONE","owner":"A"}""")]
    public async Task A_representation_that_names_no_entity_is_an_error_at_its_position_alone(string representation)
    {
        var response = await EntitiesAsync(Unit(1), JsonSerializer.Deserialize<JsonElement>(representation), Unit(2));

        Assert.Equal(
            """[{"__typename":"Unit","title":"unit 1"},null,{"__typename":"Unit","title":"unit 2"}]""",
            response.GetProperty("data").GetProperty("_entities").ToString());
        var error = Assert.Single(response.GetProperty("errors").EnumerateArray());
        Assert.Equal(FederationErrorCodes.EntityRepresentationInvalid, error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal("""["_entities",1]""", error.GetProperty("path").ToString());
    }

    [Fact]
    public async Task A_representation_that_is_no_object_is_refused()
    {
        var response = await EntitiesAsync("Unit");

        Assert.Equal(
            FederationErrorCodes.EntityRepresentationInvalid,
            response.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    [Theory]
    [Trait("Limit", "EntityLookup.MaxRepresentations")]
    [InlineData(999, false)]
    [InlineData(1_000, false)]
    [InlineData(1_001, true)]
    public async Task At_most_1000_representations_are_answered(int count, bool isRefused)
    {
        var response = await EntitiesAsync([.. Enumerable.Range(1, count).Select(Unit)]);

        Assert.Equal(isRefused, response.ToString().Contains(FederationErrorCodes.LimitRepresentations, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_guard_on_the_type_withholds_its_entities()
    {
        var response = await EntitiesAsync(Owner("secret"), Unit(1));

        Assert.Equal("""[null,{"__typename":"Unit","title":"unit 1"}]""", response.GetProperty("data").GetProperty("_entities").ToString());
        Assert.Equal("WITHHELD", Assert.Single(response.GetProperty("errors").EnumerateArray()).GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task An_error_of_one_types_resolver_leaves_the_other_types_alone()
    {
        var response = await EntitiesAsync(Owner("broken"), Unit(1));

        Assert.Equal("""[null,{"__typename":"Unit","title":"unit 1"}]""", response.GetProperty("data").GetProperty("_entities").ToString());
        Assert.Equal("""["_entities",0]""", response.GetProperty("errors")[0].GetProperty("path").ToString());
    }

    [Fact]
    public async Task A_subgraph_may_extend_what_it_does_not_define()
    {
        var server = new SubgraphServer(builder => builder
            .AddSubgraph(new Source("extend type Query { a: String }"))
            .AddBindings(b => b.Resolve<RootValue, string>("Query.a", static (_, _, _, _) => new("x"))));

        Assert.Equal(
            """{"data":{"a":"x","_service":{"sdl":"extend type Query { a: String }"}}}""",
            (await server.ExecuteAsync("{ a _service { sdl } }")).ToString());
    }

    [Fact]
    public async Task The_combined_schema_has_neither_entities_nor_service()
    {
        var server = new SubgraphServer(builder => builder.AddCombined(new Source(Sdl)).AddBindings(Bind));

        var response = await server.ExecuteAsync("{ __schema { directives { name } types { name } queryType { fields { name } } } }");

        Assert.DoesNotContain("\"_", response.ToString().Replace("\"__", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("\"key\"", response.ToString(), StringComparison.Ordinal);
    }

    private Task<JsonElement> EntitiesAsync(params object[] representations) => Server().ExecuteAsync(
        "query ($r: [_Any!]!) { _entities(representations: $r) { __typename ... on Unit { title } ... on Owner { name } } }",
        new { r = representations });

    private SubgraphServer Server() => new(builder => builder
        .AddSubgraph(new Source(Sdl))
        .AddGuard("guarded", new SecretGuard())
        .AddBindings(Bind));

    private static object Unit(int number) => new { __typename = "Unit", number };

    private static object Owner(string name) => new { __typename = "Owner", name };

    private void Bind(SchemaBindings b)
    {
        b.Object<SampleUnit>("Unit").Object<SampleOwner>("Owner").Object<string>("Stub");
        b.Enum<SampleLevel>("Level", [("ONE", SampleLevel.One), ("TWO", SampleLevel.Two)]);
        b.Resolve<RootValue, SampleUnit?>("Query.unit", static (_, _, _, _) => new((SampleUnit?)null));
        b.Resolve<RootValue, string?>("Query.stub", static (_, _, _, _) => new((string?)null));
        b.Leaf<string, string>("Stub.id", static p => p);
        b.Leaf<SampleOwner, string>("Owner.name", static p => p.Name);
        b.Leaf<SampleUnit, int>("Unit.number", static p => 0);
        b.Leaf<SampleUnit, SampleLevel>("Unit.level", static p => SampleLevel.One);
        b.Leaf<SampleUnit, string>("Unit.title", static p => p.Title);
        b.Read<SampleUnit, SampleOwner>("Unit.owner", static p => null);
        b.Entity<SampleUnit?>("Unit", (_, representations, _) =>
        {
            batches.Add(representations.Count);
            return new([.. representations.Select(Find)]);
        });
        b.Entity<SampleOwner?>("Owner", static async (_, representations, _) =>
        {
            await Task.Yield();
            return representations.Any(r => r.Get<string>("name") == "broken")
                ? throw new GraphQLException("BROKEN", "owners can not be read")
                : (IReadOnlyList<SampleOwner?>)[.. representations.Select(r => new SampleOwner(r.Get<string>("name")))];
        });
    }

    private static SampleUnit? Find(EntityRepresentation representation) =>
        representation.Has("number") ? representation.Get<int>("number") is not 404 and var number ? new SampleUnit($"unit {number}") : null
        : new SampleUnit($"{representation.Get<IReadOnlyDictionary<string, object?>>("owner")["name"]} {representation.Get<SampleLevel>("level")}");

    private enum SampleLevel
    {
        One,
        Two,
    }

    private sealed record SampleUnit(string Title);

    private sealed record SampleOwner(string Name);

    private sealed class SecretGuard : FieldGuard
    {
        public override ValueTask DecideAsync(GuardContext context)
        {
            for (var i = 0; i < context.Subjects.Count; i++)
            {
                if (context.Subjects[i] is SampleOwner { Name: "secret" })
                {
                    context.Withhold(i, new GraphQLError("not for you", "WITHHELD"));
                }
            }

            return ValueTask.CompletedTask;
        }
    }
}
