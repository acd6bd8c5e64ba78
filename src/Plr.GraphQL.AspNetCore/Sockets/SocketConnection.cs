using System.Collections.Concurrent;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Plr.GraphQL.AspNetCore.EventStreams;
using Plr.GraphQL.AspNetCore.Http;
using Plr.GraphQL.AspNetCore.Http.Requests;
using Plr.GraphQL.AspNetCore.Http.Responses;
using Plr.GraphQL.AspNetCore.Sockets.Messages;
using Plr.GraphQL.Execution;

namespace Plr.GraphQL.AspNetCore.Sockets;

/// <summary>One socket, from its acceptance to its close.</summary>
/// <remarks>The protocol <c>graphql-transport-ws</c> of graphql-ws. Messages are read one after another; operations run side by side, each in a
/// scope of its own.</remarks>
internal sealed class SocketConnection(
    WebSocket socket, HttpContext context, RequestExecutor executor, GraphQLHttpOptions options, ConnectionCount ofClients, ILogger logger) : IDisposable
{
    private readonly ConcurrentDictionary<string, CancellationTokenSource> operations = new(StringComparer.Ordinal);
    private readonly SocketSender sender = new(socket, options.Sockets);
    private readonly ConnectionLifetime lifetime = new(context.RequestServices);
    private int running;
    private bool isInitialized;

    /// <summary>Serves the socket until it is closed and everything it began has ended.</summary>
    public async Task RunAsync()
    {
        var sending = sender.RunAsync();
        using var stopping = lifetime.OnStopping(() => sender.Close(new(CloseCodes.GoingAway, "the server stops")));
        using var initTimer = lifetime.After(
            options.Sockets.InitTimeout, () => sender.Close(new(CloseCodes.InitTimeout, "no `connection_init` in time")));
        // Whoever was told of the close has so long to answer it.
        using var cut = sender.Closing.Register(() => lifetime.After(options.Sockets.CloseTimeout * 2, socket.Abort));
        try
        {
            await ReceiveAllAsync(initTimer);
        }
        catch (Exception exception) when (exception is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            socket.Abort(); // The client has gone without a word, or was cut off.
        }

        sender.Close(new(CloseCodes.Normal, ""));
        if (sender.Closure is { Code: not (CloseCodes.Normal or CloseCodes.GoingAway) } closure)
        {
            executor.Refusals.Closed(closure.Code);
        }

        await sending;
        await lifetime.AllEndedAsync();
    }

    public void Dispose()
    {
        sender.Dispose();
        lifetime.Dispose();
    }

    private async Task ReceiveAllAsync(IDisposable initTimer)
    {
        var receiver = new SocketReceiver(socket, options.Sockets);
        while (true)
        {
            var (bytes, closure) = await receiver.ReceiveAsync();
            if (closure is not null)
            {
                sender.Close(closure);
            }
            else if (bytes is null)
            {
                return;
            }
            else if (!sender.Closing.IsCancellationRequested)
            {
                await HandleAsync(bytes, initTimer);
            }
        }
    }

    private ValueTask HandleAsync(byte[] bytes, IDisposable initTimer)
    {
        var message = ClientMessage.Read(bytes, options.MaxJsonDepth, out var problem);
        if (problem is not null)
        {
            sender.Close(new(CloseCodes.BadRequest, problem));
            return ValueTask.CompletedTask;
        }

        switch (message.Type)
        {
            case ClientMessageType.ConnectionInit:
                initTimer.Dispose();
                return InitializeAsync(message.Payload);
            case ClientMessageType.Ping:
                return sender.SendAsync(ServerMessages.Pong);
            case ClientMessageType.Subscribe:
                return SubscribeAsync(message);
            case ClientMessageType.Complete:
                Complete(message.Id!); // Checked when it was read.
                return ValueTask.CompletedTask;
            default:
                return ValueTask.CompletedTask;
        }
    }

    private async ValueTask InitializeAsync(ReadOnlyMemory<byte> payload)
    {
        if (isInitialized)
        {
            sender.Close(new(CloseCodes.TooManyInits, "too many initialisation requests"));
            return;
        }

        isInitialized = true;
        var decision = await AuthenticateAsync(payload);
        if (decision.Refusal is { } refusal)
        {
            sender.Close(new(CloseCodes.Forbidden, refusal));
        }
        else if (lifetime.EndAt(decision.Until, () => sender.Close(new(CloseCodes.Forbidden, "the token has run out"))))
        {
            await sender.SendAsync(ServerMessages.ConnectionAck);
        }
    }

    private async ValueTask<ConnectionDecision> AuthenticateAsync(ReadOnlyMemory<byte> payload)
    {
        try
        {
            return context.RequestServices.GetService<IConnectionAuthenticator>() is { } authenticator
                ? await authenticator.AuthenticateAsync(context, payload, sender.Closing)
                : ConnectionDecision.Admit(context.Features.Get<SignInExpiry>()?.Until);
        }
#pragma warning disable CA1031 // What fails to admit has not admitted.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            logger.LogError(exception, "The authentication of a socket failed");
            sender.Close(new(CloseCodes.InternalError, "the connection could not be authenticated"));
            return ConnectionDecision.Refuse("not authenticated");
        }
    }

    private ValueTask SubscribeAsync(ClientMessage message)
    {
        if (!isInitialized)
        {
            sender.Close(new(CloseCodes.Unauthorized, "`subscribe` before `connection_init`"));
            return ValueTask.CompletedTask;
        }

        if (operations.ContainsKey(message.Id!)) // Checked when it was read.
        {
            sender.Close(new(CloseCodes.SubscriberExists, "an operation of that `id` runs already"));
            return ValueTask.CompletedTask;
        }

        if (JsonRequestReader.Read(message.Payload, options.MaxJsonDepth, out var request) is { } problem)
        {
            sender.Close(new(CloseCodes.BadRequest, problem.Message));
            return ValueTask.CompletedTask;
        }

        var client = options.ClientOf(context);
        if (RefusalByNumber(client) is { } tooMany)
        {
            executor.Refusals.Refused(tooMany.Code);
            request!.Dispose(); // There is one where there is no problem.
            return sender.SendAsync(ServerMessages.Error(message.Id!, ProblemBody.Write(tooMany, options).Span));
        }

        var cancellation = CancellationTokenSource.CreateLinkedTokenSource(sender.Closing);
        operations[message.Id!] = cancellation;
        request!.Transport = RequestTransport.WebSocket; // There is one where there is no problem.
        request.Client = executor.HasBudgets ? client : null;
        lifetime.Begin(() => ExecuteAsync(message.Id!, request, client, cancellation));
        return ValueTask.CompletedTask;
    }

    // Counts one operation more, unless it is one too many.
    private HttpProblem? RefusalByNumber(string client)
    {
        if (Interlocked.Increment(ref running) <= options.Sockets.MaxOperations)
        {
            if (ofClients.TryAdd(client))
            {
                return null;
            }

            Interlocked.Decrement(ref running);
            return StreamProblems.TooManyOfClient(options);
        }

        Interlocked.Decrement(ref running);
        return TooMany;
    }

    // The id may be used again at once; what still runs under it says nothing more.
    private void Complete(string id)
    {
        if (!operations.TryRemove(id, out var cancellation))
        {
            return;
        }

        try
        {
            _ = cancellation.CancelAsync(); // What listens for it runs on its own time, and can not fail here.
        }
        catch (ObjectDisposedException)
        {
            // It ended by itself at the same moment.
        }
    }

    private async Task ExecuteAsync(string id, ParsedRequest request, string client, CancellationTokenSource cancellation)
    {
        var last = ServerMessages.Complete(id);
        try
        {
            await using var scope = RequestScope.Begin(context.RequestServices);
            await foreach (var response in executor.ExecuteStreamAsync(
                request.ToRequest(isQueryOnly: false), scope.ServiceProvider, cancellation.Token))
            {
                using (response)
                {
                    if (response.IsRequestError)
                    {
                        last = ServerMessages.Error(id, response.Body.Span);
                    }
                    else if (!cancellation.IsCancellationRequested)
                    {
                        await sender.SendAsync(ServerMessages.Next(id, response.Body.Span));
                    }
                }
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The client completed it, or the socket closes.
        }
#pragma warning disable CA1031 // One operation that meets a bug must not take the others along.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            logger.LogError(exception, "An operation over a socket met an unexpected error");
            sender.Close(new(CloseCodes.InternalError, "an unexpected error occurred"));
        }
        finally
        {
            request.Dispose();
            ofClients.Remove(client);
            Interlocked.Decrement(ref running);
        }

        // Before the client hears of it, so that it may use the id again.
        if (operations.TryRemove(new(id, cancellation)) && !cancellation.IsCancellationRequested)
        {
            await sender.SendAsync(last);
        }

        cancellation.Dispose();
    }

    private HttpProblem TooMany => new(
        StatusCodes.Status429TooManyRequests,
        HttpErrorCodes.LimitConnectionOperations,
        $"one connection runs at most {options.Sockets.MaxOperations} operations at once; complete one first");
}
