using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Plr.GraphQL.AspNetCore.Http.Requests;

/// <summary>What the headers of a request must say before anything of it is read.</summary>
internal static class RequestHeaders
{
    /// <summary>With this header, a page of another site shows that it passed the browser's preflight.</summary>
    public const string Preflight = "GraphQL-Require-Preflight";

    private const string Json = "application/json";

    /// <summary>Whether a POST announces JSON in UTF-8, uncompressed.</summary>
    /// <remarks>
    /// It is also what keeps other sites out: no page can make a browser send <c>application/json</c> to another site without
    /// asking first (a preflight), while form data and plain text need no leave.
    /// </remarks>
    public static HttpProblem? CheckBody(HttpRequest request)
    {
        if (request.Headers.ContentEncoding is { Count: > 0 } encodings
            && !string.Equals(encodings.ToString(), "identity", StringComparison.OrdinalIgnoreCase))
        {
            return Unsupported(HttpErrorCodes.ContentEncodingUnsupported, "the body is compressed; send it without `Content-Encoding`");
        }

        var contentType = request.ContentType;
        if (string.Equals(contentType, Json, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if (!MediaTypeHeaderValue.TryParse(contentType, out var mediaType)
            || !mediaType.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase))
        {
            return Unsupported(
                HttpErrorCodes.ContentTypeUnsupported,
                contentType is null ? "the request has no `Content-Type`; send `application/json`" : "the `Content-Type` must be `application/json`");
        }

        return mediaType.Charset.HasValue && !IsUtf8(mediaType.Charset.Value)
            ? Unsupported(HttpErrorCodes.CharsetUnsupported, "the `charset` must be `utf-8`")
            : null;
    }

    /// <summary>Whether a GET comes from a page that may read the answer, or from no page at all.</summary>
    /// <remarks>Browsers say where a request comes from in <c>Sec-Fetch-Site</c>, and no page can change that header.
    /// Other clients send none and are not kept out.</remarks>
    public static HttpProblem? CheckSite(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"];
        return site.Count is 0 || site == "same-origin" || site == "none" || request.Headers.ContainsKey(Preflight)
            ? null
            : new HttpProblem(
                StatusCodes.Status403Forbidden,
                HttpErrorCodes.CrossSiteRefused,
                $"a browser asks for a page of another site; that page must POST, or send `{Preflight}: 1`");
    }

    private static bool IsUtf8(string charset) =>
        charset.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase) || charset.Trim('"').Equals("utf8", StringComparison.OrdinalIgnoreCase);

    private static HttpProblem Unsupported(string code, string message) => new(StatusCodes.Status415UnsupportedMediaType, code, message);
}
