using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Plr.GraphQL.AspNetCore.Http.Requests;

/// <summary>Why a body could not be read to its end. The connection is closed after each: what else comes over it is not worth reading.</summary>
internal static class BodyProblems
{
    public static HttpProblem TooLong(int maxRequestBytes) => Closing(
        StatusCodes.Status413PayloadTooLarge,
        HttpErrorCodes.LimitRequestBytes,
        string.Create(CultureInfo.InvariantCulture, $"the body is longer than {maxRequestBytes} bytes"));

    public static HttpProblem TooSlow(TimeSpan patience) => Closing(
        StatusCodes.Status408RequestTimeout,
        HttpErrorCodes.RequestTimeout,
        string.Create(CultureInfo.InvariantCulture, $"the body did not arrive within {patience.TotalSeconds} seconds"));

    /// <summary>What the server itself found: bytes too many, too slow, or no HTTP.</summary>
    public static HttpProblem Broken(int statusCode, GraphQLHttpOptions options) => statusCode switch
    {
        StatusCodes.Status413PayloadTooLarge => TooLong(options.MaxRequestBytes),
        StatusCodes.Status408RequestTimeout => TooSlow(options.BodyTimeout),
        _ => Closing(
            StatusCodes.Status400BadRequest,
            HttpErrorCodes.HttpMalformed,
            "the body breaks the rules of HTTP: it ends early, or a chunk is malformed"),
    };

    private static HttpProblem Closing(int statusCode, string code, string message) =>
        new(statusCode, code, message) { ClosesConnection = true };
}
