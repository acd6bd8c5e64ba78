using System.Globalization;
using Plr.GraphQL.Execution.Budgets;
using Plr.GraphQL.Execution.Coercion;
using Plr.GraphQL.Execution.Documents;
using Plr.GraphQL.Execution.Planning;
using Plr.GraphQL.Execution.Responses;
using Plr.GraphQL.Execution.Tracing;
using Plr.GraphQL.Observation;
using Plr.GraphQL.Types;
using Plr.GraphQL.Types.Costs;

namespace Plr.GraphQL.Execution.Costs;

// Lets an operation pass when it costs no more than it may.
internal sealed class CostGate(Schema schema, CostOptions options, RefusalLog refusals, EngineMetrics metrics)
{
    // What costs so many times the limit is refused even where limits only warn.
    private const long FarPast = 10;

    private readonly CostModel model = CostModel.Of(schema);
    private readonly ClientBudgets? budgets = options.Budget.IsOn ? new ClientBudgets(options.Budget) : null;

    internal bool LooksIntoInputs => model.LooksIntoInputs;

    // False with an error when the operation may not be executed. The report is null when nobody wants one.
    internal bool Admit(
        PreparedOperation operation, OperationPlan plan, VariableValues variables, GraphQLRequest request,
        RequestBudget? batch, bool isTrial, List<GraphQLError> errors, out RequestReport? report)
    {
        using var span = Spans.Start(Spans.Cost);
        var cost = CostOf(operation, plan, variables);
        if (!isTrial)
        {
            metrics.CountStaticCost(operation.Node.Operation, cost.Tally);
        }

        report = request is { Cost: CostReporting.None, ReportsPlan: false } && budgets is null ? null : new RequestReport(cost.Tally, Actual(variables), metrics)
        {
            ShowsCost = request.Cost is not CostReporting.None,
            Trace = request.ReportsPlan ? new PlanTrace() : null,
        };
        if ((cost.Refusal ?? CheckLimits(cost.Tally) ?? CheckBatch(cost.Tally, batch)) is not { } refusal)
        {
            return budgets is null || isTrial || Charge(cost.Tally, request, report!, errors); // Made above where there are budgets.
        }

        if (options.EnforceLimits || CheckLimits(cost.Tally, FarPast) is not null)
        {
            errors.Add(refusal);
            return false;
        }

        refusals.WouldRefuse(operation.ShownName, refusal);
        return budgets is null || isTrial || Charge(cost.Tally, request, report!, errors);
    }

    // What is only validated costs nothing, but shows what is left.
    private bool Charge(CostTally cost, GraphQLRequest request, RequestReport report, List<GraphQLError> errors)
    {
        var taken = request.Cost is CostReporting.Validate ? default : cost;
        if (taken.Total > options.Budget.Capacity)
        {
            errors.Add(Exceeded("cost", cost.Total, options.Budget.Capacity));
            return false;
        }

        var reading = budgets!.Take(request.Client ?? "", (double)taken.Total, out var bucket); // Asked only where there are budgets.
        report.Budget = new BudgetHold(bucket, taken, reading);
        if (reading.IsTaken)
        {
            return true;
        }

        report.RetryAfter = reading.RetryAfter;
        errors.Add(Exhausted(cost, reading));
        return false;
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

    private GraphQLError? CheckLimits(CostTally cost, long times = 1) =>
        cost.Types > InThousandths(options.MaxTypeCost, times) ? Exceeded("type cost", cost.TypeCost, options.MaxTypeCost)
        : cost.Fields > InThousandths(options.MaxFieldCost, times) ? Exceeded("field cost", cost.FieldCost, options.MaxFieldCost)
        : null;

    private GraphQLError? CheckBatch(CostTally cost, RequestBudget? batch) => batch?.TryTakeTypes(cost.TypeCost) is false
        ? new GraphQLError($"the operations of the batch have a type cost of more than {options.MaxTypeCost} together; ask for less at once", ErrorCodes.CostLimitExceeded)
        : null;

    // A limit past what anyone counts is none.
    private static long InThousandths(long limit, long times) => Math.Min(limit, CostTally.Most / Weight.One / times) * times * Weight.One;

    private static GraphQLError Exhausted(CostTally cost, BudgetReading reading)
    {
        var seconds = (long)Math.Ceiling(reading.RetryAfter.TotalSeconds);
        return new GraphQLError(
            string.Create(CultureInfo.InvariantCulture, $"the operation may cost {cost.Total}, and {Math.Floor(reading.Remaining)} of your budget of {reading.Capacity} is left; try again in {seconds} s, or ask for less"),
            ErrorCodes.CostBudgetExhausted,
            extensions: new Dictionary<string, object?> { ["retryAfterSeconds"] = (double)seconds });
    }

    private static GraphQLError Exceeded(string kind, decimal cost, long limit) => new(
        string.Create(CultureInfo.InvariantCulture, $"the operation has a {kind} of {Readable(cost)}, and at most {limit} is executed; ask for smaller pages or fewer fields"),
        ErrorCodes.CostLimitExceeded);

    private static string Readable(decimal cost) =>
        cost >= 1_000_000_000 ? "more than 1000000000" : cost.ToString(CultureInfo.InvariantCulture);
}
