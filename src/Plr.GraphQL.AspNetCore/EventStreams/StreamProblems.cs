using Microsoft.AspNetCore.Http;
using Plr.GraphQL.AspNetCore.Http;
using Plr.GraphQL.AspNetCore.Http.Requests;

namespace Plr.GraphQL.AspNetCore.EventStreams;

/// <summary>Why a stream, or an operation over one, is refused.</summary>
internal static class StreamProblems
{
    public static readonly HttpProblem UnknownReservation = new(
        StatusCodes.Status404NotFound, HttpErrorCodes.EventStreamUnknown, "no stream is reserved under this token; reserve one by PUT");

    public static readonly HttpProblem AlreadyOpen = new(
        StatusCodes.Status409Conflict, HttpErrorCodes.EventStreamTaken, "the stream of this token is open already; reserve another by PUT");

    public static readonly HttpProblem OperationIdMissing = new(
        StatusCodes.Status400BadRequest, HttpErrorCodes.ParameterMalformed, "over a reserved stream, `extensions.operationId` must be a string of 1 to 256 characters");

    public static readonly HttpProblem OperationIdTaken = new(
        StatusCodes.Status409Conflict, HttpErrorCodes.OperationIdTaken, "an operation of this `operationId` runs already over this stream");

    public static HttpProblem TooManyConnections(GraphQLHttpOptions options) => new(
        StatusCodes.Status429TooManyRequests,
        HttpErrorCodes.LimitConnections,
        $"a client has at most {options.EventStreams.MaxConnectionsPerClient} event streams open; close one first");

    public static HttpProblem TooManyOfClient(GraphQLHttpOptions options) => new(
        StatusCodes.Status429TooManyRequests,
        HttpErrorCodes.LimitConnectionOperations,
        $"one client runs at most {options.MaxOperationsPerClient} operations at once over all its connections; complete one first");

    public static HttpProblem TooManyOperations(GraphQLHttpOptions options) => new(
        StatusCodes.Status429TooManyRequests,
        HttpErrorCodes.LimitConnectionOperations,
        $"one event stream runs at most {options.EventStreams.MaxOperations} operations at once; complete one first");
}
