using System.Collections.Frozen;
using Plr.GraphQL.Types.Building;

namespace Plr.GraphQL.Types.Costs;

/// <summary>What the parts of a schema cost. Introspection costs nothing: it reads memory, and its depth has a limit of its own.</summary>
/// <remarks>IBM, GraphQL Cost Directives specification, draft: a composite type and a field that gives one weigh 1 by default, all else 0.</remarks>
internal sealed class CostModel(long[] typeWeights, FieldCost[] fields, IReadOnlyDictionary<InputValueDefinition, long> inputFieldWeights)
{
    private readonly FrozenSet<ObjectType> scopes = fields.Select(field => field.Size?.Within).OfType<ObjectType>().ToFrozenSet();

    /// <summary>Whether the cost of any field depends on what is inside input objects.</summary>
    public bool LooksIntoInputs { get; } = fields.Any(field => field.LooksIntoInputs);

    /// <summary>Reads a schema that is valid.</summary>
    public static CostModel Of(Schema schema) => new CostModelReader(schema, new SchemaErrorList()).Read();

    public FieldCost Of(FieldDefinition field) => fields[field.Index];

    /// <summary>Whether lists below one object of the type have a bound together.</summary>
    public bool IsScope(ObjectType type) => scopes.Contains(type);

    /// <summary>One object or leaf value, in thousandths.</summary>
    public long WeightOf(NamedType type) => typeWeights[type.Index];

    /// <summary>One use of an input field, in thousandths.</summary>
    public long WeightOf(InputValueDefinition inputField) => inputFieldWeights.GetValueOrDefault(inputField);
}
