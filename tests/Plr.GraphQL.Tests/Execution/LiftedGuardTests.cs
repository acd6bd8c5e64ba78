using System.Text.Json.Nodes;
using Plr.GraphQL.Binding;
using Plr.GraphQL.Execution;

namespace Plr.GraphQL.Tests.Execution;

/// <summary>Each guard twice: with it the attack is refused before a resolver is called; without it the attack succeeds, and a few bytes
/// cost the server what is counted here. A guard that nobody has seen missing is not yet a guard.</summary>
public sealed class LiftedGuardTests
{
    private const string Sdl = "type Query { self: Query selves(first: Int!): [Query!] @listSize(slicingArguments: [\"first\"]) number(of: [Int]): Int }";
    private int calls;

    /// <summary>A guard, its code, how it is lifted, the attack, and how often a resolver is called where it succeeds.</summary>
    public static TheoryData<string, string, Action<GraphQLServerOptions>, string, int> Guards => new()
    {
        { "aliases", ErrorCodes.LimitAliases, options => options.Validation.Limits.MaxAliases = int.MaxValue, $"{{ {Each(900, "a# : number ")} }}", 900 },
        { "fields", ErrorCodes.LimitFields, options => (options.Parser.MaxFields, options.Validation.Limits.MaxAliases) = (int.MaxValue, int.MaxValue),
            $"{{ {Each(1_600, "a# : number ")} }}", 1_600 },
        { "levels", ErrorCodes.LimitDepth, options => options.Validation.Limits.MaxDepth = int.MaxValue, $"{Repeat("{ self ", 40)}{{ number }}{Repeat("}", 40)}", 41 },
        {
            "fragment visits", ErrorCodes.LimitFragmentVisits,
            options => (options.Validation.Limits.MaxFragmentVisits, options.Validation.Limits.MaxAliases) = (int.MaxValue, int.MaxValue),
            $"{{ ...F0 }} {Each(10, "fragment F# on Query { a: self { ...F~ } b: self { ...F~ } } ")} fragment F10 on Query {{ number }}", 3_070
        },
        {
            "expanded fields", ErrorCodes.LimitExpandedFields,
            options => (options.Validation.Limits.MaxFragmentVisits, options.Validation.Limits.MaxAliases, options.Validation.Limits.MaxExpandedFields, options.Cost.MaxReckonedFields)
                = (int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue),
            $"{{ ...F0 }} {Each(12, "fragment F# on Query { a: self { ...F~ } b: self { ...F~ } } ")} fragment F12 on Query {{ number }}", 12_286
        },
        { "cost", ErrorCodes.CostLimitExceeded, options => (options.Cost.MaxTypeCost, options.Cost.MaxFieldCost) = (long.MaxValue, long.MaxValue),
            "{ selves(first: 50) { selves(first: 50) { selves(first: 50) { number } } } }", 127_551 },
        { "input lists", ErrorCodes.LimitInputList, options => (options.Execution.MaxInputListSize, options.Parser.MaxNodes, options.Parser.MaxTokens) = (int.MaxValue, int.MaxValue, int.MaxValue),
            $"{{ number(of: [{Repeat("1 ", 10_001)}]) }}", 1 },
    };

    [Theory, MemberData(nameof(Guards))]
    public async Task What_a_guard_refuses_succeeds_without_it(string name, string code, Action<GraphQLServerOptions> lift, string document, int cost)
    {
        // The input list would meet the limits on the document first.
        var guarded = await CodesAsync(document, options => (options.Parser.MaxNodes, options.Parser.MaxTokens) = (50_000, 50_000));
        Assert.True(guarded.Contains(code), $"{name}: {string.Join(", ", guarded)}");
        Assert.Equal(0, calls);
        Assert.Empty(await CodesAsync(document, options =>
        {
            (options.Parser.MaxNodes, options.Parser.MaxTokens) = (50_000, 50_000);
            lift(options);
        }));
        Assert.Equal(cost, calls);
    }

    [Fact]
    public async Task Without_a_bound_on_errors_a_short_document_gives_a_long_answer()
    {
        var document = $"{{ {Each(900, "x# ")} }}";
        Assert.True((await MakeAsync(document, _ => { })).Length < 4_096);
        Assert.True((await MakeAsync(document, options =>
            (options.Validation.Limits.MaxErrors, options.Validation.Limits.MaxErrorBytes, options.Execution.MaxErrors) = (int.MaxValue, int.MaxValue, int.MaxValue))).Length > 100_000);
    }

    [Fact]
    public async Task Without_a_bound_on_introspection_a_short_document_gives_the_schema_many_times_over()
    {
        const string Document = "{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }";
        Assert.Contains(ErrorCodes.LimitIntrospectionDepth, await CodesAsync(Document, _ => { }));
        Assert.True((await MakeAsync(Document, options =>
        {
            options.Validation.Limits.MaxIntrospectionDepth = int.MaxValue;
            (options.Cost.MaxTypeCost, options.Cost.MaxFieldCost) = (long.MaxValue, long.MaxValue);
        })).Length > 1_000);
    }

    [Fact] // As deep as 5,000 nodes go, in a stack that a recursion over them would burst.
    public void Fragments_inside_fragments_are_collected_without_a_stack()
    {
        var document = "{ ...F0 } " + Each(38, $"fragment F# on Query {{ {Repeat("...{", 61)}...F~{Repeat("}", 61)} }} ") + "fragment F38 on Query { number }";
        string? answer = null;
        var thread = new Thread(() => answer = MakeAsync(document, _ => { }).GetAwaiter().GetResult(), maxStackSize: 160 * 1_024);
        thread.Start();
        thread.Join();
        Assert.Equal("""{"data":{"number":0}}""", answer);
    }

    private async Task<List<string>> CodesAsync(string document, Action<GraphQLServerOptions> configure)
    {
        var errors = JsonNode.Parse(await MakeAsync(document, configure))!["errors"]?.AsArray();
        return errors is null ? [] : [.. errors.Select(error => error!["extensions"]!["code"]!.GetValue<string>())];
    }

    private Task<string> MakeAsync(string document, Action<GraphQLServerOptions> configure)
    {
        calls = 0;
        return new Engine(Sdl, _ => Bindings(), configure).ExecuteAsync(document);
    }

    private SchemaBindings Bindings() => new SchemaBindings()
        .Object<object>("Query")
        .Resolve<object, object?>("Query.self", (_, _, _, _) => Counted<object?>(new object()))
        .Resolve<object, object[]>("Query.selves", (_, _, arguments, _) => Counted(Enumerable.Range(0, arguments.Get<int>(0)).Select(_ => new object()).ToArray()))
        .Resolve<object, int?>("Query.number", (_, _, _, _) => Counted<int?>(0));

    private ValueTask<T> Counted<T>(T value)
    {
        calls++;
        return ValueTask.FromResult(value);
    }

    // "#" is the number, "~" the next one.
    private static string Each(int times, string text) => string.Concat(Enumerable.Range(0, times).Select(
        i => text.Replace("#", $"{i}", StringComparison.Ordinal).Replace("~", $"{i + 1}", StringComparison.Ordinal)));

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
