using System.Collections.Frozen;
using Plr.GraphQL.Binding;
using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Observation;

namespace Plr.GraphQL.Execution.Documents;

// A valid document, ready to execute.
internal sealed class PreparedDocument
{
    // Measured roughly.
    private const int BytesPerNode = 120;
    private const int BytesPerPlannedField = 500;

    private readonly PreparedOperation[] operations;
    private readonly long documentAndNodeBytes;
    private long planBytes;

    internal PreparedDocument(BoundSchema schema, DocumentNode document, int documentBytes, ExecutionOptions options, OperationNames names)
    {
        documentAndNodeBytes = 1_024 + (2L * documentBytes) + ((long)document.NodeCount * BytesPerNode);
        var fragments = new Dictionary<string, FragmentDefinitionNode>(StringComparer.Ordinal);
        foreach (var definition in document.Definitions)
        {
            if (definition is FragmentDefinitionNode fragment)
            {
                fragments[fragment.Name] = fragment;
            }
        }

        Fragments = fragments.ToFrozenDictionary(StringComparer.Ordinal);
        var conditions = ConditionVariables.In(document, out var isIncremental);
        operations =
        [
            .. document.Definitions.OfType<OperationDefinitionNode>()
                .Select(node => new PreparedOperation(schema, this, node, options, conditions, isIncremental, names)),
        ];
    }

    // The limits that it passes and that only warn.
    internal GraphQLError[] Warnings { get; init; } = [];

    internal long EstimatedBytes => documentAndNodeBytes + Volatile.Read(ref planBytes);

    // Set by the cache that keeps the document.
    internal Action? Grown { get; set; }

    internal FrozenDictionary<string, FragmentDefinitionNode> Fragments { get; }

    internal void AddPlan(int fields)
    {
        Interlocked.Add(ref planBytes, (long)fields * BytesPerPlannedField);
        Grown?.Invoke();
    }

    // GraphQL September 2025, 6.1, GetOperation(). Null with the reason when there is none.
    internal PreparedOperation? GetOperation(string? operationName, out GraphQLError? error)
    {
        error = null;
        if (operationName is null)
        {
            if (operations.Length == 1)
            {
                return operations[0];
            }

            error = new GraphQLError("the document has several operations: name the one to execute", ErrorCodes.OperationNotFound);
            return null;
        }

        foreach (var operation in operations)
        {
            if (operation.Node.Name == operationName)
            {
                return operation;
            }
        }

        error = new GraphQLError("the document has no operation of that name", ErrorCodes.OperationNotFound);
        return null;
    }
}
