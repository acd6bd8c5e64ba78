using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Plr.GraphQL.Binding;
using Plr.GraphQL.Execution;
using Plr.GraphQL.Tests.Execution;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Tests.Binding;

public sealed class SchemaBindingTests
{
    [Theory]
    [InlineData("type Query { hello: String bye: String }", "`Query.bye` has no resolver")]
    [InlineData("type Query { hello: Mark } scalar Mark", "the scalar `Mark` is bound to no C# type")]
    [InlineData("type Query { hello: Level } enum Level { A }", "`Query.hello` reads a C# type that `Level` is not bound to")]
    [InlineData("type Query { hello: [String] }", "`Query.hello` is of type `[String]`, which its binding does not read")]
    public void A_schema_that_needs_what_is_not_bound_names_the_coordinate(string schema, string problem)
    {
        var bindings = new SchemaBindings().Leaf<RootValue, string>("Query.hello", _ => "x")
            .Enum("Level", ("A", Level.Entry1));
        var exception = Assert.Throws<SchemaBindingException>(
            () => BoundSchema.Bind(Schema.Build(schema), bindings, new Dictionary<string, FieldGuard>()));
        Assert.Equal([problem], exception.Problems);
    }

    [Fact]
    public void Possible_types_of_an_interface_need_classes_of_their_own()
    {
        const string Sdl = "type Query { hello: I } interface I { a: String } type A implements I { a: String } type B implements I { a: String } type C implements I { a: String }";
        var bindings = new SchemaBindings().Object<Item>("A").Object<Item>("B")
            .Read<RootValue, Item>("Query.hello", _ => null)
            .Leaf<Item, string>("A.a", _ => "").Leaf<Item, string>("B.a", _ => "").Leaf<Item, string>("C.a", _ => "");
        var exception = Assert.Throws<SchemaBindingException>(
            () => BoundSchema.Bind(Schema.Build(Sdl), bindings, new Dictionary<string, FieldGuard>()));
        Assert.Equal(2, exception.Problems.Count);
    }

    [Fact]
    public void A_scalar_that_only_directives_use_needs_no_binding() =>
        BoundSchema.Bind(
            Schema.Build("type Query { hello: String } scalar FieldSet directive @key(fields: FieldSet!) on OBJECT"),
            new SchemaBindings().Leaf<RootValue, string>("Query.hello", _ => "x"),
            new Dictionary<string, FieldGuard>());

    [Fact]
    public void A_default_that_its_own_scalar_refuses_is_found_at_start()
    {
        var bindings = new SchemaBindings().Scalar("Mark", new MarkScalar()).Resolve<RootValue, string>("Query.hello", (_, _, _, _) => ValueTask.FromResult("x"));
        var exception = Assert.Throws<SchemaBindingException>(() => BoundSchema.Bind(
            Schema.Build("type Query { hello(mark: Mark = \"?\"): String } scalar Mark"), bindings, new Dictionary<string, FieldGuard>()));
        Assert.Contains("Query.hello(mark:)", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Servers_are_registered_by_name()
    {
        var services = new ServiceCollection().AddSingleton<ILogger<RequestExecutor>>(NullLogger<RequestExecutor>.Instance);
        foreach (var name in (string[])["first", "second"])
        {
            services.AddGraphQLServer(name)
                .AddSchemaDocument("type Query { hello: String }")
                .AddSchemaDocument("extend type Query { mark(mark: Mark! = \"AB12\"): Mark } scalar Mark")
                .AddBindings(bindings => bindings
                    .Scalar("Mark", new MarkScalar())
                    .Resolve<RootValue, Mark>("Query.mark", (_, _, arguments, _) => ValueTask.FromResult(arguments.Get<Mark>(0)))
                    .Leaf<RootValue, string>("Query.hello", _ => name))
                .ModifyOptions(options => options.Execution.MaxErrors = 5);
        }

        await using var provider = services.BuildServiceProvider();
        var executors = provider.GetRequiredService<RequestExecutorProvider>();
        Assert.Equal(["first", "second"], executors.Names);
        await using var scope = provider.CreateAsyncScope();
        using var result = await executors.Get("second").ExecuteAsync(
            new GraphQLRequest { Document = "{ hello mark }"u8.ToArray() }, scope.ServiceProvider, CancellationToken.None);
        Assert.Equal("""{"data":{"hello":"second","mark":"AB12"}}""", System.Text.Encoding.UTF8.GetString(result.Body.Span));
        // A literal that the scalar refuses is refused before execution, by the scalar's own code.
        using var refused = await executors.Get("second").ExecuteAsync(
            new GraphQLRequest { Document = "{ mark(mark: \"?\") }"u8.ToArray() }, scope.ServiceProvider, CancellationToken.None);
        Assert.Equal("MARK_MALFORMED", refused.RequestErrorCode);
    }

    [Fact]
    public async Task A_resolver_sees_what_is_selected_below_it_and_which_types_there_are()
    {
        var seen = "";
        var engine = new Engine(
            "type Query { page: Page } type Page { total: Int nodes: [Page] }",
            _ => new SchemaBindings()
                .Resolve<RootValue, object?>("Query.page", (context, _, _, _) =>
                {
                    seen = $"{context.Coordinate} {context.ResponseName} {context.IsSelected("total")} {context.IsSelected("nodes.total")} {context.IsSelected("nodes.nodes")} {context.HasType("Page")} {context.HasType("Nothing")}";
                    return ValueTask.FromResult<object?>(null);
                })
                .Leaf<object, int>("Page.total", _ => 1)
                .Read<object, object>("Page.nodes", _ => null));
        await engine.ExecuteAsync("{ p: page { ...F } } fragment F on Page { nodes { all: total } }");
        Assert.Equal("Query.page p False True False True False", seen);
    }

    [Fact]
    public void Streams_of_events_are_for_the_root_of_subscriptions_and_for_nothing_else()
    {
        var schema = Schema.Build("type Query { a: Int } type Subscription { b: Int }");
        var bindings = new SchemaBindings()
            .Subscribe<int?>("Query.a", (_, _, _) => throw new InvalidOperationException("never asked"))
            .Leaf<RootValue, int>("Subscription.b", _ => 1);
        var problems = Assert.Throws<SchemaBindingException>(
            () => BoundSchema.Bind(schema, bindings, new Dictionary<string, FieldGuard>())).Problems;
        Assert.Equal(
            [
                "`Query.a` is bound to a stream of events, which only a root field of subscriptions can be",
                "`Subscription.b` is a root field of subscriptions, so it must be bound to a stream of events",
            ],
            problems);
    }
}
