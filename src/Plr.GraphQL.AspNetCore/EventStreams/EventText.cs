using System.Text.Json;

namespace Plr.GraphQL.AspNetCore.EventStreams;

/// <summary>The events of the protocol as UTF-8.</summary>
/// <remarks>GraphQL over Server-Sent Events Protocol, of graphql-sse.</remarks>
internal static class EventText
{
    /// <summary>What no client takes for an event.</summary>
    public static readonly byte[] Comment = [.. ":\n\n"u8];

    /// <summary>The end of the operation, in distinct connections mode. Browsers drop an event without data.</summary>
    public static readonly byte[] Complete = [.. "event: complete\ndata: \n\n"u8];

    /// <summary>One response of an operation in single connection mode.</summary>
    public static byte[] NextOf(string operationId, ReadOnlySpan<byte> response) =>
        [.. "event: next\ndata: {\"id\":\""u8, .. JsonEncodedText.Encode(operationId).EncodedUtf8Bytes, .. "\",\"payload\":"u8, .. response, .. "}\n\n"u8];

    /// <summary>The end of an operation in single connection mode.</summary>
    public static byte[] CompleteOf(string operationId) =>
        [.. "event: complete\ndata: {\"id\":\""u8, .. JsonEncodedText.Encode(operationId).EncodedUtf8Bytes, .. "\"}\n\n"u8];
}
