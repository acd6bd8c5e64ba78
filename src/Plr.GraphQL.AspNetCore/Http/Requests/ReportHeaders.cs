using Microsoft.AspNetCore.Http;
using Plr.GraphQL.Execution.Costs;

namespace Plr.GraphQL.AspNetCore.Http.Requests;

/// <summary>What a client wants to be told beside the data, by headers of its own.</summary>
/// <remarks>The names are those of HotChocolate, whose users know them.</remarks>
internal readonly record struct ReportHeaders(CostReporting Cost)
{
    /// <summary>Asks for the cost: <c>report</c> or <c>validate</c>.</summary>
    public const string CostName = "GraphQL-Cost";

    /// <summary>Reads the headers; a problem when one says what nobody understands.</summary>
    public static HttpProblem? Read(HttpRequest request, out ReportHeaders headers)
    {
        headers = default;
        var cost = request.Headers[CostName];
        if (cost.Count is 0)
        {
            return null;
        }

        headers = new ReportHeaders(cost.ToString() switch
        {
            "report" => CostReporting.Report,
            "validate" => CostReporting.Validate,
            _ => CostReporting.None,
        });
        return headers.Cost is CostReporting.None
            ? new HttpProblem(
                StatusCodes.Status400BadRequest, HttpErrorCodes.ParameterMalformed, $"the header `{CostName}` must be `report` or `validate`")
            : null;
    }
}
