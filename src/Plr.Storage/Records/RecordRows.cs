using System.Collections.Frozen;
using System.Diagnostics;
using Npgsql;
using Plr.Domain.Catalogue;
using Plr.Domain.Identifiers;
using Plr.Domain.Learners;
using Plr.Domain.Organisations;
using Plr.Domain.Permissions;

namespace Plr.Storage.Records;

/// <summary>Rows of <see cref="RecordQueries"/> as the domain's learners, grants and disclosures. Columns by position.</summary>
internal static class RecordRows
{
    /// <summary>How many columns <see cref="Identity"/> reads.</summary>
    public const int IdentityColumns = 6;

    /// <summary>How many columns <see cref="Contact"/> reads.</summary>
    public const int ContactColumns = 5;

    /// <summary>Column 0 is the number asked for.</summary>
    public static Learner Learner(NpgsqlDataReader row) => new()
    {
        Uln = row.Uln(1),
        PrivacyNotice = row.Word<PrivacyNotice>(2),
        RegisteredAt = row.Instant(3),
        RegisteredBy = row.Organisation(4),
        Version = row.GetInt32(5),
        LinkedUlns = [.. row.GetFieldValue<long[]>(6).Select(Uln.FromStore)],
    };

    public static LearnerIdentity Identity(NpgsqlDataReader row) => new(
        row.Uln(0), new PersonName(row.GetString(1), row.GetString(2), row.Text(3)), row.Day(4), row.Word<Gender>(5));

    public static ContactDetails Contact(NpgsqlDataReader row) => new(row.Uln(0), row.Text(1), row.Text(2), row.Text(3), row.Word<Language>(4));

    public static PermissionGrant Grant(NpgsqlDataReader row) => new()
    {
        Learner = row.Uln(0),
        Id = new GrantId(row.GetGuid(1)),
        Grantee = Grantee(row),
        Scopes = Scopes(row, 6).ToFrozenSet(),
        Effect = row.Word<GrantEffect>(7),
        Purpose = row.GetString(8),
        ValidFrom = row.Instant(9),
        ValidUntil = row.InstantOrNull(10),
        RevokedAt = row.InstantOrNull(11),
        GrantedAt = row.Instant(12),
        MayDelegate = row.GetBoolean(13),
    };

    public static Disclosure Disclosure(NpgsqlDataReader row) => new()
    {
        Learner = row.Uln(0),
        At = row.Instant(1),
        Id = row.GetGuid(2),
        Organisation = row.Organisation(3),
        Person = row.Text(4),
        Scopes = [.. Scopes(row, 5)],
        Basis = row.Word<AccessBasis>(6),
        Grant = row.IsDBNull(7) ? null : new GrantId(row.GetGuid(7)),
        Operation = row.Text(8),
        Purpose = row.Text(9),
    };

    private static Grantee Grantee(NpgsqlDataReader row) =>
        row.Organisation(2) is { } organisation ? new Grantee.ToOrganisation(organisation)
        : row.WordOrNull<OrganisationKind>(3) is { } kind ? new Grantee.ToCategory(kind)
        : row.Text(4) is { } subject ? new Grantee.ToPerson(subject, row.Text(5) ?? subject)
        : throw new UnreachableException("the table's check `one_grantee` holds");

    private static IEnumerable<ConsentScope> Scopes(NpgsqlDataReader row, int column) =>
        row.GetFieldValue<string[]>(column).Select(EnumWords<ConsentScope>.Of).Order();
}
