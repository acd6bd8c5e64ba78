using System.Collections.Frozen;
using Plr.Domain.Achievements;
using Plr.Domain.Identifiers;
using Plr.GraphQL;
using Plr.Subgraphs.Errors;
using Plr.Subgraphs.Records;

namespace Plr.Subgraphs.Nodes;

/// <summary>Finds the personal nodes. Scoped.</summary>
public sealed class RecordNodes(RecordSession session)
{
    /// <summary>The types found here.</summary>
    public static FrozenSet<string> Types { get; } =
        FrozenSet.Create(StringComparer.Ordinal, "Learner", "PermissionGrant", nameof(UnitAchievement), nameof(QualificationAchievement), nameof(WiderAchievement));

    /// <summary>What each identifier names. Grants in one round trip, achievements in another.</summary>
    /// <exception cref="GraphQLException">An identifier of these types has no key that could be theirs.</exception>
    public async ValueTask<IReadOnlyDictionary<NodeId, object?>> FindAsync(IReadOnlyCollection<NodeId> ids, CancellationToken cancellationToken)
    {
        var grants = await session.GrantsAsync(ids.Where(id => id.Type is "PermissionGrant").Select(id => new GrantId(Key(id))), cancellationToken);
        var achievements = await session.AchievementsAsync(
            ids.Where(id => id.Type.EndsWith("Achievement", StringComparison.Ordinal)).Select(id => new AchievementId(Key(id))), cancellationToken);
        return ids.Distinct().ToDictionary(id => id, object? (id) => id.Type switch
        {
            "Learner" => new LearnerReference(Uln.Parse(id.Key).OrThrow()),
            "PermissionGrant" => grants.GetValueOrDefault(new GrantId(Key(id))) ?? Nobodys.Grant(Key(id)),
            _ => achievements.GetValueOrDefault(new AchievementId(Key(id))) is { } found && found.GetType().Name == id.Type ? found : Nobodys.Achievement(id.Type, Key(id)),
        });
    }

    private static Guid Key(NodeId id) => id.TryGuid(out var key) ? key : throw new GraphQLException(NodeId.Malformed.ToError());
}
