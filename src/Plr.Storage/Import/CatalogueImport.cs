using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Plr.Domain.Records;
using Plr.Storage.Catalogue;

namespace Plr.Storage.Import;

/// <summary>Imports the regulator's data: all files of a run or none.</summary>
/// <remarks>
/// Reads every file first; one that can not be read stops the run before anything is written. Rows are added and changed, never removed. The
/// same files again change nothing. Imports take turns. Requests go on with the catalogue they began with, and see the new one once it is announced.
/// </remarks>
public sealed class CatalogueImport(PlrDatabase database, TimeProvider clock)
{
    private const long ImportLock = 7_071_003;
    private static readonly JsonDocumentOptions JsonForm = new() { MaxDepth = 32, AllowDuplicateProperties = false };
    private static readonly string[] Endings = [".csv", ".tsv", ".json"];

    /// <summary>Imports files, and directories with all that is in them.</summary>
    /// <exception cref="CatalogueImportException">A file can not be read; nothing was imported.</exception>
    /// <exception cref="RecordStoreUnavailableException">The database does not answer; nothing was imported.</exception>
    public async Task<ImportReport> RunAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var sources = Open(paths);
        return await Unavailability.GuardAsync(async () =>
        {
            await using var context = database.NewContext();
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({ImportLock})", cancellationToken);
            var draft = await Draft.LoadAsync(context, cancellationToken);
            var findings = new List<ImportFinding>();
            var files = sources.Select(source => source.Take(new FileImport(source.File, findings), draft)).ToList();
            var writer = new BulkWriter(context);
            await WriteAsync(writer, draft, cancellationToken);
            if (writer.Total is not (0, 0))
            {
                await AnnounceAsync(context, paths, cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
            return new ImportReport(files, findings, writer.Total.Added, writer.Total.Changed);
        });
    }

    private static async Task WriteAsync(BulkWriter writer, Draft draft, CancellationToken cancellationToken)
    {
        await writer.WriteAsync(draft.Codes.Touched, cancellationToken);
        await writer.WriteAsync(draft.Organisations.Table.Touched, cancellationToken);
        await writer.WriteAsync(draft.Agreements.Touched, cancellationToken);
        await writer.WriteAsync(draft.Units.Touched, cancellationToken);
        await writer.WriteAsync(draft.Qualifications.Touched, cancellationToken);
        await writer.WriteAsync(draft.QualificationUnits.Touched, cancellationToken);
        await writer.WriteAsync(draft.Rules.Touched, cancellationToken);
    }

    private async Task AnnounceAsync(PlrDbContext context, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        context.Add(new PublicationRow { PublishedAt = clock.GetUtcNow(), Origin = string.Join(", ", paths.Select(Path.GetFileName)) });
        await context.SaveChangesAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync($"SELECT pg_notify({CatalogueSource.Channel}, '')", cancellationToken); // Delivered with the commit.
    }

    /// <summary>Reads and recognises every file, in the order in which they must be taken.</summary>
    private static List<SourceFile> Open(IReadOnlyList<string> paths)
    {
        var sources = paths.SelectMany(Files).Distinct().Select(Recognise).ToList();
        return sources.Count > 0
            ? [.. sources.OrderBy(source => source.Order).ThenBy(source => source.File, StringComparer.Ordinal)]
            : throw new CatalogueImportException(string.Join(", ", paths), null, "there is no .csv, .tsv or .json file here");
    }

    private static IEnumerable<string> Files(string path) =>
        Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(file => Endings.Contains(Path.GetExtension(file))).Order(StringComparer.Ordinal)
            : File.Exists(path) ? [path] : throw new CatalogueImportException(path, null, "there is no such file or directory");

    private static SourceFile Recognise(string file)
    {
        try
        {
            return Path.GetExtension(file) switch
            {
                ".json" => JsonFiles.Recognise(file, JsonDocument.Parse(CsvReader.Decode(file), JsonForm)),
                ".csv" => Delimited(file, ','),
                ".tsv" => Delimited(file, '\t'),
                _ => throw new CatalogueImportException(file, null, "a file of another kind than .csv, .tsv or .json"),
            };
        }
        catch (JsonException twice) when (twice.LineNumber is null)
        {
            // Only of a member that an object has twice the reader does not say the line.
            throw new CatalogueImportException(file, null, $"an object has a member twice, and one of the two would be lost: {twice.Message} Keep one");
        }
        catch (InvalidOperationException)
        {
            throw new CatalogueImportException(file, null, "a text has an escape for half a character; write both halves, or the character itself");
        }
        catch (JsonException malformed)
        {
            throw new CatalogueImportException(file, $"line {malformed.LineNumber + 1}", "this is not JSON, or nested more than 32 deep: the file was cut off or altered");
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            throw new CatalogueImportException(file, null, $"the file can not be opened: {closed.Message}");
        }
    }

    private static SourceFile Delimited(string file, char delimiter)
    {
        var (header, rows) = CsvReader.Read(file, delimiter);
        var kind = Array.FindIndex(RegisterFiles.Kinds, candidate => candidate.Fits(header));
        if (kind < 0)
        {
            throw new CatalogueImportException(
                file, "line 1", "this header is none of those known: " + string.Join("; ", RegisterFiles.Kinds.Select(known => $"{known.Content} ({string.Join(", ", known.Columns)})")));
        }

        var register = RegisterFiles.Kinds[kind];
        return new SourceFile(file, kind, (import, draft) =>
        {
            register.Take(import, rows, draft, header[0]);
            return import.Done(register.Content);
        });
    }
}
