using Plr.Domain;
using Plr.GraphQL;

namespace Plr.Subgraphs.Errors;

/// <summary>Turns an expected problem into an execution error where there is no payload to carry it.</summary>
internal static class Refusal
{
    /// <summary>The error of a problem.</summary>
    public static GraphQLError ToError(this Problem problem) => new(problem.Message, problem.Code);

    /// <summary>The value, or the problem thrown as an execution error.</summary>
    public static T OrThrow<T>(this Result<T> result) =>
        result.Succeeded ? result.Value : throw new GraphQLException(result.Problem.ToError());
}
