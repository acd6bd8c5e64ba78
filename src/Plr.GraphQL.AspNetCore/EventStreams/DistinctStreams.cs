using Microsoft.AspNetCore.Http;
using Plr.GraphQL.AspNetCore.Http;
using Plr.GraphQL.AspNetCore.Http.Requests;
using Plr.GraphQL.AspNetCore.Http.Responses;
using Plr.GraphQL.Execution;

namespace Plr.GraphQL.AspNetCore.EventStreams;

/// <summary>One stream for each operation.</summary>
/// <remarks>GraphQL over Server-Sent Events Protocol, Distinct connections mode. Request errors are events too, since a browser tells its page
/// nothing of a stream that was refused. A stream that is cut, by a token that runs out or a server that stops, has no <c>complete</c>.</remarks>
internal sealed class DistinctStreams(RequestExecutor executor, GraphQLHttpOptions options, ConnectionCount connections)
{
    public async Task ServeAsync(HttpContext context, ParsedRequest request, bool isQueryOnly)
    {
        var client = options.ClientOf(context);
        if (!connections.TryAdd(client))
        {
            await ResponseSender.RefuseAsync(context, StreamProblems.TooManyConnections(options), ResponseFormat.Json, options);
            return;
        }

        try
        {
            using var lifetime = new ConnectionLifetime(context.RequestServices);
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
            using var stopping = lifetime.OnStopping(() => _ = ending.CancelAsync());
            if (lifetime.EndAt(context.Features.Get<SignInExpiry>()?.Until, () => _ = ending.CancelAsync()))
            {
                await StreamAsync(context, request.ToRequest(isQueryOnly), ending.Token);
            }
        }
        finally
        {
            connections.Remove(client);
        }
    }

    private async Task StreamAsync(HttpContext context, GraphQLRequest request, CancellationToken ending)
    {
        var writer = new EventStreamWriter(context, options.EventStreams.KeepAliveInterval);
        try
        {
            await writer.BeginAsync(ending);
            await using var responses = executor.ExecuteStreamAsync(request, context.RequestServices, ending).GetAsyncEnumerator(ending);
            while (await writer.WaitAsync(responses.MoveNextAsync(), ending))
            {
                using var response = responses.Current;
                await writer.WriteNextAsync(response.Body, ending);
            }

            ending.ThrowIfCancellationRequested();
            await writer.WriteAsync(EventText.Complete, ending);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The client has gone, its token has run out, or the server stops.
        }
    }
}
