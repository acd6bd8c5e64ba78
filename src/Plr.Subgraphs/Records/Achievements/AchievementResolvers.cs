using Plr.Domain.Achievements;
using Plr.Domain.Organisations;
using Plr.GraphQL;
using Plr.Subgraphs.Catalogue;
using Plr.Subgraphs.Nodes;

namespace Plr.Subgraphs.Records.Achievements;

/// <summary>The fields that all kinds of achievement share and that are no properties of them.</summary>
/// <typeparam name="T">The kind.</typeparam>
public abstract class AchievementResolvers<T>
    where T : Achievement
{
    private readonly RecordSession session;
    private readonly RequestCatalogue catalogue;

    private protected AchievementResolvers(RecordSession session, RequestCatalogue catalogue)
    {
        this.session = session;
        this.catalogue = catalogue;
    }

    /// <summary><c>Achievement.id</c>.</summary>
    public string Id(T achievement) => NodeId.Of(typeof(T).Name, achievement.Id);

    /// <summary><c>Achievement.learner</c>.</summary>
    public LearnerReference Learner(T achievement) => new(achievement.Learner);

    /// <summary><c>Achievement.awardingOrganisation</c>.</summary>
    public Organisation AwardingOrganisation(T achievement) => catalogue.Name(achievement.AwardingOrganisation);

    /// <summary><c>Achievement.provider</c>.</summary>
    public Organisation? Provider(T achievement) => achievement.Provider is { } provider ? catalogue.Name(provider) : null;

    /// <summary><c>Achievement.history</c>: all versions, oldest first.</summary>
    [BatchResolver]
    public async ValueTask<IReadOnlyList<IReadOnlyList<AchievementVersion>>> HistoryAsync(IReadOnlyList<T> achievements, CancellationToken cancellationToken)
    {
        var histories = await session.HistoriesAsync(achievements.Select(achievement => achievement.Id), cancellationToken);
        return [.. achievements.Select(IReadOnlyList<AchievementVersion> (achievement) =>
            [.. (histories.GetValueOrDefault(achievement.Id) ?? [achievement]).Select(version => new AchievementVersion(version))])];
    }

    private protected RequestCatalogue Catalogue => catalogue;
}
