namespace Plr.GraphQL.Execution.Costs;

// What a plan may cost. A constant cost is the same for every request of the plan.
internal sealed record PlanCost(CostTally Tally, GraphQLError? Refusal, bool IsConstant);
