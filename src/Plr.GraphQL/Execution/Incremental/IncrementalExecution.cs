using Plr.GraphQL.Execution.Planning;
using Plr.GraphQL.Execution.Responses;
using Plr.GraphQL.Execution.Stages;

namespace Plr.GraphQL.Execution.Incremental;

// What follows the first response. A group of fields is executed for all objects that wait for it at once, as every other field is;
// groups of different plans one after another, in document order, and each is delivered before the next begins.
internal sealed class IncrementalExecution(ExecutionState state, StageExecution stages)
{
    private readonly IncrementalGraph graph = new(state.Options.MaxPendingResults);
    private long bytes;

    internal bool HasNext => graph.HasNext;

    // Adds what the first response leaves for later: `pending` and `hasNext`. False when it leaves nothing.
    internal bool TryBegin(IncrementalWork work, ResponseWriter response)
    {
        using var payload = NewPayload();
        graph.Begin(work, payload);
        if (!HasNext)
        {
            return false;
        }

        response.Truncate(response.Length - 1); // The closing brace.
        response.WriteByte((byte)',');
        payload.WriteMembers(response);
        response.WriteRaw("\"hasNext\":true}"u8);
        bytes = response.Length;
        return true;
    }

    // The next response that has something to tell.
    internal async ValueTask<ResponseWriter> NextAsync()
    {
        using var payload = NewPayload();
        while (payload.IsEmpty && HasNext)
        {
            state.ThrowIfOver();
            var (groups, lists) = graph.Take();
            if (groups.Count > 0)
            {
                await ExecuteAsync(groups, payload);
            }
            else
            {
                await StreamAsync(lists, payload);
            }
        }

        return Close(payload);
    }

    // The last response, when the rest can not be had: whatever the client waits for is completed with the error.
    internal ResponseWriter Fail(IEnumerable<string> ids, GraphQLError error)
    {
        // Longer than allowed, perhaps, but no longer than what was announced.
        using var payload = new IncrementalPayload(int.MaxValue, state.Options.ErrorDocumentation);
        foreach (var id in ids)
        {
            payload.AddFailed(id, error);
        }

        graph.Abandon();
        return Close(payload);
    }

    internal IReadOnlyList<string> Open => [.. graph.Open];

    internal void Release() => stages.Release();

    internal Task AbandonAsync() => stages.AbandonAsync();

    private async ValueTask ExecuteAsync(List<ExecutionGroup> groups, IncrementalPayload payload)
    {
        var batch = new ObjectBatch(groups[0].Plan.Selection, groups[0].Producer);
        foreach (var group in groups)
        {
            batch.Add(group.Value);
        }

        await stages.ExecuteAsync(batch);
        for (var row = 0; row < groups.Count; row++)
        {
            Write(groups[row], batch, row, payload);
        }

        state.ThrowIfOver();
    }

    private void Write(ExecutionGroup group, ObjectBatch batch, int row, IncrementalPayload payload)
    {
        var data = new ResponseWriter(state.Options.MaxResponseBytes);
        var work = new IncrementalWork();
        group.Errors = state.Errors.Beside();
        if (new DataWriter(state, data, group.Errors, work).At(group.Path, group.Scope).TryWriteObject(batch, row))
        {
            group.Data = data;
            Count(data.Length);
            graph.Succeed(group, work, payload);
            return;
        }

        data.Dispose();
        graph.Fail(group, payload);
    }

    // One chunk of each list; they are completed together, as the items of one field are.
    private async ValueTask StreamAsync(List<StreamedList> lists, IncrementalPayload payload)
    {
        FieldPlan rest = lists[0].Field.Stream!.Rest; // Only streamed fields have a rest.
        var rows = new ObjectBatch(new TypeSelection(lists[0].ParentType, [rest]), producer: null);
        lists.ForEach(list => rows.Add(list.Parent));
        var column = new FieldColumn(rest, rows);
        column.Rent();
        var starts = lists.ConvertAll(static list => list.Next);
        var chunks = lists.ConvertAll(list => list.Take(state.Options.MaxStreamedItems));
        for (var row = 0; row < lists.Count; row++)
        {
            column.Set(row, chunks[row]);
        }

        await stages.CompleteAsync(column);
        for (var row = 0; row < lists.Count; row++)
        {
            Write(lists[row], column, row, chunks[row], starts[row], payload);
        }

        column.Release();
        state.ThrowIfOver();
    }

    private void Write(StreamedList list, FieldColumn column, int row, object?[] chunk, int start, IncrementalPayload payload)
    {
        using var items = new ResponseWriter(state.Options.MaxResponseBytes);
        var work = new IncrementalWork();
        var errors = state.Errors.Beside();
        var failure = new DataWriter(state, items, errors, work).At(list.Path, scope: null).WriteItems(column, row, chunk, start);
        Count(items.Length);
        if (items.Length > 0)
        {
            payload.AddItems(list.Id!, items.Written.Span, errors); // It has been told, or it would not have been taken.
        }

        graph.Begin(work, payload);
        if (failure is not null || list.IsAtEnd)
        {
            graph.Complete(list, payload, failure);
        }
        else
        {
            graph.Continue(list);
        }
    }

    private ResponseWriter Close(IncrementalPayload payload)
    {
        var response = new ResponseWriter();
        response.WriteByte((byte)'{');
        payload.WriteMembers(response);
        response.WriteRaw(HasNext ? "\"hasNext\":true}"u8 : "\"hasNext\":false}"u8);
        return response;
    }

    // The limit is on all responses of a request together.
    private void Count(int length)
    {
        bytes += length;
        if (bytes > state.Options.MaxResponseBytes)
        {
            throw new ResponseTooLargeException();
        }
    }

    private IncrementalPayload NewPayload() => new(state.Options.MaxResponseBytes, state.Options.ErrorDocumentation);
}
