namespace Plr.GraphQL.Execution.Budgets;

// A budget at one moment. RetryAfter is how long until what was asked for is there; zero when it was.
internal readonly record struct BudgetReading(bool IsTaken, long Capacity, double Remaining, DateTimeOffset RestoresAt, TimeSpan RetryAfter);
