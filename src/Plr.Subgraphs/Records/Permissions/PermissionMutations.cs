using System.Diagnostics;
using Plr.Consent.Viewers;
using Plr.Domain;
using Plr.Domain.Identifiers;
using Plr.Domain.Permissions;
using Plr.GraphQL;
using Plr.Subgraphs.Catalogue;
using Plr.Subgraphs.Errors;
using Plr.Subgraphs.Nodes;
using Plr.Subgraphs.Records.Access;
using ErrorCodes = Plr.Domain.ErrorCodes;

namespace Plr.Subgraphs.Records.Permissions;

/// <summary>What a learner does with their own permissions. That a learner asks was decided before.</summary>
[MutationType]
public sealed class PermissionMutations(RecordSession session, RecordAccess access, RequestCatalogue catalogue)
{
    /// <summary><c>Mutation.grantPermission</c>.</summary>
    public async ValueTask<GrantPermissionPayload?> GrantPermissionAsync(GrantPermissionInput input, CancellationToken cancellationToken)
    {
        var learner = await OwnAsync(cancellationToken);
        var draft = new GrantDraft(catalogue);
        if (draft.Read(input, learner, access.Now) is not { } grant)
        {
            return new GrantPermissionPayload(null, draft.Errors);
        }

        await session.WriteAsync(
            async store =>
            {
                await store.GrantAsync(grant, cancellationToken);
                return grant;
            },
            cancellationToken);
        return new GrantPermissionPayload(grant, []);
    }

    /// <summary><c>Mutation.revokePermission</c>.</summary>
    public async ValueTask<RevokePermissionPayload?> RevokePermissionAsync(RevokePermissionInput input, CancellationToken cancellationToken)
    {
        var learner = await OwnAsync(cancellationToken);
        if (NodeId.Parse(input.Id) is not { Succeeded: true, Value: { Type: nameof(PermissionGrant) } id } || !id.TryGuid(out var key))
        {
            return Refused(new Problem(ErrorCodes.GrantUnknown, "no grant of yours has this identifier: take it from your list of permissions"));
        }

        var revoked = await session.WriteAsync(store => store.RevokeAsync(learner, new GrantId(key), access.Now, cancellationToken), cancellationToken);
        return revoked.Succeeded ? new RevokePermissionPayload(revoked.Value, []) : Refused(revoked.Problem);
    }

    private static RevokePermissionPayload Refused(Problem problem) => new(
        null,
        [problem.Code == ErrorCodes.GrantAlreadyRevoked ? new GrantAlreadyRevokedError(problem, "input", "id") : new GrantUnknownError(problem, "input", "id")]);

    // The record may be kept under another number than the one the token names.
    private async ValueTask<Uln> OwnAsync(CancellationToken cancellationToken)
    {
        var own = access.Viewer as Viewer.LearnerViewer ?? throw new UnreachableException("the guard lets learners alone through");
        var loaded = await access.LoadAsync([own.Uln], cancellationToken);
        return loaded.GetValueOrDefault(own.Uln)?.Learner.Uln
            ?? throw new GraphQLException(ErrorCodes.ViewerNotAllowed, "the token's learner is not registered");
    }
}
