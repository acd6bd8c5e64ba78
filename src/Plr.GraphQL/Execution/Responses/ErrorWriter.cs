using Plr.GraphQL.Binding.Scalars;

namespace Plr.GraphQL.Execution.Responses;

// GraphQL September 2025, 7.1.6 Errors, Error Result Format.
internal static class ErrorWriter
{
    // The list, in at most so many bytes; an error that does not fit, and all after it, are left out, but never the first. How many were written.
    internal static int Write(IEnumerable<GraphQLError> errors, string? documentation, ResponseWriter writer, int maxBytes = int.MaxValue)
    {
        var start = writer.Length;
        writer.WriteByte((byte)'[');
        var written = 0;
        foreach (var error in errors)
        {
            var before = writer.Length;
            if (written > 0)
            {
                writer.WriteByte((byte)',');
            }

            Write(error, documentation, writer);
            if (written > 0 && writer.Length + 1 - start > maxBytes)
            {
                writer.Truncate(before);
                break;
            }

            written++;
        }

        writer.WriteByte((byte)']');
        return written;
    }

    private static void Write(GraphQLError error, string? documentation, ResponseWriter writer)
    {
        writer.WriteRaw("{\"message\":"u8);
        writer.WriteString(error.Message);
        WriteLocations(error, writer);
        WritePath(error, writer);
        writer.WriteRaw(",\"extensions\":{\"code\":"u8);
        writer.WriteString(error.Code);
        if (documentation is not null)
        {
            writer.WriteRaw(",\"documentation\":"u8);
            writer.WriteString(documentation + error.Code);
        }

        WriteExtensions(error, writer);
        writer.WriteRaw("}}"u8);
    }

    private static void WriteLocations(GraphQLError error, ResponseWriter writer)
    {
        if (error.Locations.IsEmpty)
        {
            return;
        }

        writer.WriteRaw(",\"locations\":["u8);
        for (var i = 0; i < error.Locations.Length; i++)
        {
            writer.WriteRaw(i > 0 ? ",{\"line\":"u8 : "{\"line\":"u8);
            writer.WriteNumber((long)error.Locations[i].Line);
            writer.WriteRaw(",\"column\":"u8);
            writer.WriteNumber((long)error.Locations[i].Column);
            writer.WriteByte((byte)'}');
        }

        writer.WriteByte((byte)']');
    }

    private static void WritePath(GraphQLError error, ResponseWriter writer)
    {
        if (error.Path is null)
        {
            return;
        }

        writer.WriteRaw(",\"path\":["u8);
        for (var i = 0; i < error.Path.Count; i++)
        {
            if (i > 0)
            {
                writer.WriteByte((byte)',');
            }

            if (error.Path[i] is int index)
            {
                writer.WriteNumber((long)index);
            }
            else
            {
                writer.WriteString(error.Path[i] as string);
            }
        }

        writer.WriteByte((byte)']');
    }

    private static void WriteExtensions(GraphQLError error, ResponseWriter writer)
    {
        if (error.Extensions is null)
        {
            return;
        }

        var any = new AnyScalar();
        foreach (var (name, value) in error.Extensions)
        {
            if (name is "code")
            {
                continue;
            }

            writer.WriteByte((byte)',');
            writer.WriteString(name);
            writer.WriteByte((byte)':');
            any.WriteNullable(value, writer);
        }
    }
}
