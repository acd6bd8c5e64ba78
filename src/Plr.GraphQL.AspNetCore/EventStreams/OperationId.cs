using System.Text.Json;
using Plr.GraphQL.AspNetCore.Http.Requests;

namespace Plr.GraphQL.AspNetCore.EventStreams;

/// <summary>How the answers of several operations over one stream are told apart.</summary>
internal static class OperationId
{
    private const int MaxLength = 256;

    /// <summary>What <c>extensions.operationId</c> holds; null when it is absent or unfit.</summary>
    public static string? Of(ParsedRequest request)
    {
        if (request.Extensions.IsEmpty)
        {
            return null;
        }

        var reader = new Utf8JsonReader(request.Extensions.Span);
        reader.Read();
        string? found = null;
        while (found is null && reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var isId = reader.ValueTextEquals("operationId"u8);
            reader.Read();
            if (isId && reader.TokenType is JsonTokenType.String && !reader.ValueIsEscaped && reader.ValueSpan.Length is > 0 and <= MaxLength)
            {
                found = reader.GetString();
            }
            else
            {
                reader.Skip();
            }
        }

        return found;
    }
}
