using Plr.Host.Configuration;

namespace Plr.Host.Pages;

/// <summary><c>/errors</c> and <c>/errors/{code}</c>: what a code means and who can fix it.</summary>
internal static class ErrorEndpoints
{
    /// <summary>Before a code, where it is explained.</summary>
    public const string Path = "/errors/";

    public static void MapErrorPages(this IEndpointRouteBuilder app, ProgramFiles files)
    {
        var entries = ErrorEntry.Read(files["schema", "errors.md"]);
        app.MapGet("/errors", (HttpContext context) => Layout.Page(context, "Error codes", All(entries)));
        app.MapGet("/errors/{code}", (HttpContext context, string code) =>
            entries.FirstOrDefault(entry => string.Equals(entry.Code, code, StringComparison.OrdinalIgnoreCase)) is { } entry
                ? Layout.Page(context, entry.Code, One(entry))
                : Layout.Page(context, "No such code", Unknown(code), StatusCodes.Status404NotFound));
    }

    private static Html All(IReadOnlyList<ErrorEntry> entries) => Html.Of(
        $"""
        <h1>Error codes</h1>
        <p class="lead">What a response can carry in <code>extensions.code</code>, and in the <code>code</code> of a payload's errors. A code never changes its meaning.</p>
        <dl>{Html.Join(entries.Select(entry => Html.Of($"<dt><a href=\"/errors/{entry.Code}\"><code>{entry.Code}</code></a></dt><dd>{entry.Markup()}</dd>")))}</dl>
        """);

    private static Html One(ErrorEntry entry) => Html.Of(
        $"""
        <h1><code>{entry.Code}</code></h1>
        <p class="lead">{entry.Markup()}</p>
        <p><a href="/errors">All codes</a></p>
        """);

    private static Html Unknown(string code) => Html.Of(
        $"""
        <h1>No such code</h1>
        <p class="lead"><code>{code}</code> is not a code of this version. <a href="/errors">These are.</a></p>
        """);
}
