namespace Plr.GraphQL.AspNetCore.Ide;

/// <summary>The content types of the files that the package has.</summary>
internal static class IdeContentTypes
{
    /// <summary>Null for a file that is not served: the package has none such.</summary>
    public static string? Of(string fileName) => Path.GetFileName(fileName) is "LICENSE"
        ? "text/plain; charset=utf-8"
        : Path.GetExtension(fileName) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".js" or ".mjs" or ".cjs" => "text/javascript; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".json" => "application/json; charset=utf-8",
            ".webmanifest" => "application/manifest+json; charset=utf-8",
            ".txt" or ".md" or ".mts" or ".cts" => "text/plain; charset=utf-8",
            ".svg" => "image/svg+xml",
            ".png" => "image/png",
            ".ico" => "image/x-icon",
            ".ttf" => "font/ttf",
            ".woff2" => "font/woff2",
            _ => null,
        };
}
