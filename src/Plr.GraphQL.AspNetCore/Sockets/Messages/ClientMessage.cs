using System.Text.Json;
using System.Text.Unicode;
using Plr.GraphQL.AspNetCore.Http.Requests;

namespace Plr.GraphQL.AspNetCore.Sockets.Messages;

/// <summary>What a client says over a socket: a type, for operations an id, and perhaps a payload.</summary>
internal readonly record struct ClientMessage(ClientMessageType Type, string? Id, ReadOnlyMemory<byte> Payload)
{
    private const int MaxIdLength = 256;

    /// <summary>Reads one message; <paramref name="problem"/> says why it is none.</summary>
    public static ClientMessage Read(ReadOnlyMemory<byte> json, int maxDepth, out string? problem)
    {
        try
        {
            problem = Utf8.IsValid(json.Span) ? null : "the message is not UTF-8";
            return problem is null ? ReadObject(json, maxDepth, out problem) : default;
        }
        catch (JsonException exception)
        {
            problem = $"the message is not JSON: it breaks at byte {exception.BytePositionInLine + 1}";
            return default;
        }
    }

    private static ClientMessage ReadObject(ReadOnlyMemory<byte> json, int maxDepth, out string? problem)
    {
        // The payload stands one level deeper than the same request over HTTP.
        var reader = new Utf8JsonReader(json.Span, JsonText.Options(maxDepth + 1));
        reader.Read();
        if (reader.TokenType is not JsonTokenType.StartObject)
        {
            problem = "the message is not a JSON object";
            return default;
        }

        problem = null;
        var message = default(ClientMessage);
        var seen = 0;
        while (problem is null && reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            problem = ReadProperty(ref reader, json, maxDepth, ref message, ref seen);
        }

        if (problem is null)
        {
            reader.Read(); // Throws where anything follows the object.
            problem = Check(message);
        }

        return message;
    }

    private static string? ReadProperty(
        ref Utf8JsonReader reader, ReadOnlyMemory<byte> json, int maxDepth, ref ClientMessage message, ref int seen)
    {
        var property = reader.ValueTextEquals("type"u8) ? 1 : reader.ValueTextEquals("id"u8) ? 2 : reader.ValueTextEquals("payload"u8) ? 4 : 0;
        if ((seen & property) != 0)
        {
            return "the message has the same key twice";
        }

        seen |= property;
        reader.Read();
        switch (property)
        {
            case 1:
                message = message with { Type = TypeOf(ref reader) };
                return null;
            case 2 when reader.TokenType is JsonTokenType.String && !reader.ValueIsEscaped && reader.ValueSpan.Length <= MaxIdLength:
                message = message with { Id = reader.GetString() };
                return null;
            case 2:
                return $"the `id` of a message is a string of at most {MaxIdLength} bytes without escapes";
            case 4 when reader.TokenType is JsonTokenType.StartObject:
                var start = (int)reader.TokenStartIndex;
                var refusal = JsonText.Skip(ref reader, maxDepth + 1)?.Message;
                message = message with { Payload = json[start..(int)reader.BytesConsumed] };
                return refusal;
            case 4 when reader.TokenType is not JsonTokenType.Null:
                return "the `payload` of a message is an object";
            default:
                return JsonText.Skip(ref reader, maxDepth + 1)?.Message;
        }
    }

    private static ClientMessageType TypeOf(ref Utf8JsonReader reader) =>
        reader.TokenType is not JsonTokenType.String ? ClientMessageType.Unknown
        : reader.ValueTextEquals("connection_init"u8) ? ClientMessageType.ConnectionInit
        : reader.ValueTextEquals("ping"u8) ? ClientMessageType.Ping
        : reader.ValueTextEquals("pong"u8) ? ClientMessageType.Pong
        : reader.ValueTextEquals("subscribe"u8) ? ClientMessageType.Subscribe
        : reader.ValueTextEquals("complete"u8) ? ClientMessageType.Complete
        : ClientMessageType.Unknown;

    private static string? Check(ClientMessage message) => message.Type switch
    {
        ClientMessageType.Unknown => "the `type` of the message is none that a client may send",
        ClientMessageType.Subscribe or ClientMessageType.Complete when string.IsNullOrEmpty(message.Id) => "the message has no `id`",
        ClientMessageType.Subscribe when message.Payload.IsEmpty => "the message has no `payload`",
        _ => null,
    };
}
