using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Plr.GraphQL.AspNetCore.Http;

/// <summary>Reads the Accept header.</summary>
internal static class AcceptHeader
{
    private const int Named = 2;

    public static ResponseMediaType Choose(StringValues accept, bool pageOffered)
    {
        if (StringValues.IsNullOrEmpty(accept))
        {
            return ResponseMediaType.Legacy;
        }

        // The usual clients send one of these; everything else takes the long way.
        switch (accept.ToString())
        {
            case "application/graphql-response+json": return ResponseMediaType.GraphQLResponse;
            case "application/json": return ResponseMediaType.Legacy;
        }

        return MediaTypeHeaderValue.TryParseList(accept, out var ranges) ? Best(ranges, pageOffered) : ResponseMediaType.None;
    }

    // By quality, then by how exactly the client names the type, then by our own preference: a client that takes anything is taken for one
    // written before the newer media type was.
    private static ResponseMediaType Best(IList<MediaTypeHeaderValue> ranges, bool pageOffered)
    {
        var (best, bestQuality, bestSpecificity) = (ResponseMediaType.None, 0.0, -1);
        if (pageOffered)
        {
            Consider(ResponseMediaType.Html, "text/html", mustBeNamed: true);
        }

        Consider(ResponseMediaType.GraphQLResponse, "application/graphql-response+json", mustBeNamed: true);
        Consider(ResponseMediaType.Legacy, "application/json", mustBeNamed: false);
        return best;

        void Consider(ResponseMediaType type, string mediaType, bool mustBeNamed)
        {
            var (quality, specificity) = MostSpecific(ranges, mediaType);
            if (quality > 0 && (!mustBeNamed || specificity == Named) && (quality, specificity).CompareTo((bestQuality, bestSpecificity)) > 0)
            {
                (best, bestQuality, bestSpecificity) = (type, quality, specificity);
            }
        }
    }

    private static (double Quality, int Specificity) MostSpecific(IList<MediaTypeHeaderValue> ranges, string mediaType)
    {
        var (quality, specificity) = (0.0, -1);
        foreach (var range in ranges)
        {
            var candidate = Unusable(range) ? -1 : Specificity(range, mediaType);
            if (candidate > specificity)
            {
                (quality, specificity) = (range.Quality ?? 1, candidate);
            }
        }

        return (quality, specificity);
    }

    private static bool Unusable(MediaTypeHeaderValue range) =>
        range.Charset.HasValue && !range.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    private static int Specificity(MediaTypeHeaderValue range, string mediaType) =>
        range.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase) ? Named
        : range.MatchesAllTypes ? 0
        : range.MatchesAllSubTypes && mediaType.StartsWith(range.Type.Value + "/", StringComparison.OrdinalIgnoreCase) ? 1
        : -1;
}
