using Plr.Host.Configuration;

namespace Plr.Host.Pages;

/// <summary>The style, the script and the mark of our pages, from inside the program.</summary>
internal static class AssetEndpoints
{
    private static readonly (string Name, string Type)[] Assets =
    [
        ("plr.css", "text/css; charset=utf-8"),
        ("plr.js", "text/javascript; charset=utf-8"),
        ("plr.svg", "image/svg+xml"),
    ];

    public static void MapAssets(this IEndpointRouteBuilder app)
    {
        foreach (var (name, type) in Assets)
        {
            var bytes = EmbeddedFile.Read($"assets/{name}");
            app.MapGet($"/assets/{name}", (HttpContext context) =>
            {
                context.Response.Headers.CacheControl = "public, max-age=300";
                return Results.Bytes(bytes, type);
            });
        }
    }
}
