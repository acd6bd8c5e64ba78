using Microsoft.AspNetCore.Http;

namespace Plr.GraphQL.AspNetCore.Http.Requests;

/// <summary>The name of an operation, as a client gives it: a GraphQL name, so that it is safe wherever it is written.</summary>
/// <remarks>GraphQL September 2025, 2.1.8 Names.</remarks>
internal static class OperationNames
{
    private const int MaxLength = 256;

    public static readonly HttpProblem Invalid = new(
        StatusCodes.Status400BadRequest,
        HttpErrorCodes.ParameterMalformed,
        $"`operationName` is no GraphQL name; expected letters, digits and `_`, 256 at most, the first no digit");

    /// <summary>Sets the name; the empty string is as good as none.</summary>
    public static HttpProblem? Read(string name, ParsedRequest request)
    {
        if (name.Length is 0)
        {
            return null;
        }

        if (name.Length > MaxLength || char.IsAsciiDigit(name[0]) || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_'))
        {
            return Invalid;
        }

        request.OperationName = name;
        return null;
    }
}
