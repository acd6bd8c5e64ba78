using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Plr.GraphQL.AspNetCore.Ide;

/// <summary>Sends a file of the IDE.</summary>
internal static class IdeResponses
{
    // The IDE comes whole from this server and talks to it alone. Its styles are made while it runs, its editor starts workers from
    // blobs, and one of its libraries compiles functions; it runs with nothing else.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        + "connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>A file by its path in the package; 404 for any other.</summary>
    public static Task SendFileAsync(HttpContext context, BananaCakePop ide, string? name)
    {
        if (name is not null && ide.Find(name) is { } file)
        {
            return SendAsync(context, file);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static async Task SendAsync(HttpContext context, IdeFile file)
    {
        var headers = context.Response.Headers;
        headers.ETag = file.ETag;
        headers.CacheControl = "no-cache"; // Ask each time; the ETag spares the bytes.
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        if (IsKnown(context.Request.Headers.IfNoneMatch.ToString(), file.ETag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        headers.ContentType = file.ContentType;
        headers.ContentLength = file.Content.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.BodyWriter.WriteAsync(file.Content, context.RequestAborted);
        }
    }

    /// <summary>The page itself, at a path that ends in a slash: its files are named relative to it.</summary>
    public static Task SendPageAsync(HttpContext context, BananaCakePop ide)
    {
        var request = context.Request;
        context.Response.Headers.Vary = HeaderNames.Accept;
        if (request.Path.Value is { } path && !path.EndsWith('/'))
        {
            // Relative to the host, so that it holds behind a proxy, and with the path base.
            context.Response.Headers.Location = $"{request.PathBase}{path}/".TrimStart('/').Insert(0, "/");
            context.Response.StatusCode = StatusCodes.Status302Found;
            context.Response.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        }

        return SendAsync(context, ide.Find(BananaCakePop.IndexName)!); // The constructor saw to it.
    }

    private static bool IsKnown(string ifNoneMatch, string etag) =>
        ifNoneMatch is "*" || ifNoneMatch.Split(',', StringSplitOptions.TrimEntries).Any(known => known == etag || known == "W/" + etag);
}
