using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Plr.GraphQL.AspNetCore.Http.Requests;

/// <summary>The keys of one JSON object so far. The known ones are bits; only others cost anything.</summary>
internal ref struct SeenKeys
{
    private int known;
    private HashSet<string>? others;

    /// <summary>What the key added last means.</summary>
    public RequestParameter Last { get; private set; }

    /// <summary>Adds the property name the reader stands on; a problem when it was there.</summary>
    public HttpProblem? Add(ref Utf8JsonReader reader)
    {
        Last = Which(ref reader);
        if (Last is RequestParameter.Other)
        {
            if (!JsonText.TryKey(ref reader, out var key))
            {
                return JsonText.BrokenKey;
            }

            return (others ??= new HashSet<string>(StringComparer.Ordinal)).Add(key) ? null : JsonText.Duplicate;
        }

        var bit = 1 << (int)Last;
        var isNew = (known & bit) is 0;
        known |= bit;
        return isNew
            ? null
            : new HttpProblem(StatusCodes.Status400BadRequest, HttpErrorCodes.JsonKeyDuplicate, $"the request has `{Word(Last)}` twice");
    }

    private static RequestParameter Which(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("query"u8) ? RequestParameter.Query
        : reader.ValueTextEquals("variables"u8) ? RequestParameter.Variables
        : reader.ValueTextEquals("operationName"u8) ? RequestParameter.OperationName
        : reader.ValueTextEquals("extensions"u8) ? RequestParameter.Extensions
        : reader.ValueTextEquals("documentId"u8) ? RequestParameter.DocumentId
        : RequestParameter.Other;

    private static string Word(RequestParameter parameter) => parameter switch
    {
        RequestParameter.Query => "query",
        RequestParameter.Variables => "variables",
        RequestParameter.OperationName => "operationName",
        RequestParameter.DocumentId => "documentId",
        _ => "extensions",
    };
}
