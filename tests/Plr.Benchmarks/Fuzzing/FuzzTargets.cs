using System.Text;
using Plr.GraphQL;
using Plr.GraphQL.Execution;
using Plr.GraphQL.Execution.Costs;
using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Language.Parsing;
using Plr.GraphQL.Language.Printing;
using Plr.GraphQL.Pagination;
using Plr.GraphQL.Validation;

namespace Plr.Benchmarks.Fuzzing;

/// <summary>What is fuzzed. A target throws when what it drives does anything but answer or refuse.</summary>
internal sealed class FuzzTargets
{
    private const string WithVariables =
        "query Q($a: Int, $b: [[Int!]] = [], $c: Filter, $d: Level! = LOW, $e: Pick, $f: [ID!]! = []) { things(first: $a, filter: $c) { count } nested(lists: $b) level(level: $d, flag: true) pick(by: $e) { id } byIds(ids: $f) { id } }";

    private readonly FailureLog log = new();
    private readonly RequestExecutor executor;

    /// <summary>By name, in the order of a request.</summary>
    public IReadOnlyDictionary<string, Func<Dice, ValueTask>> All { get; }

    public FuzzTargets()
    {
        executor = FuzzSchema.MakeExecutor(log);
        All = new OrderedDictionary<string, Func<Dice, ValueTask>>
        {
            ["lexer"] = dice => Parse(Damage.Soup(dice)),
            ["parser"] = dice => Parse(Damage.Of(Document(dice), dice)),
            ["validator"] = Validate,
            ["variables"] = dice => ReckonAsync(Encoding.UTF8.GetBytes(WithVariables), Damage.Of(Encoding.UTF8.GetBytes(new JsonGrammar(dice).Variables()), dice)),
            ["cost"] = dice => ReckonAsync(Document(dice), Encoding.UTF8.GetBytes(new JsonGrammar(dice).Variables())),
            ["cursor"] = Decode,
        };
    }

    private static byte[] Document(Dice dice) => Encoding.UTF8.GetBytes(new OperationGrammar(dice).Document());

    // One of a document and an error; and what is printed reads as what was printed.
    private static ValueTask Parse(byte[] text)
    {
        var result = Parser.Parse(text, new ParserLimits { AllowTypeSystem = true });
        Require((result.Document is null) != (result.Error is null), "neither a document nor an error, or both");
        if (result.Document is { } document)
        {
            var printed = Printer.Print(document);
            Require(printed == Printer.Print(Parser.Parse(printed, ParserLimits.Trusted).Require()), "what was printed reads as something else");
        }
        else
        {
            Require(result.Error!.Location.Position is { Line: >= 1, Column: >= 1 }, "an error without a place"); // Not both are null.
        }

        return ValueTask.CompletedTask;
    }

    private static ValueTask Validate(Dice dice)
    {
        var options = new ValidationOptions { Limits = new ValidationLimits(), SuggestNames = dice.OneIn(2) };
        if (Parser.Parse(Damage.Of(Document(dice), dice), new ParserLimits()).Document is { } document)
        {
            var errors = DocumentValidator.Validate(FuzzSchema.Schema, document, options);
            Require(errors.Length <= options.Limits.MaxErrors + 1, "more errors than are told");
            Require(errors.All(error => error.Message.Length < 2_000), "a message without end");
        }

        return ValueTask.CompletedTask;
    }

    private async ValueTask ReckonAsync(byte[] document, byte[] variables)
    {
        using var result = await executor.ExecuteAsync(
            new GraphQLRequest { Document = document, Variables = variables, Cost = CostReporting.Validate }, NoServices.Instance, CancellationToken.None);
        Require(result.RequestErrorCode is not ErrorCodes.InternalError, "a bug of the engine", log.Last);
        Require(result.Body.Span.IndexOf("\"requested\":-"u8) < 0, "a cost below 0");
        Require(result.IsRequestError || result.Operation is OperationType.Query or OperationType.Mutation, "neither refused nor reckoned");
    }

    private static ValueTask Decode(Dice dice)
    {
        var parts = Enumerable.Range(0, 1 + dice.Below(3)).Select(_ => Encoding.UTF8.GetString([.. Damage.Soup(dice).Take(100)])).ToArray(); // A cursor has at most 1,024 bytes.
        var cursor = Cursor.Encode(parts);
        Require(Cursor.Decode(cursor, parts.Length).SequenceEqual(parts), "a cursor that does not give back its parts");
        try
        {
            var damaged = Encoding.UTF8.GetString(Damage.Of(Encoding.UTF8.GetBytes(cursor), dice));
            Require(Cursor.Decode(damaged, parts.Length).Length == parts.Length, "a cursor of other parts than were asked for");
        }
        catch (GraphQLException refusal) when (refusal.Error.Code is ErrorCodes.CursorInvalid)
        {
            // As it should be.
        }

        return ValueTask.CompletedTask;
    }

    private static void Require(bool holds, string otherwise, Exception? cause = null)
    {
        if (!holds)
        {
            throw new InvalidOperationException(otherwise, cause);
        }
    }

    private sealed class NoServices : IServiceProvider
    {
        public static NoServices Instance { get; } = new();

        public object? GetService(Type serviceType) => null;
    }
}
