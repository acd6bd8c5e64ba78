using System.Data;
using System.Globalization;
using Npgsql;
using Plr.Domain.Catalogue;

namespace Plr.Storage.Catalogue;

/// <summary>Reads the whole catalogue from one snapshot of the database.</summary>
/// <remarks>By the driver alone, in one round trip: a start waits for it, and the model that EF makes first takes longer than the reading.</remarks>
internal static class CatalogueReader
{
    /// <summary>The name of the list of sector subject areas.</summary>
    public const string SectorSubjectAreas = "sector-subject-area";

    private const string Version = "SELECT max(id) FROM catalogue_publications";

    // In the order in which they are read: what others refer to comes first.
    private static readonly string[] Queries =
    [
        Version,
        $"SELECT code, name FROM codes WHERE list = '{SectorSubjectAreas}'",
        "SELECT organisation_id, kind, signed_on, ended_on FROM agreements",
        CatalogueRows.Organisations,
        CatalogueRows.Units,
        "SELECT qualification_number, rule FROM rules",
        CatalogueRows.Qualifications,
    ];

    /// <summary>The number of the publication in force; <c>empty</c> before the first.</summary>
    public static async ValueTask<string> VersionAsync(PlrDatabase database, CancellationToken cancellationToken)
    {
        await using var command = database.Writing.CreateCommand(Version);
        return VersionOf(await command.ExecuteScalarAsync(cancellationToken) as int?);
    }

    /// <summary>Everything, under the number of the publication in force.</summary>
    public static async ValueTask<NationalCatalogue> ReadAsync(PlrDatabase database, CancellationToken cancellationToken)
    {
        await using var connection = await database.Writing.OpenConnectionAsync(cancellationToken);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await using var batch = new NpgsqlBatch(connection, snapshot);
        foreach (var query in Queries)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(query));
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var version = VersionOf((await RowsAsync(reader, row => row.IsDBNull(0) ? (int?)null : row.GetInt32(0), cancellationToken))[0]);
        var areas = (await NextRowsAsync(reader, row => new SectorSubjectArea(row.GetString(0), row.GetString(1)), cancellationToken)).ToDictionary(area => area.Code);
        var agreements = (await NextRowsAsync(reader, CatalogueRows.Agreement, cancellationToken)).ToLookup(row => row.Organisation, row => row.Agreement);
        var organisations = await NextRowsAsync(reader, row => CatalogueRows.Organisation(row, agreements), cancellationToken);
        var units = await NextRowsAsync(reader, row => CatalogueRows.Unit(row, areas), cancellationToken);
        // Read one by one: the texts of a nation's rules would fill more memory than the rules.
        var rules = (await NextRowsAsync(reader, row => (Number: row.GetString(0), Rule: RuleJson.Read(row.GetString(1))), cancellationToken))
            .ToDictionary(row => row.Number, row => row.Rule);
        var qualifications = await NextRowsAsync(reader, row => CatalogueRows.Qualification(row, rules, areas), cancellationToken);
        return new NationalCatalogue(version, organisations, units, qualifications);
    }

    private static async ValueTask<List<T>> NextRowsAsync<T>(NpgsqlDataReader reader, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        await reader.NextResultAsync(cancellationToken);
        return await RowsAsync(reader, read, cancellationToken);
    }

    private static async ValueTask<List<T>> RowsAsync<T>(NpgsqlDataReader reader, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private static string VersionOf(int? latest) => latest?.ToString(CultureInfo.InvariantCulture) ?? NationalCatalogue.Empty.Version;
}
