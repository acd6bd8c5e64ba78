using System.Text.Json.Nodes;
using Plr.GraphQL.Binding;
using Plr.GraphQL.Binding.Scalars;
using Plr.GraphQL.Execution;
using Plr.GraphQL.Language.Parsing;
using Plr.GraphQL.Validation;

namespace Plr.GraphQL.Tests.Execution;

/// <summary>Every walk that recurses over what a client sent, at the bound that no setting lifts, in a third of the stack that a thread has
/// at least; and one past the bound. A walk that needed more would not fail the test but end the process, so the stack is the test.</summary>
public sealed class DeepInputTests
{
    private const int StackBytes = 512 * 1_024;
    private const int Levels = ValidationLimits.HardMaxDepth;
    private const int Brackets = ParserLimits.HardMaxDepth;
    private const string Sdl = "scalar Any type Query { self: Query other: Being any(value: Any, list: [Any]): Any } interface Being { other: Being } type Person implements Being { other: Being }";

    [Theory]
    [InlineData("{ self ", Levels, null)]
    [InlineData("{ self ", Levels + 1, ErrorCodes.LimitDepth)]
    [InlineData("{ other ", Levels, null)]
    [InlineData("{ a: self ", Levels, null)]
    public void Levels_of_fields(string level, int count, string? code) =>
        Assert.Equal(code, Code(Run(Nested(level, count - 1, "{ __typename }", "}"))));

    [Fact] // Two at the top, so that the sets of fields are merged all the way down.
    public void Levels_of_fields_that_merge() =>
        Assert.Null(Code(Run($"{{ {Nested("self { ", Levels - 1, "__typename", "}")} {Nested("self { ", Levels - 1, "__typename", "}")} }}")));

    [Fact] // One level in each fragment, so that the text is flat.
    public void Levels_of_fields_in_fragments() =>
        Assert.Null(Code(Run("{ ...F0 } " + Each(99, "fragment F# on Query { self { ...F~ } } ") + $"fragment F99 on Query {{ {Nested("self { ", Levels - 100, "__typename", "}")} }}")));

    [Theory]
    [InlineData(Brackets - 1, null)]
    [InlineData(Brackets, ErrorCodes.LimitParserDepth)]
    public void Inline_fragments(int count, string? code) =>
        Assert.Equal(code, Code(Run($"{{ {Nested("... { ", count, "__typename", "}")} }}")));

    [Theory]
    [InlineData("[", "1", "]", Brackets - 1, null)]
    [InlineData("[", "1", "]", Brackets, ErrorCodes.LimitParserDepth)]
    [InlineData("{ a: ", "1", "}", Brackets - 1, null)]
    [InlineData("[", "$v", "]", Brackets - 1, null)] // A variable inside a literal: both nest.
    public void Values_in_the_document(string open, string inner, string close, int count, string? code)
    {
        var head = inner == "$v" ? "query ($v: Any) " : "";
        var answer = Run($"{head}{{ any(value: {Nested(open, count, inner, close)}) }}", $$"""{"v":{{Nested("[", 60, "1", "]")}}}""");
        Assert.Equal(code, Code(answer));
    }

    [Theory]
    [InlineData("[", "]", 63, null)] // in the object of the variables: 64
    [InlineData("[", "]", 64, ErrorCodes.VariablesMalformed)]
    [InlineData("{\"a\":", "}", 63, null)]
    [InlineData("[", "]", 1_000_000, ErrorCodes.VariablesMalformed)]
    public void Values_in_the_variables(string open, string close, int count, string? code) =>
        Assert.Equal(code, Code(Run("query ($v: Any) { any(value: $v) }", $$"""{"v":{{Nested(open, count, "1", close)}}}""")));

    [Theory]
    [InlineData(Brackets, ErrorCodes.GraphQLValidationFailed)] // No field takes so many lists in lists.
    [InlineData(Brackets + 1, ErrorCodes.LimitParserDepth)]
    public void Types_of_variables(int count, string code) =>
        Assert.Equal(code, Code(Run($"query ($v: {Nested("[", count, "Any", "]")} = {Nested("[", count, "", "]")}) {{ any(value: $v) }}")));

    private static string? Code(string answer)
    {
        var options = new System.Text.Json.JsonDocumentOptions { MaxDepth = 2 * (Levels + Brackets) };
        return JsonNode.Parse(answer, documentOptions: options)!["errors"]?[0]!["extensions"]!["code"]!.GetValue<string>();
    }

    private static string Run(string document, string variables = "")
    {
        var engine = new Engine(Sdl, _ => Bindings(), Lift);
        string? answer = null;
        var thread = new Thread(() => answer = engine.ExecuteAsync(document, variables).GetAwaiter().GetResult(), StackBytes);
        thread.Start();
        thread.Join();
        return answer ?? throw new InvalidOperationException("no answer");
    }

    private static void Lift(GraphQLServerOptions options)
    {
        options.Parser.MaxDepth = int.MaxValue;
        var limits = options.Validation.Limits;
        limits.MaxDepth = limits.MaxAliases = int.MaxValue;
        limits.MaxOverlappingFieldSteps = 1_000_000;
        (options.Cost.MaxFieldCost, options.Cost.MaxTypeCost) = (long.MaxValue, long.MaxValue);
        options.Execution.MaxVariablesBytes = int.MaxValue;
    }

    private static SchemaBindings Bindings() => new SchemaBindings()
        .Scalar("Any", new AnyScalar())
        .Object<RootValue>("Query")
        .Object<string>("Person")
        .Read<RootValue, object>("Query.self", root => root)
        .Read<RootValue, object>("Query.other", _ => "a person")
        .Read<string, object>("Person.other", person => person)
        .Resolve<RootValue, object?>("Query.any", (_, _, arguments, _) => ValueTask.FromResult(arguments.Get<object?>(0)));

    private static string Nested(string open, int times, string middle, string close) =>
        string.Concat(Enumerable.Repeat(open, times)) + middle + string.Concat(Enumerable.Repeat(close, times));

    // "#" is the number, "~" the next one.
    private static string Each(int times, string text) => string.Concat(Enumerable.Range(0, times).Select(
        i => text.Replace("#", $"{i}", StringComparison.Ordinal).Replace("~", $"{i + 1}", StringComparison.Ordinal)));
}
