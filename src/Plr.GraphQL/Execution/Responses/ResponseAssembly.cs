namespace Plr.GraphQL.Execution.Responses;

// GraphQL September 2025, 7.1 Response Format. Errors come first where there are any, as the specification advises.
internal static class ResponseAssembly
{
    private static ReadOnlySpan<byte> DataStart => "{\"data\":"u8;

    // Where the data is written before it is known whether there are errors.
    internal static ResponseWriter Begin(int maxBytes)
    {
        var writer = new ResponseWriter(maxBytes);
        writer.WriteRaw(DataStart);
        return writer;
    }

    internal static ResponseWriter End(ResponseWriter data, ErrorCollector errors, string? documentation, RequestReport? report)
    {
        if (errors.Count == 0)
        {
            Close(data, report);
            return data;
        }

        var whole = new ResponseWriter();
        whole.WriteRaw("{\"errors\":"u8);
        ErrorWriter.Write(errors.All, documentation, whole);
        whole.WriteRaw(",\"data\":"u8);
        whole.WriteRaw(data.Written.Span[DataStart.Length..]);
        Close(whole, report);
        data.Dispose();
        return whole;
    }

    // A request error result: no data at all, and as many of the errors as fit.
    internal static ResponseWriter RequestError(
        IEnumerable<GraphQLError> errors, int maxErrorBytes, string? documentation, RequestReport? report, out int told)
    {
        var writer = new ResponseWriter();
        writer.WriteRaw("{\"errors\":"u8);
        told = ErrorWriter.Write(errors, documentation, writer, maxErrorBytes);
        Close(writer, report);
        return writer;
    }

    // Neither data nor errors: the operation was not to be executed.
    internal static ResponseWriter ReportAlone(RequestReport report)
    {
        var writer = new ResponseWriter();
        writer.WriteByte((byte)'{');
        report.Write(writer);
        writer.WriteByte((byte)'}');
        return writer;
    }

    private static void Close(ResponseWriter writer, RequestReport? report)
    {
        if (report is { IsEmpty: false })
        {
            writer.WriteByte((byte)',');
            report.Write(writer);
        }

        writer.WriteByte((byte)'}');
    }
}
