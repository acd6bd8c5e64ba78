using System.Globalization;
using Microsoft.Extensions.Logging;
using Plr.GraphQL.Execution.Coercion;
using Plr.GraphQL.Execution.Documents;
using Plr.GraphQL.Execution.Planning;
using Plr.GraphQL.Execution.Responses;
using Plr.GraphQL.Types;
using Plr.GraphQL.Types.Costs;

namespace Plr.GraphQL.Execution.Costs;

// Lets an operation pass when it costs no more than it may.
internal sealed class CostGate(Schema schema, CostOptions options, ILogger logger)
{
    private readonly CostModel model = CostModel.Of(schema);

    internal bool LooksIntoInputs => model.LooksIntoInputs;

    // False with an error when the operation may not be executed. The report is null when nobody wants one.
    internal bool Admit(
        PreparedOperation operation, OperationPlan plan, VariableValues variables, GraphQLRequest request, List<GraphQLError> errors, out RequestReport? report)
    {
        var cost = CostOf(operation, plan, variables);
        report = request.Cost is CostReporting.None ? null : new RequestReport(cost.Tally, Actual(variables)) { ShowsCost = true };
        if ((cost.Refusal ?? CheckLimits(cost.Tally)) is not { } refusal)
        {
            return true;
        }

        if (options.EnforceLimits)
        {
            errors.Add(refusal);
            return false;
        }

        logger.LogWarning("Operation {Operation} would be refused: {Code}, {Reason}", operation.Node.Name, refusal.Code, refusal.Message);
        return true;
    }

    private ActualCost Actual(VariableValues variables) => new(model, new FieldReckoner(model, variables, options.DefaultPageSize));

    private PlanCost CostOf(PreparedOperation operation, OperationPlan plan, VariableValues variables)
    {
        if (plan.ConstantCost is { } known)
        {
            return known;
        }

        var reckoning = new StaticCost(model, variables, options);
        var cost = reckoning.Of(plan);
        operation.Reckon(plan, reckoning.Fields);
        if (cost.IsConstant)
        {
            plan.ConstantCost = cost;
        }

        return cost;
    }

    private GraphQLError? CheckLimits(CostTally cost) =>
        cost.TypeCost > options.MaxTypeCost ? Exceeded("type cost", cost.TypeCost, options.MaxTypeCost)
        : cost.FieldCost > options.MaxFieldCost ? Exceeded("field cost", cost.FieldCost, options.MaxFieldCost)
        : null;

    private static GraphQLError Exceeded(string kind, decimal cost, long limit) => new(
        string.Create(CultureInfo.InvariantCulture, $"the operation has a {kind} of {Readable(cost)}, and at most {limit} is executed; ask for smaller pages or fewer fields"),
        ErrorCodes.CostLimitExceeded);

    private static string Readable(decimal cost) =>
        cost >= 1_000_000_000 ? "more than 1000000000" : cost.ToString(CultureInfo.InvariantCulture);
}
