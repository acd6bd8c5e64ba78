namespace Plr.Host.Pages;

/// <summary>What every page of the host has around it.</summary>
internal static class Layout
{
    /// <summary>Nothing is fetched from anywhere else, and nothing inline is run.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Answers with a page.</summary>
    public static IResult Page(HttpContext context, string title, Html body, int statusCode = StatusCodes.Status200OK)
    {
        context.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        context.Response.Headers.CacheControl = "no-store";
        return Results.Content(Document(title, body).ToString(), "text/html; charset=utf-8", statusCode: statusCode);
    }

    private static Html Document(string title, Html body) => Html.Of(
        $"""
        <!doctype html>
        <html lang="en-GB">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{title}</title>
        <link rel="icon" href="/assets/plr.svg" type="image/svg+xml">
        <link rel="stylesheet" href="/assets/plr.css">
        <script src="/assets/plr.js" defer></script>
        </head>
        <body>
        <a class="skip" href="#main">Skip to the content</a>
        <header><a class="brand" href="/"><img src="/assets/plr.svg" alt="" width="28" height="28"> Plr.Graph</a>
        <nav aria-label="Places"><a href="/graphql/">Explore</a> <a href="/graphql?sdl">Schema</a> <a href="/errors">Errors</a> <a href="/health/ready">Health</a></nav></header>
        <main id="main">
        {body}
        </main>
        <footer>Plr.Graph serves demonstration data by default: no person in it is real.</footer>
        </body>
        </html>

        """);
}
