using Plr.GraphQL.Execution.Incremental;
using Plr.GraphQL.Execution.Responses;
using Plr.GraphQL.Execution.Stages;
using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Execution;

// GraphQL September 2025, 6.2 Executing Operations: stages, then the writer; field by field for a mutation.
internal sealed class OperationExecution(ExecutionState state, RequestReport? report)
{
    private readonly StageExecution stages = new(state, report?.Trace);
    private readonly IncrementalWork? work = state.Plan.IsIncremental ? new IncrementalWork() : null;

    // What follows the response; null when it is the whole.
    internal IncrementalExecution? Incremental { get; private set; }

    // The whole response. Throws when the request ends without one; then nothing that resolvers may still hold is reused.
    internal async ValueTask<ResponseWriter> ExecuteAsync()
    {
        var writer = ResponseAssembly.Begin(state.Options.MaxResponseBytes);
        try
        {
            await ExecuteRootSelectionSetAsync(writer);
            if (work is null)
            {
                report?.Complete(state.Plan, stages.Batches); // What is deferred is not known yet, so nothing of it is given back.
                stages.Release();
            }

            var response = ResponseAssembly.End(writer, state.Errors, state.Options.ErrorDocumentation, report);
            if (response.Length > state.Options.MaxResponseBytes)
            {
                response.Dispose();
                throw new ResponseTooLargeException();
            }

            if (work is not null)
            {
                BeginIncremental(work, response);
            }

            return response;
        }
        catch
        {
            writer.Dispose();
            await stages.AbandonAsync();
            throw;
        }
    }

    private void BeginIncremental(IncrementalWork left, ResponseWriter response)
    {
        var incremental = new IncrementalExecution(state, stages);
        if (incremental.TryBegin(left, response))
        {
            Incremental = incremental;
        }
        else
        {
            stages.Release();
        }
    }

    // GraphQL September 2025, 6.3.1, ExecuteRootSelectionSet().
    private async ValueTask ExecuteRootSelectionSetAsync(ResponseWriter writer)
    {
        var root = await stages.BeginAsync();
        var data = new DataWriter(state, writer, state.Errors, work);
        var start = writer.Length;
        if (!data.IsRootAllowed(root))
        {
            writer.WriteNull();
            return;
        }

        writer.WriteByte((byte)'{');
        data.EnterRoot(root);
        var isWritten = state.Plan.Node.Operation is OperationType.Mutation
            ? await ExecuteSeriallyAsync(root, data)
            : await ExecuteNormallyAsync(root, data);
        if (isWritten)
        {
            writer.WriteByte((byte)'}');
            data.LeaveRoot(root);
            return;
        }

        work?.CutBack(start);
        writer.Truncate(start);
        writer.WriteNull();
    }

    private async ValueTask<bool> ExecuteNormallyAsync(ObjectBatch root, DataWriter data)
    {
        var count = root.Selection.Fields.Length;
        await stages.ExecuteAsync(root, 0, count);
        for (var i = 0; i < count; i++)
        {
            if (!data.WriteRootField(root, i))
            {
                return false;
            }
        }

        state.ThrowIfOver();
        return true;
    }

    // GraphQL September 2025, 6.3.4 Normal and Serial Execution: each field is completed, and written, before the next begins. When one
    // takes `data` along to null, the rest are not begun, as 6.3.3 allows.
    private async ValueTask<bool> ExecuteSeriallyAsync(ObjectBatch root, DataWriter data)
    {
        var boundary = (IMutationBoundary?)state.Services.GetService(typeof(IMutationBoundary));
        for (var i = 0; i < root.Selection.Fields.Length; i++)
        {
            await stages.ExecuteAsync(root, i, 1);
            var isWritten = data.WriteRootField(root, i);
            state.ThrowIfOver();
            if (boundary is not null)
            {
                await boundary.AfterRootFieldAsync(state.CancellationToken);
            }

            if (!isWritten)
            {
                return false;
            }
        }

        return true;
    }
}
