using System.Globalization;
using Plr.Domain.Permissions;
using Plr.GraphQL;
using Plr.GraphQL.Pagination;
using Plr.Subgraphs.Records.Access;
using EngineErrorCodes = Plr.GraphQL.ErrorCodes;

namespace Plr.Subgraphs.Records.Permissions;

/// <summary>What a learner permitted, and who has looked: fields of <c>type Learner</c>.</summary>
[ObjectType<LearnerReference>("Learner")]
public sealed class LearnerPermissionResolvers(RecordSession session, RecordAccess access)
{
    /// <summary><c>Learner.permissions</c>: newest first.</summary>
    [BatchResolver]
    public async ValueTask<IReadOnlyList<Connection<PermissionGrant>?>> PermissionsAsync(
        IReadOnlyList<LearnerReference> learners,
        int? first,
        string? after,
        int? last,
        string? before,
        PermissionState? state,
        CancellationToken cancellationToken)
    {
        var loaded = await access.LoadAsync(learners.Select(learner => learner.Uln), cancellationToken);
        return [.. learners.Select(learner => ConnectionSlicer.SliceByKey(Grants(learner), grant => grant.Id.Value.ToString("N"), first, after, last, before))];

        IReadOnlyList<PermissionGrant> Grants(LearnerReference learner) =>
            [.. (loaded.GetValueOrDefault(learner.Uln)?.Grants ?? []).Where(grant => state is null || grant.State(access.Now) == state)];
    }

    /// <summary><c>Learner.disclosures</c>: newest first.</summary>
    public async ValueTask<Connection<Disclosure>?> DisclosuresAsync(
        LearnerReference learner, int? first, string? after, CancellationToken cancellationToken)
    {
        var page = PageArguments.Read(first, after, last: null, before: null);
        var loaded = await access.LoadAsync([learner.Uln], cancellationToken);
        var uln = loaded.GetValueOrDefault(learner.Uln)?.Learner.Uln ?? learner.Uln;

        // One more than the page, to know whether others follow.
        var found = await session.DisclosuresAsync(uln, page.Size + 1, after is null ? null : Place(after), cancellationToken);
        List<Edge<Disclosure>> edges = [.. found.Take(page.Size).Select(disclosure => new Edge<Disclosure>(CursorOf(disclosure), disclosure))];
        var info = new PageInfo(
            HasNextPage: found.Count > page.Size,
            HasPreviousPage: after is not null,
            StartCursor: edges.Count > 0 ? edges[0].Cursor : null,
            EndCursor: edges.Count > 0 ? edges[^1].Cursor : null);
        return new Connection<Disclosure>(edges, info, totalCount: null);
    }

    private static string CursorOf(Disclosure disclosure) =>
        Cursor.Encode(disclosure.At.UtcTicks.ToString(CultureInfo.InvariantCulture), disclosure.Id.ToString("N"));

    private static (DateTimeOffset At, Guid Id) Place(string cursor)
    {
        var parts = Cursor.Decode(cursor, 2);
        return long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && ticks <= DateTime.MaxValue.Ticks
            && Guid.TryParseExact(parts[1], "N", out var id)
            ? (new DateTimeOffset(ticks, TimeSpan.Zero), id)
            : throw new GraphQLException(EngineErrorCodes.CursorInvalid, "the cursor is none that this connection gives");
    }
}
