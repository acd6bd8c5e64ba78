using Plr.GraphQL.Execution.Budgets;
using Plr.GraphQL.Execution.Costs;
using Plr.GraphQL.Execution.Planning;
using Plr.GraphQL.Execution.Stages;
using Plr.GraphQL.Execution.Tracing;
using Plr.GraphQL.Observation;

namespace Plr.GraphQL.Execution.Responses;

// What a request tells of itself beside its data, as `extensions` of the response. GraphQL September 2025, 7.1 Response Format.
internal sealed class RequestReport(CostTally requested, ActualCost actual, EngineMetrics metrics)
{
    internal CostTally Requested { get; } = requested;

    // Null until the operation is executed.
    internal CostTally? Actual { get; private set; }

    // Null where clients have none.
    internal BudgetHold? Budget { get; set; }

    // Set when the budget is too small now.
    internal TimeSpan? RetryAfter { get; set; }

    // Whether the client asked for the cost.
    internal bool ShowsCost { get; init; }

    // Null when the client did not ask for the plan.
    internal PlanTrace? Trace { get; init; }

    internal bool IsEmpty => !ShowsCost && !HasPlan;

    // Not before the operation was executed.
    private bool HasPlan => Trace is { Text.Length: > 0 };

    // All that was executed, while it is still there.
    internal void Complete(OperationPlan plan, IReadOnlyList<ObjectBatch> batches)
    {
        Trace?.Complete(plan);
        var spent = actual.Of(batches);
        Actual = spent;
        metrics.CountActualCost(plan.Node.Operation, spent);
        Budget?.Settle(spent);
    }

    // The entry of the response without a comma before it.
    internal void Write(ResponseWriter writer)
    {
        writer.WriteRaw("\"extensions\":{"u8);
        if (ShowsCost)
        {
            writer.WriteRaw("\"cost\":"u8);
            WriteCost(writer);
        }

        if (HasPlan)
        {
            writer.WriteRaw(ShowsCost ? ",\"plan\":"u8 : "\"plan\":"u8);
            writer.WriteString(Trace!.Text); // There is one.
        }

        writer.WriteByte((byte)'}');
    }

    private void WriteCost(ResponseWriter writer)
    {
        writer.WriteByte((byte)'{');
        WriteBoth(writer, Requested.Total, Actual?.Total);
        writer.WriteRaw(",\"fieldCost\":{"u8);
        WriteBoth(writer, Requested.FieldCost, Actual?.FieldCost);
        writer.WriteRaw("},\"typeCost\":{"u8);
        WriteBoth(writer, Requested.TypeCost, Actual?.TypeCost);
        writer.WriteByte((byte)'}');
        if (Budget is { } budget)
        {
            WriteBudget(writer, budget.Reading);
        }

        writer.WriteByte((byte)'}');
    }

    private static void WriteBudget(ResponseWriter writer, BudgetReading reading)
    {
        writer.WriteRaw(",\"budget\":{\"capacity\":"u8);
        writer.WriteNumber(reading.Capacity);
        writer.WriteRaw(",\"remaining\":"u8);
        writer.WriteNumber((long)reading.Remaining);
        writer.WriteRaw(",\"restoresAt\":"u8);
        writer.WriteFormatted(reading.RestoresAt.ToUniversalTime(), "yyyy-MM-dd'T'HH:mm:ss.fff'Z'");
        writer.WriteByte((byte)'}');
    }

    private static void WriteBoth(ResponseWriter writer, decimal requested, decimal? actual)
    {
        writer.WriteRaw("\"requested\":"u8);
        writer.WriteNumber(requested);
        if (actual is { } known)
        {
            writer.WriteRaw(",\"actual\":"u8);
            writer.WriteNumber(known);
        }
    }
}
