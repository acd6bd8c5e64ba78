using System.Collections.Immutable;
using Plr.GraphQL.Language;
using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Validation;

/// <summary>One validation: what is validated, what the walk gathers, and the errors so far. Rules have no state of their own.</summary>
internal sealed class ValidationContext
{
    private const int MaxEcho = 60;
    private HashSet<string>? scratchNames;
    private ImmutableArray<GraphQLError>.Builder? errors;

    public ValidationContext(Schema schema, DocumentNode document, ValidationOptions options)
    {
        Schema = schema;
        Document = document;
        Options = options;
        foreach (var definition in document.Definitions)
        {
            switch (definition)
            {
                case OperationDefinitionNode operation:
                    Operations.Add(new OperationScope(operation, schema));
                    break;
                case FragmentDefinitionNode fragment:
                    Fragments.Add(fragment, schema);
                    break;
            }
        }
    }

    public Schema Schema { get; }

    public DocumentNode Document { get; }

    public ValidationOptions Options { get; }

    public List<OperationScope> Operations { get; } = [];

    public FragmentTable Fragments { get; } = new();

    public bool HasErrors => errors is not null;

    /// <summary>Whether so many errors were found that nobody needs more.</summary>
    public bool IsFull => errors is not null && errors.Count >= Options.Limits.MaxErrors;

    public ImmutableArray<GraphQLError> Errors => errors?.ToImmutable() ?? [];

    public void Report(ValidationRule rule, string message, Location location, Location also = default) =>
        Add(message, ErrorCodes.GraphQLValidationFailed, location, also, rule.Extensions);

    /// <summary>Reports a value, by the code of the scalar that refuses it where it has one.</summary>
    public void Report(ValidationRule rule, ScalarProblem? problem, string message, Location location) => Add(
        problem is { } refused ? $"{message}: {refused.Message}" : message,
        problem?.Code ?? ErrorCodes.GraphQLValidationFailed, location, default, rule.Extensions);

    /// <summary>The limits that were passed and only warn, each once.</summary>
    public List<GraphQLError> Warnings { get; } = [];

    /// <summary>Refuses what is past the ceiling; what is past the limit alone only warns.</summary>
    public void PassLimit(string code, string message, Location location, int value, int ceiling)
    {
        if (value > ceiling)
        {
            ReportLimit(code, message, location);
        }
        else if (!Warnings.Exists(warning => warning.Code == code))
        {
            Warnings.Add(new GraphQLError(message, code));
        }
    }

    public void ReportLimit(string code, string message, Location location) => Add(message, code, location, default, null);

    /// <summary>A name of the document in backticks, cut short so that no client text comes back at length.</summary>
    public static string Name(string name) => name.Length <= MaxEcho ? $"`{name}`" : $"`{name[..MaxEcho]}...`";

    /// <summary>An empty set, to be used up before anyone else asks for one.</summary>
    public HashSet<string> EmptyNames()
    {
        scratchNames ??= new HashSet<string>(StringComparer.Ordinal);
        scratchNames.Clear();
        return scratchNames;
    }

    /// <summary>The end of a message about an unknown name: similar ones, if the options allow them.</summary>
    public string DidYouMean(string name, IEnumerable<string> candidates) =>
        Options.SuggestNames ? Suggestions.DidYouMean(name, candidates) : "";

    // Finding a line costs a pass over the text before it, so nothing is found for an error that nobody will see.
    private void Add(
        string message, string code, Location location, Location also, IReadOnlyDictionary<string, object?>? extensions)
    {
        if (IsFull)
        {
            return;
        }

        ImmutableArray<LinePosition> positions = (location.Position, also.Position) switch
        {
            ({ } first, { } second) => [first, second],
            ({ } first, null) => [first],
            _ => [],
        };
        errors ??= ImmutableArray.CreateBuilder<GraphQLError>();
        errors.Add(new GraphQLError(message, code, positions, extensions: extensions));
    }
}
