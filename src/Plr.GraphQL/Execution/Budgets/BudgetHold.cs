using Plr.GraphQL.Execution.Costs;

namespace Plr.GraphQL.Execution.Budgets;

// What was taken from a client's budget for one request.
internal sealed class BudgetHold(TokenBucket bucket, CostTally taken, BudgetReading reading)
{
    internal BudgetReading Reading { get; private set; } = reading;

    internal void Settle(CostTally actual) => Reading = bucket.Return((double)(taken.Total - actual.Total));
}
