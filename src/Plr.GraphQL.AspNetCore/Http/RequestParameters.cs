using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Plr.GraphQL.AspNetCore.Http;

/// <summary>The parameters of one request: <c>query</c>, <c>operationName</c>, <c>variables</c>, <c>extensions</c>.</summary>
/// <remarks>GraphQL over HTTP, Request Parameters. A parameter that is null counts as absent.</remarks>
internal readonly struct RequestParameters
{
    public required ReadOnlyMemory<byte> Query { get; init; }
    public string? OperationName { get; init; }
    public ReadOnlyMemory<byte> Variables { get; init; }

    /// <summary>Reads a JSON body. The parameters are slices of <paramref name="body"/>, unescaped in place.</summary>
    public static HttpProblem? Read(Memory<byte> body, int maxDepth, out RequestParameters parameters)
    {
        parameters = default;
        try
        {
            return ReadObject(body, maxDepth, out parameters);
        }
        catch (JsonException malformed)
        {
            return new HttpProblem(400, HttpErrorCodes.BodyNotJson,
                $"the body is not JSON in UTF-8: line {(malformed.LineNumber ?? 0) + 1}, byte {(malformed.BytePositionInLine ?? 0) + 1}");
        }
        catch (InvalidOperationException)
        {
            // What the JSON reader throws for text that is not UTF-8, or half a surrogate pair.
            return new HttpProblem(400, HttpErrorCodes.BodyNotJson, "the body holds text that is not UTF-8");
        }
    }

    /// <summary>Reads the query string of a GET request.</summary>
    public static HttpProblem? Read(IQueryCollection query, int maxDepth, out RequestParameters parameters)
    {
        parameters = default;
        foreach (var (name, values) in query)
        {
            if (values.Count > 1 && name is "query" or "operationName" or "variables" or "extensions" && values.Count > 1)
            {
                return new HttpProblem(400, HttpErrorCodes.ParameterMalformed, $"`{name}` is given more than once");
            }
        }

        var text = query["query"].ToString();
        if (text.Length == 0)
        {
            return Missing();
        }

        var variables = Encoding.UTF8.GetBytes(query["variables"].ToString());
        if ((RefuseMap("variables", variables, maxDepth) ?? RefuseMap("extensions", Encoding.UTF8.GetBytes(query["extensions"].ToString()), maxDepth)) is { } refused)
        {
            return refused;
        }

        var operationName = query["operationName"].ToString();
        parameters = new RequestParameters
        {
            Query = Encoding.UTF8.GetBytes(text),
            OperationName = operationName.Length == 0 ? null : operationName,
            Variables = IsNull(variables) ? default : variables,
        };
        return null;
    }

    private static HttpProblem? ReadObject(Memory<byte> body, int maxDepth, out RequestParameters parameters)
    {
        parameters = default;
        ReadOnlyMemory<byte>? query = null;
        string? operationName = null;
        ReadOnlyMemory<byte> variables = default;
        var seen = Member.None;
        var reader = new Utf8JsonReader(body.Span, new JsonReaderOptions { MaxDepth = maxDepth });
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            return new HttpProblem(400, HttpErrorCodes.BatchingDisabled, "the body is an array, and batching is off: send one request at a time");
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return new HttpProblem(400, HttpErrorCodes.BodyNotJson, "the body is not a JSON object");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = NameOf(ref reader);
            if (member != Member.None && (seen & member) != 0)
            {
                return new HttpProblem(400, HttpErrorCodes.BodyNotJson, $"`{ToName(member)}` is given more than once");
            }

            seen |= member;
            reader.Read();
            if (Take(ref reader, member, body, ref query, ref operationName, ref variables) is { } refused)
            {
                return refused;
            }
        }

        // Anything after the object is no JSON text.
        reader.Read();
        if (query is null)
        {
            return Missing();
        }

        parameters = new RequestParameters { Query = query.Value, OperationName = operationName, Variables = variables };
        return null;
    }

    private static HttpProblem? Take(
        ref Utf8JsonReader reader, Member member, Memory<byte> body,
        ref ReadOnlyMemory<byte>? query, ref string? operationName, ref ReadOnlyMemory<byte> variables)
    {
        var start = (int)reader.TokenStartIndex;
        switch (member, reader.TokenType)
        {
            case (Member.None, _):
                reader.Skip();
                return null;
            case (_, JsonTokenType.Null):
                return null;
            case (Member.Query, JsonTokenType.String):
                query = Unescape(ref reader, body[start..]);
                return null;
            case (Member.OperationName, JsonTokenType.String):
                operationName = reader.GetString();
                return null;
            case (Member.Variables, JsonTokenType.StartObject):
                reader.Skip();
                variables = body[start..(int)reader.BytesConsumed];
                return null;
            case (Member.Extensions, JsonTokenType.StartObject):
                reader.Skip();
                return null;
            default:
                return new HttpProblem(400, HttpErrorCodes.ParameterMalformed,
                    $"`{ToName(member)}` is not {(member is Member.Variables or Member.Extensions ? "an object" : "a string")}");
        }
    }

    // The unescaped text is never longer than the token it comes from, so it goes where the token stands.
    private static ReadOnlyMemory<byte> Unescape(ref Utf8JsonReader reader, Memory<byte> token)
    {
        if (!reader.ValueIsEscaped)
        {
            // CopyString checks the encoding; the plain slice would not.
            var plain = token.Slice(1, reader.ValueSpan.Length);
            return System.Text.Unicode.Utf8.IsValid(plain.Span)
                ? plain
                : throw new InvalidOperationException("the query is not UTF-8");
        }

        var scratch = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
        try
        {
            var length = reader.CopyString(scratch);
            scratch.AsSpan(0, length).CopyTo(token.Span);
            return token[..length];
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(scratch);
        }
    }

    private static HttpProblem? RefuseMap(string name, byte[] json, int maxDepth)
    {
        if (json.Length == 0)
        {
            return null;
        }

        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = maxDepth });
            reader.Read();
            var isMap = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.Null;
            reader.Skip();
            reader.Read();
            return isMap ? null : new HttpProblem(400, HttpErrorCodes.ParameterMalformed, $"`{name}` is not an object");
        }
        catch (JsonException)
        {
            return new HttpProblem(400, HttpErrorCodes.ParameterMalformed, $"`{name}` is not JSON");
        }
    }

    private static bool IsNull(byte[] json) => json.AsSpan().Trim(" \t\r\n"u8).SequenceEqual("null"u8);

    private static HttpProblem Missing() =>
        new(400, HttpErrorCodes.QueryMissing, "there is no `query`: give the document as a string");

    private static Member NameOf(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("query"u8) ? Member.Query
        : reader.ValueTextEquals("operationName"u8) ? Member.OperationName
        : reader.ValueTextEquals("variables"u8) ? Member.Variables
        : reader.ValueTextEquals("extensions"u8) ? Member.Extensions
        : Member.None;

    private static string ToName(Member member) => member switch
    {
        Member.Query => "query",
        Member.OperationName => "operationName",
        Member.Variables => "variables",
        _ => "extensions",
    };

    [Flags]
    private enum Member
    {
        None = 0,
        Query = 1,
        OperationName = 2,
        Variables = 4,
        Extensions = 8,
    }
}
