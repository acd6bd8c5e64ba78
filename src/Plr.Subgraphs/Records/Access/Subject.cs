using Plr.Domain.Achievements;
using Plr.Domain.Identifiers;
using Plr.Domain.Permissions;
using Plr.Domain.Routes;
using Plr.Subgraphs.Records.Progress;
using Plr.Subgraphs.Records.Routes;

namespace Plr.Subgraphs.Records.Access;

/// <summary>Whose record an object of the graph is part of.</summary>
internal static class Subject
{
    /// <summary>The learner; null for what no rule here knows, which is withheld, and <c>default</c> for what nobody has.</summary>
    public static Uln? LearnerOf(object subject) => subject switch
    {
        LearnerReference learner => learner.Uln,
        Achievement achievement => achievement.Learner,
        LearnerProgress progress => progress.Learner,
        RouteConnection routes => routes.Learner,
        LearnerRoute route => route.Learner,
        UnitSuggestions suggestions => suggestions.Learner,
        SavedRouteQuery query => query.Learner,
        CountedAchievement counted => counted.Learner,
        UncountedAchievement left => left.Learner,
        PermissionGrant grant => grant.Learner,
        Disclosure disclosure => disclosure.Learner,
        _ => null,
    };
}
