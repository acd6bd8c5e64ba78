using Plr.GraphQL.Types.Building;

namespace Plr.GraphQL.Types.Costs;

/// <summary>Reads <c>@cost</c> off a schema, and refuses what has no meaning.</summary>
internal sealed class CostModelReader(Schema schema, SchemaErrorList errors)
{
    private readonly Dictionary<InputValueDefinition, long> inputFieldWeights = [];
    private readonly ListSizeReader listSizes = new(schema, errors);

    public CostModel Read()
    {
        ReadInputFields();
        return new CostModel(
            [.. schema.Types.Select(TypeWeight)], [.. schema.Fields.Select(Read)], inputFieldWeights);
    }

    private void ReadInputFields()
    {
        foreach (var field in schema.Types.OfType<InputObjectType>().SelectMany(type => type.Fields))
        {
            if (WeightOn(field.Directives, field.Coordinate, mayBeNegative: true) is { } weight and not 0)
            {
                inputFieldWeights.Add(field, weight);
            }
        }
    }

    private long TypeWeight(NamedType type) =>
        type.IsIntrospection ? 0
        : WeightOn(type.Directives, type.Name, mayBeNegative: false) is { } weight ? weight
        : type is CompositeType ? Weight.One
        : 0;

    private FieldCost Read(FieldDefinition field)
    {
        if (field.IsIntrospection)
        {
            return new FieldCost { Weight = 0, ArgumentWeights = [], Size = null, LooksIntoInputs = false };
        }

        var arguments = field.Arguments
            .Select(argument => WeightOn(argument.Directives, argument.Coordinate, mayBeNegative: true) ?? 0).ToArray();
        var size = listSizes.Read(field);
        return new FieldCost
        {
            Weight = WeightOn(Inherited(field, CostDefinitions.Cost), field.Coordinate, mayBeNegative: false)
                ?? (field.Type.IsLeaf ? 0 : Weight.One),
            ArgumentWeights = arguments.Any(weight => weight != 0) ? arguments : [],
            Size = size,
            LooksIntoInputs = size is not null && size.Slicing.Any(argument => argument.IsNested)
                || field.Arguments.Any(argument => HasWeightInside(argument.Type.UnderlyingType, [])),
        };
    }

    /// <summary>The directives that hold for a field: its own, or those of the first interface that says something.</summary>
    public static AppliedDirectives Inherited(FieldDefinition field, string directive) =>
        field.Directives.Find(directive) is not null
            ? field.Directives
            : field.DeclaringType.Interfaces.Select(type => type.FindField(field.Name)?.Directives)
                .FirstOrDefault(directives => directives?.Find(directive) is not null) ?? field.Directives;

    // Recursion ends where a type comes again.
    private bool HasWeightInside(NamedType type, HashSet<NamedType> seen) =>
        type is InputObjectType input && seen.Add(input)
        && input.Fields.Any(field => inputFieldWeights.ContainsKey(field) || HasWeightInside(field.Type.UnderlyingType, seen));

    private long? WeightOn(AppliedDirectives directives, string coordinate, bool mayBeNegative)
    {
        if (directives.Find(CostDefinitions.Cost) is not { } cost)
        {
            return null;
        }

        if (!Weight.TryRead(cost.Argument(CostDefinitions.Weight), out var weight))
        {
            errors.Add(
                coordinate,
                $"applies `@cost`, but its weight must be a decimal number such as \"2.5\", three places and {Weight.Largest / Weight.One} at most",
                cost.Node.Location);
        }
        else if (weight < 0 && !mayBeNegative)
        {
            errors.Add(coordinate, "applies `@cost` with a negative weight, which only arguments and input fields may have", cost.Node.Location);
        }

        return weight;
    }
}
