using Npgsql;
using Plr.Domain.Organisations;

namespace Plr.Benchmarks.Serving.Floor;

/// <summary>A grant as its row has it, as far as a member of an organisation is concerned.</summary>
internal sealed record HandGrant(
    Guid Id, string? Organisation, string? Category, string[] Scopes, string Effect, string Purpose, DateTimeOffset From, DateTimeOffset? Until, DateTimeOffset? RevokedAt)
{
    public static HandGrant Read(NpgsqlDataReader row) => new(
        row.GetGuid(1),
        row.IsDBNull(2) ? null : row.GetString(2),
        row.IsDBNull(3) ? null : row.GetString(3),
        row.GetFieldValue<string[]>(6),
        row.GetString(7),
        row.GetString(8),
        row.GetFieldValue<DateTimeOffset>(9),
        row.IsDBNull(10) ? null : row.GetFieldValue<DateTimeOffset>(10),
        row.IsDBNull(11) ? null : row.GetFieldValue<DateTimeOffset>(11));

    /// <summary>Whether it is made to the organisation, of the scope, and holds now.</summary>
    public bool Concerns(string organisation, OrganisationKind kind, string scope, DateTimeOffset now) =>
        (Organisation == organisation || Category == kind.ToString())
        && Array.IndexOf(Scopes, scope) >= 0
        && From <= now && (Until is null || now < Until) && (RevokedAt is null || now < RevokedAt);
}
