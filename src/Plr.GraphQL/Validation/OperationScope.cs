using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Validation;

/// <summary>An operation with its variables and all that its fragments bring along.</summary>
internal sealed class OperationScope : ExecutableScope
{
    private readonly Dictionary<string, VariableScope> variables;
    private List<VariableUsage>? allUsages;

    public OperationScope(OperationDefinitionNode operation, Schema schema)
        : base(operation, schema.RootType(operation.Operation))
    {
        Operation = operation;
        variables = new Dictionary<string, VariableScope>(operation.VariableDefinitions.Length, StringComparer.Ordinal);
        foreach (var definition in operation.VariableDefinitions)
        {
            variables.TryAdd(definition.Variable.Name, new VariableScope(definition, schema.ResolveType(definition.Type)));
        }
    }

    public OperationDefinitionNode Operation { get; }

    public IEnumerable<VariableScope> Variables => variables.Values;

    public VariableScope? FindVariable(string name) => variables.GetValueOrDefault(name);

    /// <summary>Every use of a variable in the operation and in the fragments it reaches, each fragment once.</summary>
    public List<VariableUsage> AllUsages(FragmentTable fragments)
    {
        if (Spreads.Count == 0)
        {
            return VariableUsages;
        }

        if (allUsages is null)
        {
            allUsages = [.. VariableUsages];
            foreach (var fragment in fragments.ReachableFrom(this))
            {
                allUsages.AddRange(fragment.VariableUsages);
            }
        }

        return allUsages;
    }
}
