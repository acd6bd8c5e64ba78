using Plr.GraphQL.Execution.Costs;
using Plr.GraphQL.Execution.Documents;
using Plr.GraphQL.Language.Parsing;
using Plr.GraphQL.Validation;

namespace Plr.GraphQL.Execution;

/// <summary>The limits and habits of one GraphQL server.</summary>
public sealed class GraphQLServerOptions
{
    private readonly Dictionary<string, FieldGuard> guards = new(StringComparer.Ordinal);

    /// <summary>How much of a document is read.</summary>
    public ParserLimits Parser { get; } = new();

    /// <summary>How documents are validated, and how large an operation may be.</summary>
    public ValidationOptions Validation { get; set; } = new() { Limits = new ValidationLimits() };

    /// <summary>How much is executed.</summary>
    public ExecutionOptions Execution { get; } = new();

    /// <summary>Which documents are executed.</summary>
    public DocumentOptions Documents { get; } = new();

    /// <summary>How much one operation may cost.</summary>
    public CostOptions Cost { get; } = new();

    /// <summary>Tells an exception that ends the whole request, such as a database that is away, and with which error; null for any other.</summary>
    public Func<Exception, GraphQLError?>? DescribeFailure { get; set; }

    /// <summary>Guards by directive name.</summary>
    public IReadOnlyDictionary<string, FieldGuard> Guards => guards;

    /// <summary>Lets a guard decide wherever the schema carries a directive.</summary>
    /// <param name="directiveName">Without <c>@</c>.</param>
    /// <param name="guard">One for all requests, so it holds no state.</param>
    public void AddGuard(string directiveName, FieldGuard guard) => guards[directiveName] = guard;
}
