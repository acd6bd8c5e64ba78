using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Plr.GraphQL.AspNetCore.EventStreams;

namespace Plr.GraphQL.AspNetCore.Http.Responses;

/// <summary>Chooses the form of the answer.</summary>
/// <remarks>RFC 9110, 12.5.1 Accept. A wildcard means <c>application/json</c>, as the audits of graphql-http have it; where both forms are
/// wanted equally, <c>application/graphql-response+json</c> wins, since it says more.</remarks>
internal static class AcceptHeader
{
    private const string GraphQLResponse = "application/graphql-response+json";
    private const string Json = "application/json";
    private const string Html = "text/html";
    private const string EventStream = EventStreamWriter.MediaType;
    private const int MaxRanges = 64;

    /// <summary>The form that is wanted most.</summary>
    /// <param name="accept">All values of the header.</param>
    /// <param name="hasPage">Whether there is a page to give to a browser.</param>
    public static ResponseFormat Choose(StringValues accept, bool hasPage)
    {
        if (accept.Count is 0)
        {
            return ResponseFormat.Json;
        }

        if (accept.Count is 1)
        {
            switch (accept[0])
            {
                case null or "" or "*/*" or Json:
                    return ResponseFormat.Json;
                case EventStream:
                    return ResponseFormat.EventStream;
                case GraphQLResponse or GraphQLResponse + ", " + Json + ";q=0.9":
                    return ResponseFormat.GraphQLResponse;
            }
        }

        return MediaTypeHeaderValue.TryParseList(accept, out var ranges) && ranges.Count <= MaxRanges
            ? Choose(ranges, hasPage)
            : ResponseFormat.None;
    }

    /// <summary>Whether the client takes a response in parts.</summary>
    /// <remarks>One that asks for an older form of the parts by a parameter, such as <c>deferSpec</c>, is given the whole.</remarks>
    public static bool TakesParts(StringValues accept) =>
        accept.ToString().Contains(MultipartSender.MediaType, StringComparison.OrdinalIgnoreCase)
        && MediaTypeHeaderValue.TryParseList(accept, out var ranges)
        && ranges.Count <= MaxRanges
        && ranges.Any(static range => range.MediaType.Equals(MultipartSender.MediaType, StringComparison.OrdinalIgnoreCase)
            && range.Quality is not 0
            && !range.Parameters.Any(static parameter => parameter.Name.Equals("deferSpec", StringComparison.OrdinalIgnoreCase)));

    private static ResponseFormat Choose(IList<MediaTypeHeaderValue> ranges, bool hasPage)
    {
        var response = Wanted(ranges, GraphQLResponse);
        var json = Wanted(ranges, Json);
        var page = hasPage ? Wanted(ranges, Html) : default;

        // A wildcard alone is no wish for a page: command lines send it.
        if (page is { Exact: true, Quality: > 0 } && page.Quality >= Math.Max(response.Quality, json.Quality))
        {
            return ResponseFormat.Page;
        }

        if (Wanted(ranges, EventStream) is { Exact: true, Quality: > 0 } stream && stream.Quality >= Math.Max(response.Quality, json.Quality))
        {
            return ResponseFormat.EventStream;
        }

        return (response.Quality, json.Quality) switch
        {
            ( <= 0, <= 0) => Wanted(ranges, MultipartSender.MediaType) is { Exact: true, Quality: > 0 } ? ResponseFormat.GraphQLResponse : ResponseFormat.None,
            var (a, b) when a > b => ResponseFormat.GraphQLResponse,
            var (a, b) when a < b => ResponseFormat.Json,
            _ => response.Exact ? ResponseFormat.GraphQLResponse : ResponseFormat.Json,
        };
    }

    // The most specific range that covers the type decides, RFC 9110 says.
    private static (double Quality, bool Exact) Wanted(IList<MediaTypeHeaderValue> ranges, string mediaType)
    {
        var best = -1;
        var quality = 0.0;
        foreach (var range in ranges)
        {
            var specificity = Specificity(range, mediaType);
            if (specificity > best)
            {
                best = specificity;
                quality = range.Quality ?? 1;
            }
        }

        return (quality, best is 2);
    }

    private static int Specificity(MediaTypeHeaderValue range, string mediaType)
    {
        if (range.Charset.HasValue && !range.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            return -1;
        }

        return range switch
        {
            { MatchesAllTypes: true } => 0,
            { MatchesAllSubTypes: true } => mediaType.AsSpan().StartsWith(range.Type.AsSpan(), StringComparison.OrdinalIgnoreCase)
                && mediaType[range.Type.Length] is '/' ? 1 : -1,
            _ => range.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase) ? 2 : -1,
        };
    }
}
