using Microsoft.EntityFrameworkCore;
using Plr.Domain;
using Plr.Domain.Identifiers;
using Plr.Domain.Permissions;
using Plr.Storage.Records;

namespace Plr.Storage.Permissions;

/// <summary>Writes <c>permission_grants</c>.</summary>
internal static class GrantWriter
{
    /// <summary>Stores a new grant.</summary>
    public static async ValueTask<int> AddAsync(PlrDatabase database, PermissionGrant grant, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        context.Add(Row(grant));
        var written = await context.SaveChangesAsync(cancellationToken);
        await RecordAnnouncement.SendAsync(context, [RecordAnnouncement.Of(grant.Learner)], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return written;
    }

    /// <summary>Takes back a grant: one conditional update, so that of two at once one wins.</summary>
    public static async ValueTask<Result<PermissionGrant>> RevokeAsync(
        PlrDatabase database, Uln learner, GrantId grant, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var theGrant = context.Set<PermissionGrantRow>().AsNoTracking().Where(row => row.Uln == learner && row.Id == grant);
        var revoked = await theGrant.Where(row => row.RevokedAt == null)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.RevokedAt, now.ToUniversalTime()), cancellationToken);
        if (await theGrant.SingleOrDefaultAsync(cancellationToken) is not { } row)
        {
            return new Problem(ErrorCodes.GrantUnknown, "you have made no grant with this identifier: read `permissions` for those you have");
        }

        if (revoked == 0)
        {
            return new Problem(ErrorCodes.GrantAlreadyRevoked, "this grant was revoked before: nothing is to be done");
        }

        await RecordAnnouncement.SendAsync(context, [RecordAnnouncement.Of(learner)], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Grant(row);
    }

    /// <summary>The row of a grant.</summary>
    public static PermissionGrantRow Row(PermissionGrant grant) => new()
    {
        Uln = grant.Learner,
        Id = grant.Id,
        GranteeOrganisation = (grant.Grantee as Grantee.ToOrganisation)?.Id,
        GranteeCategory = (grant.Grantee as Grantee.ToCategory)?.Kind,
        GranteeSubject = (grant.Grantee as Grantee.ToPerson)?.Subject,
        GranteeName = (grant.Grantee as Grantee.ToPerson)?.Name,
        Scopes = [.. grant.Scopes.Order().Select(scope => scope.ToString())],
        Effect = grant.Effect,
        Purpose = grant.Purpose,
        ValidFrom = grant.ValidFrom.ToUniversalTime(),
        ValidUntil = grant.ValidUntil?.ToUniversalTime(),
        RevokedAt = grant.RevokedAt?.ToUniversalTime(),
        GrantedAt = grant.GrantedAt.ToUniversalTime(),
        MayDelegate = grant.MayDelegate,
    };

    private static PermissionGrant Grant(PermissionGrantRow row) => new()
    {
        Id = row.Id,
        Learner = row.Uln,
        Grantee = Grantee(row),
        Scopes = System.Collections.Frozen.FrozenSet.ToFrozenSet(row.Scopes.Select(Enum.Parse<ConsentScope>)),
        Effect = row.Effect,
        Purpose = row.Purpose,
        ValidFrom = row.ValidFrom,
        ValidUntil = row.ValidUntil,
        RevokedAt = row.RevokedAt,
        GrantedAt = row.GrantedAt,
        MayDelegate = row.MayDelegate,
    };

    private static Grantee Grantee(PermissionGrantRow row) => row switch
    {
        { GranteeOrganisation: { } organisation } => new Grantee.ToOrganisation(organisation),
        { GranteeCategory: { } kind } => new Grantee.ToCategory(kind),
        { GranteeSubject: { } subject } => new Grantee.ToPerson(subject, row.GranteeName ?? subject),
        _ => throw new System.Diagnostics.UnreachableException("the table's check `one_grantee` holds"),
    };
}
