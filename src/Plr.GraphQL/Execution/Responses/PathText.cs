namespace Plr.GraphQL.Execution.Responses;

// A response path as a JSON list.
internal static class PathText
{
    internal static void Write(ReadOnlySpan<PathSegment> path, ResponseWriter writer)
    {
        writer.WriteByte((byte)'[');
        for (var i = 0; i < path.Length; i++)
        {
            if (i > 0)
            {
                writer.WriteByte((byte)',');
            }

            if (path[i].Name is { } name)
            {
                writer.WriteString(name);
            }
            else
            {
                writer.WriteNumber((long)path[i].Index);
            }
        }

        writer.WriteByte((byte)']');
    }
}
