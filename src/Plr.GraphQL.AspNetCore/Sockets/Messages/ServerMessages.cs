using System.Text.Json;

namespace Plr.GraphQL.AspNetCore.Sockets.Messages;

/// <summary>What the server says over a socket, as UTF-8.</summary>
internal static class ServerMessages
{
    public static readonly byte[] ConnectionAck = [.. "{\"type\":\"connection_ack\"}"u8];

    public static readonly byte[] Pong = [.. "{\"type\":\"pong\"}"u8];

    /// <summary>One response of an operation.</summary>
    public static byte[] Next(string id, ReadOnlySpan<byte> response) => Join(id, ",\"type\":\"next\",\"payload\":"u8, response);

    /// <summary>The end of an operation that was not executed, or whose source failed.</summary>
    /// <param name="response">A request error: an object with <c>errors</c>.</param>
    public static byte[] Error(string id, ReadOnlySpan<byte> response) => Join(id, ",\"type\":\"error\",\"payload\":"u8, ErrorsOf(response));

    /// <summary>The end of an operation.</summary>
    public static byte[] Complete(string id) => Join(id, ",\"type\":\"complete\""u8, []);

    private static byte[] Join(string id, ReadOnlySpan<byte> middle, ReadOnlySpan<byte> payload)
    {
        var key = JsonEncodedText.Encode(id);
        return [.. "{\"id\":\""u8, .. key.EncodedUtf8Bytes, (byte)'"', .. middle, .. payload, (byte)'}'];
    }

    // The engine writes `errors` first.
    private static ReadOnlySpan<byte> ErrorsOf(ReadOnlySpan<byte> response)
    {
        var reader = new Utf8JsonReader(response);
        reader.Read();
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var isErrors = reader.ValueTextEquals("errors"u8);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (isErrors)
            {
                return response[start..(int)reader.BytesConsumed];
            }
        }

        throw new InvalidOperationException("a request error has `errors`");
    }
}
