using Plr.GraphQL.Execution.Responses;

namespace Plr.GraphQL.Execution.Incremental;

// One response of those that follow the first. Incremental delivery draft, 7 Response, Incremental Stream.
internal sealed class IncrementalPayload(int maxBytes, string? documentation) : IDisposable
{
    private readonly ResponseWriter pending = new(maxBytes);
    private readonly ResponseWriter incremental = new(maxBytes);
    private readonly ResponseWriter completed = new(maxBytes);

    internal bool IsEmpty => pending.Length + incremental.Length + completed.Length == 0;

    internal void AddPending(string id, PathSegment[] path, string? label)
    {
        Begin(pending, id);
        pending.WriteRaw(",\"path\":"u8);
        PathText.Write(path, pending);
        if (label is not null)
        {
            pending.WriteRaw(",\"label\":"u8);
            pending.WriteString(label);
        }

        pending.WriteByte((byte)'}');
    }

    // Data of a group, at a path below that of the fragment it is told by.
    internal void AddData(string id, ReadOnlySpan<PathSegment> subPath, ReadOnlySpan<byte> data, ErrorCollector errors)
    {
        Begin(incremental, id);
        if (!subPath.IsEmpty)
        {
            incremental.WriteRaw(",\"subPath\":"u8);
            PathText.Write(subPath, incremental);
        }

        incremental.WriteRaw(",\"data\":"u8);
        incremental.WriteRaw(data);
        End(incremental, errors);
    }

    internal void AddItems(string id, ReadOnlySpan<byte> items, ErrorCollector errors)
    {
        Begin(incremental, id);
        incremental.WriteRaw(",\"items\":["u8);
        incremental.WriteRaw(items);
        incremental.WriteByte((byte)']');
        End(incremental, errors);
    }

    // With errors it brings nothing more.
    internal void AddCompleted(string id, ErrorCollector? errors = null)
    {
        Begin(completed, id);
        End(completed, errors);
    }

    internal void AddFailed(string id, GraphQLError error)
    {
        Begin(completed, id);
        completed.WriteRaw(",\"errors\":"u8);
        ErrorWriter.Write([error], documentation, completed);
        completed.WriteByte((byte)'}');
    }

    // The members of a response that are not empty, each with a comma after it.
    internal void WriteMembers(ResponseWriter writer)
    {
        Write("\"pending\":["u8, pending, writer);
        Write("\"incremental\":["u8, incremental, writer);
        Write("\"completed\":["u8, completed, writer);
    }

    public void Dispose()
    {
        pending.Dispose();
        incremental.Dispose();
        completed.Dispose();
    }

    private static void Begin(ResponseWriter list, string id)
    {
        list.WriteRaw(list.Length > 0 ? ",{\"id\":"u8 : "{\"id\":"u8);
        list.WriteString(id);
    }

    private void End(ResponseWriter list, ErrorCollector? errors)
    {
        if (errors is { Count: > 0 })
        {
            list.WriteRaw(",\"errors\":"u8);
            ErrorWriter.Write(errors.All, documentation, list);
        }

        list.WriteByte((byte)'}');
    }

    private static void Write(ReadOnlySpan<byte> name, ResponseWriter list, ResponseWriter writer)
    {
        if (list.Length > 0)
        {
            writer.WriteRaw(name);
            writer.WriteRaw(list.Written.Span);
            writer.WriteRaw("],"u8);
        }
    }
}
