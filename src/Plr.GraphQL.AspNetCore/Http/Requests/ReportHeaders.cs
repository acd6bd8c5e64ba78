using Microsoft.AspNetCore.Http;
using Plr.GraphQL.Execution.Costs;

namespace Plr.GraphQL.AspNetCore.Http.Requests;

/// <summary>What a client wants to be told beside the data, by headers of its own.</summary>
/// <remarks>The names are those of HotChocolate, whose users know them.</remarks>
internal readonly record struct ReportHeaders(CostReporting Cost, bool Plan)
{
    /// <summary>Asks for the cost: <c>report</c> or <c>validate</c>.</summary>
    public const string CostName = "GraphQL-Cost";

    /// <summary>Asks for the plan: <c>report</c>.</summary>
    public const string PlanName = "GraphQL-Plan";

    /// <summary>Reads the headers; a problem when one says what nobody understands.</summary>
    public static HttpProblem? Read(HttpRequest request, bool reportPlans, out ReportHeaders headers)
    {
        headers = default;
        var cost = request.Headers[CostName];
        var plan = reportPlans ? request.Headers[PlanName] : default;
        if (cost.Count is 0 && plan.Count is 0)
        {
            return null;
        }

        headers = new ReportHeaders(
            cost.ToString() switch
            {
                "report" => CostReporting.Report,
                "validate" => CostReporting.Validate,
                _ => CostReporting.None,
            },
            plan == "report");
        return cost.Count > 0 && headers.Cost is CostReporting.None ? Bad($"the header `{CostName}` must be `report` or `validate`")
            : plan.Count > 0 && !headers.Plan ? Bad($"the header `{PlanName}` must be `report`")
            : null;
    }

    private static HttpProblem Bad(string message) => new(StatusCodes.Status400BadRequest, HttpErrorCodes.ParameterMalformed, message);
}
