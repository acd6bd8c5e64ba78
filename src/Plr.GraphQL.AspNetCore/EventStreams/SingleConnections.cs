using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Plr.GraphQL.AspNetCore.Http;
using Plr.GraphQL.AspNetCore.Http.Requests;
using Plr.GraphQL.AspNetCore.Http.Responses;
using Plr.GraphQL.Execution;

namespace Plr.GraphQL.AspNetCore.EventStreams;

/// <summary>One stream for several operations: reserved by PUT, opened by GET, fed by POST; DELETE ends one operation.</summary>
/// <remarks>GraphQL over Server-Sent Events Protocol, Single connection mode. Each operation is executed for whoever sent its POST, and ends with
/// that request's token; the stream itself only carries. A reservation's token can not be guessed: 256 random bits.</remarks>
internal sealed class SingleConnections(RequestExecutor executor, GraphQLHttpOptions options, ConnectionCount connections, ConnectionCount operations, ILogger logger)
{
    private const string TokenHeader = "X-GraphQL-Event-Stream-Token";
    private const string TokenParameter = "token";
    private const int TokenBytes = 32;
    private readonly ConcurrentDictionary<string, Reservation> reservations = new(StringComparer.Ordinal);

    /// <summary>The token of a request; null when it has none, or the mode is switched off.</summary>
    public string? TokenOf(HttpRequest request)
    {
        if (!options.EventStreams.Enabled || !options.EventStreams.AllowSingleConnection)
        {
            return null;
        }

        return request.Headers.TryGetValue(TokenHeader, out var header) ? header.ToString()
            : request.QueryString.HasValue && request.Query.TryGetValue(TokenParameter, out var parameter) ? parameter.ToString()
            : null;
    }

    /// <summary>PUT: 201, and the token of a new reservation.</summary>
    public async Task ReserveAsync(HttpContext context)
    {
        var client = options.ClientOf(context);
        if (!connections.TryAdd(client))
        {
            await RefuseAsync(context, StreamProblems.TooManyConnections(options));
            return;
        }

        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        var reservation = new Reservation(client, options.EventStreams);
        reservations[token] = reservation;
        _ = ExpireAsync(token, reservation);
        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsync(token, context.RequestAborted);
    }

    /// <summary>GET: the stream itself, until the client leaves.</summary>
    public async Task OpenAsync(HttpContext context, string token)
    {
        if (!reservations.TryGetValue(token, out var reservation))
        {
            await RefuseAsync(context, StreamProblems.UnknownReservation);
            return;
        }

        if (!reservation.TryOpen())
        {
            await RefuseAsync(context, StreamProblems.AlreadyOpen);
            return;
        }

        try
        {
            using var lifetime = new ConnectionLifetime(context.RequestServices);
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
            using var stopping = lifetime.OnStopping(() => _ = ending.CancelAsync());
            if (lifetime.EndAt(context.Features.Get<SignInExpiry>()?.Until, () => _ = ending.CancelAsync()))
            {
                await CarryAsync(context, reservation, ending.Token);
            }
        }
        finally
        {
            End(token, reservation);
        }
    }

    /// <summary>POST: 202, and the answer over the stream; a request error is answered at once.</summary>
    public async Task ExecuteAsync(HttpContext context, string token, ParsedRequest request, ResponseFormat format)
    {
        if (!reservations.TryGetValue(token, out var reservation))
        {
            await RefuseAsync(context, StreamProblems.UnknownReservation);
        }
        else if (OperationId.Of(request) is not { } operationId)
        {
            await RefuseAsync(context, StreamProblems.OperationIdMissing);
        }
        else if (executor.Check(request.ToRequest(isQueryOnly: false)) is { } refusal)
        {
            using (refusal)
            {
                await ResponseSender.SendAsync(context, refusal, format, options);
            }
        }
        else if (reservation.TryBegin(operationId, out var isFull) is not { } operation)
        {
            await RefuseAsync(context, isFull ? StreamProblems.TooManyOperations(options) : StreamProblems.OperationIdTaken);
        }
        else if (!operations.TryAdd(reservation.Client))
        {
            reservation.Remove(operationId);
            await RefuseAsync(context, StreamProblems.TooManyOfClient(options));
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status202Accepted;
            var kept = request.Keep(); // It outlives the body it was read from.
            var scope = RequestScope.Begin(context.RequestServices);
            var until = context.Features.Get<SignInExpiry>()?.Until;
            var streamed = new StreamedOperation(executor, reservation, operationId, logger, operation.Token);
            _ = CountedAsync(() => streamed.RunAsync(kept, scope, until), reservation.Client);
        }
    }

    private async Task CountedAsync(Func<Task> run, string client)
    {
        await run(); // Which never fails.
        operations.Remove(client);
    }

    /// <summary>DELETE: ends one operation.</summary>
    public Task CompleteAsync(HttpContext context, string token)
    {
        if (!reservations.TryGetValue(token, out var reservation))
        {
            return RefuseAsync(context, StreamProblems.UnknownReservation);
        }

        reservation.Complete(context.Request.Query["operationId"].ToString());
        return Task.CompletedTask;
    }

    private async Task CarryAsync(HttpContext context, Reservation reservation, CancellationToken ending)
    {
        var writer = new EventStreamWriter(context, options.EventStreams.KeepAliveInterval);
        try
        {
            await writer.BeginAsync(ending);
            while (await writer.WaitAsync(reservation.WaitToTakeAsync(ending), ending))
            {
                while (reservation.TryTake(out var message))
                {
                    await writer.WriteAsync(message, ending);
                }
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The client has gone, its token has run out, or the server stops.
        }
    }

    private async Task ExpireAsync(string token, Reservation reservation)
    {
        await Task.Delay(options.EventStreams.ReservationTimeout);
        if (reservation.TryOpen())
        {
            End(token, reservation); // Nobody came for it.
        }
    }

    private void End(string token, Reservation reservation)
    {
        reservations.TryRemove(token, out _);
        reservation.End();
        connections.Remove(reservation.Client);
    }

    private Task RefuseAsync(HttpContext context, HttpProblem problem) =>
        ResponseSender.RefuseAsync(context, problem, ResponseFormat.Json, options).AsTask();
}
