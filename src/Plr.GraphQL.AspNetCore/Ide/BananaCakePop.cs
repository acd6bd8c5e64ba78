using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Plr.GraphQL.AspNetCore.Ide;

/// <summary>Serves Banana Cake Pop: the package's own files unmodified, and a configuration that keeps it to this server.</summary>
/// <remarks>
/// Only files that the folder held at start are served, so no path leads out of it. The page may speak to this server alone: what it would
/// ask of the world (telemetry, sign-in, fonts) is refused by its content security policy.
/// </remarks>
public sealed class BananaCakePop
{
    private const string Configuration = "bcp-config.json";
    private const string Page = "index.html";

    // The editor compiles its grammars at run time and styles its lines inline.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        + "connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private readonly FrozenDictionary<string, FileInfo> files;
    private readonly byte[] configuration;
    private readonly FileExtensionContentTypeProvider contentTypes = new();

    /// <summary>Lists the files once.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder is missing, or holds no page.</exception>
    public BananaCakePop(BananaCakePopOptions options)
    {
        var root = new DirectoryInfo(options.Directory);
        files = root.EnumerateFiles("*", SearchOption.AllDirectories)
            .ToFrozenDictionary(file => Path.GetRelativePath(root.FullName, file.FullName).Replace('\\', '/'), StringComparer.Ordinal);
        if (!files.ContainsKey(Page))
        {
            throw new DirectoryNotFoundException($"no {Page} in {options.Directory}: the folder is not that of the package");
        }

        configuration = WriteConfiguration(options);
    }

    /// <summary>Answers a GET for a file, relative to the IDE's address; the empty name is the page.</summary>
    public Task ServeAsync(HttpContext http, string name)
    {
        http.Response.Headers.XContentTypeOptions = "nosniff";
        if (name == Configuration)
        {
            http.Response.ContentType = "application/json; charset=utf-8";
            http.Response.Headers.CacheControl = "no-cache";
            return http.Response.BodyWriter.WriteAsync(configuration, http.RequestAborted).AsTask();
        }

        if (!files.TryGetValue(name.Length == 0 ? Page : name, out var file))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return ServeFileAsync(http, file);
    }

    private Task ServeFileAsync(HttpContext http, FileInfo file)
    {
        var tag = new EntityTagHeaderValue($"\"{file.Length.ToString("x", CultureInfo.InvariantCulture)}-{file.LastWriteTimeUtc.Ticks.ToString("x", CultureInfo.InvariantCulture)}\"");
        http.Response.Headers.ETag = tag.ToString();
        http.Response.Headers.CacheControl = "no-cache";
        if (http.Request.Headers.IfNoneMatch.Contains(tag.ToString()))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        http.Response.ContentType = contentTypes.TryGetContentType(file.Name, out var type) ? type : "text/plain; charset=utf-8";
        if (file.Name == Page)
        {
            http.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
            http.Response.Headers["Referrer-Policy"] = "no-referrer";
        }

        http.Response.ContentLength = file.Length;
        return http.Response.SendFileAsync(file.FullName, http.RequestAborted);
    }

    private static byte[] WriteConfiguration(BananaCakePopOptions options)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteBoolean("useBrowserUrlAsEndpoint", true);
            json.WriteBoolean("disableTelemetry", true);
            json.WriteBoolean("includeCookies", false);
            if (options.Document is { } document)
            {
                json.WriteString("graphQLDocument", document);
            }

            if (options.Variables is { } variables)
            {
                json.WritePropertyName("variables");
                json.WriteRawValue(variables);
            }

            json.WriteEndObject();
        }

        return stream.ToArray();
    }
}
