using Plr.Domain.Achievements;
using Plr.Domain.Identifiers;
using Plr.GraphQL;
using Plr.Subgraphs.Catalogue;
using Plr.Subgraphs.Records.Access;

namespace Plr.Subgraphs.Records.Progress;

/// <summary>Reads what learners' progress is judged by: one round trip for all of them. Scoped.</summary>
public sealed class EvidenceReader(RecordSession session, RecordAccess access, RequestCatalogue catalogue)
{
    /// <summary>The evidence of each learner, in order.</summary>
    /// <param name="whatIf">Units taken as if achieved; null for none.</param>
    /// <param name="includeAchieved">Whether the record counts; false leaves it unread.</param>
    /// <exception cref="GraphQLException">A unit of <paramref name="whatIf"/> is unknown, or there are too many.</exception>
    internal async ValueTask<IReadOnlyList<Evidence>> ReadAsync(
        IEnumerable<Uln> learners, IReadOnlyList<UnitNumber>? whatIf, bool includeAchieved, CancellationToken cancellationToken)
    {
        var units = UnitList.Read(catalogue, whatIf ?? []);
        List<Uln> asked = [.. learners];
        IReadOnlyDictionary<Uln, IReadOnlyList<Achievement>>? achievements = includeAchieved ? await session.AchievementsAsync(asked, cancellationToken) : null;
        return [.. asked.Select(uln => new Evidence(uln, achievements?.GetValueOrDefault(uln) ?? [], units, access.Now, units.Count > 0 || !includeAchieved))];
    }
}
