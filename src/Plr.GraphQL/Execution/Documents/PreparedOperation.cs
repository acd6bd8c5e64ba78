using System.Collections.Frozen;
using Plr.GraphQL.Binding;
using Plr.GraphQL.Execution.Coercion;
using Plr.GraphQL.Execution.Planning;
using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Observation;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Execution.Documents;

// An operation of a valid document with its plans: one for each outcome of the variables that @skip and @include ask for,
// since they decide which fields there are and in which order; and where something is deferred, one more that delivers it with the rest.
internal sealed class PreparedOperation
{
    // Past it a plan is made for the one request: a client that tries every outcome must not fill the memory.
    private const int MaxPlans = 16;

    private readonly BoundSchema schema;
    private readonly PreparedDocument document;
    private readonly ExecutionOptions options;
    private readonly string[] conditions;
    private readonly bool isIncremental;
    private (ulong Outcome, OperationPlan Plan)[] plans = [];

    internal PreparedOperation(
        BoundSchema schema, PreparedDocument document, OperationDefinitionNode node, ExecutionOptions options, string[] conditions,
        bool isIncremental, OperationNames names)
    {
        this.schema = schema;
        this.document = document;
        this.options = options;
        this.conditions = conditions;
        // An event is one response: incremental delivery draft, 5.7.5.
        this.isIncremental = isIncremental && node.Operation is not OperationType.Subscription;
        Node = node;
        ShownName = OperationNames.Shown(node.Name);
        Label = names.LabelOf(ShownName);
        Variables = new PreparedVariable[node.VariableDefinitions.Length];
        var indexes = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Variables.Length; i++)
        {
            var definition = node.VariableDefinitions[i];
            var type = schema.Schema.ResolveType(definition.Type)
                ?? throw new InvalidOperationException("a valid document names only types of the schema");
            Variables[i] = new PreparedVariable(definition, type);
            indexes[Variables[i].Name] = i;
        }

        VariableIndexes = indexes.ToFrozenDictionary(StringComparer.Ordinal);
    }

    internal OperationDefinitionNode Node { get; }

    // Its name as operators may see it; null when it has none.
    internal string? ShownName { get; }

    // The same as a label of metrics.
    internal string Label { get; }

    internal PreparedVariable[] Variables { get; }

    internal FrozenDictionary<string, int> VariableIndexes { get; }

    internal ObjectType? RootType => schema.Schema.RootType(Node.Operation);

    // May deliver: whether the client takes what is deferred later.
    internal OperationPlan PlanFor(VariableValues variables, bool mayDeliver)
    {
        mayDeliver &= isIncremental;
        var outcome = 0UL;
        for (var i = 0; i < conditions.Length && i < 64; i++)
        {
            outcome |= variables.IsTrueOrAbsent(conditions[i]) ? 1UL << i : 0;
        }

        var known = Volatile.Read(ref plans);
        foreach (var (planned, plan) in known)
        {
            if (planned == outcome && plan.IsIncremental == mayDeliver && conditions.Length <= 64)
            {
                return plan;
            }
        }

        return Add(known, outcome, variables, mayDeliver);
    }

    // Told once how many fields a plan came to have, so that the cache can reckon with it.
    internal void Reckon(OperationPlan plan, int fields)
    {
        if (plan.TryReckon())
        {
            document.AddPlan(fields);
        }
    }

    private OperationPlan Add((ulong Outcome, OperationPlan Plan)[] known, ulong outcome, VariableValues variables, bool mayDeliver)
    {
        var isTrue = new HashSet<string>(StringComparer.Ordinal);
        foreach (var condition in conditions)
        {
            if (variables.IsTrueOrAbsent(condition))
            {
                isTrue.Add(condition);
            }
        }

        var plan = new OperationPlan(schema, document.Fragments, Node, isTrue, mayDeliver, options);
        if (known.Length < MaxPlans && conditions.Length <= 64)
        {
            // Two requests may make the same plan at once; one of them stays, both are right.
            Interlocked.CompareExchange(ref plans, [.. known, (outcome, plan)], known);
        }

        return plan;
    }
}
