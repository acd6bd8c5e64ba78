using System.Collections.Frozen;
using Plr.GraphQL.Binding;
using Plr.GraphQL.Execution.Costs;
using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Execution.Planning;

// How an operation is executed, for one outcome of its conditions. Shared by all requests with that outcome.
internal sealed class OperationPlan
{
    private int isReckoned;

    internal OperationPlan(
        BoundSchema schema,
        FrozenDictionary<string, FragmentDefinitionNode> fragments,
        OperationDefinitionNode node,
        HashSet<string> trueVariables,
        bool isIncremental,
        ExecutionOptions options)
    {
        Schema = schema;
        Fragments = fragments;
        Node = node;
        TrueVariables = trueVariables;
        IsIncremental = isIncremental;
        Options = options;
        var rootType = schema.Schema.RootType(node.Operation)
            ?? throw new InvalidOperationException("a valid operation has a root type");
        Root = new SelectionPlan(this, owner: null, rootType, new FieldSet(), []).For(rootType);
    }

    internal BoundSchema Schema { get; }

    internal FrozenDictionary<string, FragmentDefinitionNode> Fragments { get; }

    internal OperationDefinitionNode Node { get; }

    internal HashSet<string> TrueVariables { get; }

    // Whether what is deferred or streamed may come later; otherwise it comes with the rest.
    internal bool IsIncremental { get; }

    internal ExecutionOptions Options { get; }

    internal TypeSelection Root { get; }

    // Set once it is known that variables do not matter to it.
    internal PlanCost? ConstantCost { get; set; }

    // True for the first who asks.
    internal bool TryReckon() => Volatile.Read(ref isReckoned) == 0 && Interlocked.Exchange(ref isReckoned, 1) == 0;
}
