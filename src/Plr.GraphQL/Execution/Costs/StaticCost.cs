using Plr.GraphQL.Execution.Coercion;
using Plr.GraphQL.Execution.Planning;
using Plr.GraphQL.Language.Parsing;
using Plr.GraphQL.Types;
using Plr.GraphQL.Types.Costs;

namespace Plr.GraphQL.Execution.Costs;

// What a plan may cost at most with the coerced variables of one request, so that a literal and a variable cost the same.
// IBM, GraphQL Cost Directives specification, draft, static analysis: of an abstract type the dearest possible type counts.
internal sealed class StaticCost(CostModel model, VariableValues variables, CostOptions options)
{
    // Past it the reckoning itself would be the attack.
    private readonly int mostFields = SoftLimit.Ceiling(options.MaxReckonedFields, options.EnforceLimits);
    private readonly FieldReckoner reckoner = new(model, variables, options.DefaultPageSize);
    // What the lists come to that have a bound together, by the type of the object that they all stand below: for the innermost such object.
    private readonly Dictionary<ObjectType, CostTally> totals = [];
    private GraphQLError? refusal;
    private bool isConstant = true;

    // How many fields the plan has for all types that may occur. Reckoning has planned them all.
    internal int Fields { get; private set; }

    internal PlanCost Of(OperationPlan plan)
    {
        var tally = new CostTally(0, model.WeightOf(plan.Root.Type)).Plus(Reckon(plan.Root, sizing: null, size: 1));
        return new PlanCost(tally, Fields > options.MaxReckonedFields ? TooManyFields() : refusal, isConstant);
    }

    // Lists that have a bound together below an object of the type count once for the object, however many objects they are spread over.
    private CostTally Reckon(TypeSelection selection, ListSize? sizing, long size)
    {
        if (!model.IsScope(selection.Type))
        {
            return ReckonFields(selection, sizing, size);
        }

        var hadOuter = totals.TryGetValue(selection.Type, out var outer);
        totals[selection.Type] = default;
        var each = ReckonFields(selection, sizing, size);
        var together = totals[selection.Type];
        totals.Remove(selection.Type);
        if (hadOuter)
        {
            totals.Add(selection.Type, outer);
        }

        return each.Plus(together);
    }

    // Recursion is bounded by the depth that validation allows. Sizing is the field that stands above, when it bounds lists of its object.
    private CostTally ReckonFields(TypeSelection selection, ListSize? sizing, long size)
    {
        var total = default(CostTally);
        foreach (var field in selection.AllFields)
        {
            if (++Fields > mostFields)
            {
                return new CostTally(CostTally.Most, CostTally.Most);
            }

            var isSized = sizing is not null && sizing.SizedFields.Contains(field.Definition.Name);
            total = total.Plus(Reckon(field, isSized ? size : null));
        }

        return total;
    }

    private CostTally Reckon(FieldPlan field, long? sizeFromAbove)
    {
        var cost = model.Of(field.Definition);
        var reckoning = reckoner.Reckon(field);
        isConstant &= field.HasConstantArguments || !cost.DependsOnArguments;
        if (reckoning.LacksSlicing)
        {
            refusal ??= Refuse(field, cost.Size!); // Lacks what its size requires.
        }

        var own = new CostTally(reckoning.OwnCost, 0);
        if (reckoning.IsRefused)
        {
            return own;
        }

        var below = field.Child is { } child ? Dearest(child, cost.Size, reckoning.Size ?? 1)
            : new CostTally(0, model.WeightOf(field.Type.UnderlyingType));
        var ownSize = cost.Size is { SizedFields.Count: 0 } ? reckoning.Size : null;
        var items = Repeat(below, field.Type, sizeFromAbove ?? ownSize ?? options.DefaultListSize);
        if (cost.Size?.Within is { } scope && totals.TryGetValue(scope, out var together))
        {
            totals[scope] = together.Plus(items);
            return own;
        }

        return own.Plus(items);
    }

    private CostTally Dearest(SelectionPlan child, ListSize? sizing, long size)
    {
        var dearest = default(CostTally);
        foreach (var type in child.Type.PossibleTypes)
        {
            dearest = dearest.OrMore(new CostTally(0, model.WeightOf(type)).Plus(Reckon(child.For(type), sizing, size)));
        }

        return dearest;
    }

    // A list of lists holds so many lists of so many items.
    private static CostTally Repeat(CostTally cost, GraphQLType type, long items)
    {
        for (var inner = type.NullableType; inner is ListType list; inner = list.OfType.NullableType)
        {
            cost = cost.Times(items);
        }

        return cost;
    }

    private GraphQLError TooManyFields() => new(
        $"the operation has more than {options.MaxReckonedFields} fields, each counted for every type of object that it may stand in; ask for fewer levels of interfaces and unions",
        ErrorCodes.CostLimitExceeded);

    private static GraphQLError Refuse(FieldPlan field, ListSize size) => new(
        $"`{field.Definition.Coordinate}` must be given exactly one of {string.Join(", ", size.Slicing.Select(argument => $"`{argument.Name}`"))}",
        ErrorCodes.SlicingArgumentRequired,
        field.Locations);
}
