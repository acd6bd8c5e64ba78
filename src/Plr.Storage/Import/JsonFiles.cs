using System.Text.Json;

namespace Plr.Storage.Import;

/// <summary>The two kinds of JSON files, recognised by what they hold.</summary>
internal static class JsonFiles
{
    private const int AfterRegister = 100;
    private const string Exchange = "rta-exchange/1";

    /// <summary>A catalogue file of ours by its <c>format</c>, a published rule by its <c>reading</c>.</summary>
    /// <exception cref="CatalogueImportException">It is neither.</exception>
    public static SourceFile Recognise(string file, JsonDocument document)
    {
        var root = document.RootElement;
        var format = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("format", out var given) && given.ValueKind == JsonValueKind.String ? given.GetString() : null;
        if (format == CatalogueFile.Format)
        {
            // Qualifications may be owned by another file's organisations and list the units of a published rule.
            var order = root.TryGetProperty("qualifications", out _) ? AfterRegister + 1 : AfterRegister - 1;
            return new SourceFile(file, order, (import, draft) => CatalogueFile.Take(import, root, draft));
        }

        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("reading", out _) && root.TryGetProperty("title", out _))
        {
            return new SourceFile(file, AfterRegister, (import, draft) => Guarded(import, root, draft));
        }

        if (format == Exchange)
        {
            throw new CatalogueImportException(
                file, null, $"`{Exchange}` is for comparing answers, and says neither who awards a qualification nor what it is called; publish the rules as `{CatalogueFile.Format}`");
        }

        throw new CatalogueImportException(
            file, null, $"this JSON is neither a catalogue (`format` is `{CatalogueFile.Format}`) nor a published rule of combination (`title` and `reading`)");
    }

    private static ImportedFile Guarded(FileImport import, JsonElement root, Draft draft)
    {
        try
        {
            return new PublishedRule(import, root, draft).Take();
        }
        catch (Exception form) when (form is InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new CatalogueImportException(import.File, null, "a part of the published rule has not the form expected: " + form.Message);
        }
    }
}
