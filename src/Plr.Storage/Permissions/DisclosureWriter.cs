using Npgsql;
using NpgsqlTypes;
using Plr.Domain.Permissions;

namespace Plr.Storage.Permissions;

/// <summary>Appends to <c>disclosures</c>: one statement, one round trip, whatever their number.</summary>
internal static class DisclosureWriter
{
    // unnest takes no arrays of unequal arrays, so scopes travel as one text a row.
    private const string Insert = """
        INSERT INTO disclosures (uln, at, id, organisation, person, scopes, basis, grant_id, operation, purpose)
        SELECT uln, at, id, organisation, person, string_to_array(scopes, ','), basis, grant_id, operation, purpose
        FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
             AS given(uln, at, id, organisation, person, scopes, basis, grant_id, operation, purpose)
        """;

    /// <summary>All rows or none; durable when it returns.</summary>
    public static async ValueTask AppendAsync(NpgsqlDataSource writing, IReadOnlyList<Disclosure> disclosures)
    {
        await using var command = writing.CreateCommand(Insert);
        Add(command, NpgsqlDbType.Bigint, disclosures.Select(row => row.Learner.Value));
        Add(command, NpgsqlDbType.TimestampTz, disclosures.Select(row => row.At.UtcDateTime));
        Add(command, NpgsqlDbType.Uuid, disclosures.Select(row => row.Id));
        Add(command, NpgsqlDbType.Text, disclosures.Select(row => row.Organisation?.Value));
        Add(command, NpgsqlDbType.Text, disclosures.Select(row => row.Person));
        Add(command, NpgsqlDbType.Text, disclosures.Select(row => string.Join(',', row.Scopes)));
        Add(command, NpgsqlDbType.Text, disclosures.Select(row => row.Basis.ToString()));
        Add(command, NpgsqlDbType.Uuid, disclosures.Select(row => row.Grant?.Value));
        Add(command, NpgsqlDbType.Text, disclosures.Select(row => row.Operation));
        Add(command, NpgsqlDbType.Text, disclosures.Select(row => row.Purpose));
        await command.ExecuteNonQueryAsync(CancellationToken.None); // Many requests wait for it: none of them may end it for the others.
    }

    private static void Add<T>(NpgsqlCommand command, NpgsqlDbType type, IEnumerable<T> values) =>
        command.Parameters.Add(new NpgsqlParameter { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type });
}
