using System.Buffers;
using Microsoft.AspNetCore.Http;
using Plr.GraphQL.AspNetCore.Http.Requests;
using Plr.GraphQL.AspNetCore.Http.Responses;
using Plr.GraphQL.Execution;

namespace Plr.GraphQL.AspNetCore.Http.Batches;

/// <summary>Several requests in one body: an array of them, or one with an array of <c>variables</c>.</summary>
/// <remarks>They are executed one after another, each in a scope of its own, and answered in their order by an array with status 200; each has its
/// own errors. Time, response nodes and bytes are for all of them together, so that a batch buys nothing.</remarks>
internal sealed class BatchExecution(RequestExecutor executor, GraphQLHttpOptions options)
{
    /// <summary>Answers the requests of an array.</summary>
    public async Task ServeAsync(HttpContext context, ReadOnlyMemory<byte> array, ResponseFormat format)
    {
        if (BatchReader.Split(array, options, out var problem) is not { } entries)
        {
            await ResponseSender.RefuseAsync(context, problem!, format, options); // Without entries there is a problem.
            return;
        }

        var left = options.MaxBatchEntries;
        var answers = new Answers(executor.NewBudget());
        foreach (var entry in entries)
        {
            problem = JsonRequestReader.Read(entry, options.MaxJsonDepth, out var request, allowVariableSets: true);
            using (request)
            {
                left -= request?.VariableSets?.Count ?? 1;
                problem ??= left < 0 ? BatchReader.TooMany(options.MaxBatchEntries) : null;
                if (problem is not null)
                {
                    options.Refusals?.Refused(problem.Code);
                    answers.Add(ProblemBody.Write(problem, options).Span);
                }
                else
                {
                    await ExecuteAsync(context, request!, answers); // There is one where there is no problem.
                }
            }
        }

        await SendAsync(context, answers, format);
    }

    /// <summary>Answers one request with several sets of variables.</summary>
    public async Task ServeAsync(HttpContext context, ParsedRequest request, ResponseFormat format)
    {
        if (request.VariableSets!.Count > options.MaxBatchEntries) // Asked by the caller.
        {
            await ResponseSender.RefuseAsync(context, BatchReader.TooMany(options.MaxBatchEntries), format, options);
            return;
        }

        var answers = new Answers(executor.NewBudget());
        await ExecuteAsync(context, request, answers);
        await SendAsync(context, answers, format);
    }

    private async ValueTask ExecuteAsync(HttpContext context, ParsedRequest request, Answers answers)
    {
        request.Transport = RequestTransport.Batch;
        request.Client ??= executor.HasBudgets ? options.ClientOf(context) : null;
        if (request.VariableSets is null)
        {
            await ExecuteAsync(context, request.ToRequest(isQueryOnly: false), answers);
            return;
        }

        foreach (var variables in request.VariableSets)
        {
            request.Variables = variables;
            await ExecuteAsync(context, request.ToRequest(isQueryOnly: false), answers);
        }
    }

    private async ValueTask ExecuteAsync(HttpContext context, GraphQLRequest request, Answers answers)
    {
        await using var scope = RequestScope.Begin(context.RequestServices);
        using var result = await executor.ExecuteAsync(request, scope.ServiceProvider, answers.Budget, context.RequestAborted);
        answers.Add(result.Body.Span);
    }

    private static ValueTask SendAsync(HttpContext context, Answers answers, ResponseFormat format) =>
        ResponseSender.SendAsync(context, answers.End(), format);

    private sealed class Answers(RequestBudget budget)
    {
        private readonly ArrayBufferWriter<byte> bytes = new();

        public RequestBudget Budget { get; } = budget;

        public void Add(ReadOnlySpan<byte> answer)
        {
            bytes.Write(bytes.WrittenCount == 0 ? "["u8 : ","u8);
            bytes.Write(answer);
        }

        public ReadOnlyMemory<byte> End()
        {
            bytes.Write("]"u8);
            return bytes.WrittenMemory;
        }
    }
}
