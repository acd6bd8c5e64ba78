using System.Buffers;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text.Json;

namespace Plr.GraphQL.AspNetCore.Ide;

/// <summary>The IDE Banana Cake Pop: the files of its npm package unmodified, and its configuration.</summary>
/// <remarks>
/// The files are read once, so that a request can only name one that was found then: no path of a request ever reaches the file system.
/// The package's licence (ChilliCream License 1.0) is served with it, as <c>LICENSE</c>.
/// </remarks>
public sealed class BananaCakePop
{
    internal const string IndexName = "index.html";

    // The IDE asks for it beside its page.
    private const string ConfigurationName = "bcp-config.json";

    private readonly FrozenDictionary<string, IdeFile> files;

    /// <summary>Reads the package and makes the configuration.</summary>
    /// <exception cref="ArgumentException">The directory has no <c>index.html</c> or no <c>LICENSE</c>, or the variables are no JSON.</exception>
    public BananaCakePop(BananaCakePopOptions options)
    {
        var found = Read(options.Directory);
        if (!found.ContainsKey(IndexName) || !found.ContainsKey("LICENSE"))
        {
            throw new ArgumentException($"`{options.Directory}` is not the unpacked IDE: it has no index.html or no LICENSE", nameof(options));
        }

        found[ConfigurationName] = Make(Configuration(options), ConfigurationName);
        files = found.ToFrozenDictionary(StringComparer.Ordinal);
    }

    internal IdeFile? Find(string name) => files.GetValueOrDefault(name);

    private static Dictionary<string, IdeFile> Read(string directory)
    {
        var root = Path.GetFullPath(directory);
        var found = new Dictionary<string, IdeFile>(StringComparer.Ordinal);
        if (!Directory.Exists(root))
        {
            return found;
        }

        foreach (var path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/');
            if (IdeContentTypes.Of(name) is not null)
            {
                found[name] = Make(File.ReadAllBytes(path), name);
            }
        }

        return found;
    }

    private static IdeFile Make(byte[] content, string name) => new(
        content,
        IdeContentTypes.Of(name) ?? "application/octet-stream",
        $"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 12))}\"");

    // The keys that version 18 of the IDE reads. Without telemetry and without an analytics id it asks nobody else for anything.
    private static byte[] Configuration(BananaCakePopOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("title"u8, options.Title);
            json.WriteBoolean("useBrowserUrlAsEndpoint"u8, true);
            json.WriteBoolean("includeCookies"u8, false);
            json.WriteBoolean("useGet"u8, false);
            json.WriteBoolean("disableTelemetry"u8, true);
            if (options.Document is not null)
            {
                json.WriteString("graphQLDocument"u8, options.Document);
            }

            if (options.Variables is not null)
            {
                json.WritePropertyName("variables"u8);
                WriteVariables(json, options.Variables);
            }

            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteVariables(Utf8JsonWriter json, string variables)
    {
        try
        {
            using var document = JsonDocument.Parse(variables);
            document.RootElement.WriteTo(json);
        }
        catch (JsonException exception)
        {
            throw new ArgumentException("the example's variables are not JSON", nameof(variables), exception);
        }
    }
}
