using Plr.Consent.Decisions;
using Plr.Domain.Achievements;
using Plr.Domain.Identifiers;
using Plr.Domain.Permissions;
using Plr.Domain.Records;
using Plr.GraphQL;

namespace Plr.Subgraphs.Records.Access;

/// <summary>Decides for <c>@consent</c>, over all the learners of a stage at once. What nothing allows is withheld.</summary>
public sealed class ConsentGuard : FieldGuard
{
    /// <inheritdoc/>
    public override async ValueTask DecideAsync(GuardContext context)
    {
        var access = context.Services.Get<RecordAccess>();
        var log = context.Services.Get<DisclosureRecorder>();
        var scope = ScopeOf(context.Arguments.GetString("scope"));
        var ownAwards = context.Arguments.Values.GetValueOrDefault("ownAwards") is true;
        var learners = await access.LoadAsync(Known(context.Subjects), scope, context.CancellationToken);
        for (var index = 0; index < context.Subjects.Count; index++)
        {
            var subject = context.Subjects[index];
            var learner = Subject.LearnerOf(subject) is { } uln && uln != default ? learners.GetValueOrDefault(uln) : null;
            if (!Opens(access, log, learner, scope, ownAwards, subject))
            {
                // Of an achievement its very existence is withheld: it is told as if nobody had it.
                var told = access.Tell(subject is Achievement ? null : learner, scope);
                context.Withhold(index, Withheld.ForConsent(context.Coordinate, told, access.Viewer));
            }
        }
    }

    private static bool Opens(
        RecordAccess access, DisclosureRecorder log, LearnerAccess? learner, ConsentScope scope, bool ownAwards, object subject)
    {
        var decision = access.Decide(learner, scope);
        if (decision.IsAllowed)
        {
            log.Note(learner!.Learner.Uln, decision); // Allowed: there is a learner.
            return true;
        }

        if (!ownAwards)
        {
            return false;
        }

        if (subject is not Achievement achievement)
        {
            // A list opens as it would for a number that nobody has; its resolver leaves out what may not be seen.
            return access.Tell(learner, scope).AllowsOwnAwards;
        }

        if (!decision.AllowsOwnAwards || learner is null || !access.IsAwardedByViewer(achievement.AwardingOrganisation))
        {
            return false;
        }

        log.Note(learner.Learner.Uln, decision);
        return true;
    }

    private static IEnumerable<Uln> Known(IReadOnlyList<object> subjects) =>
        subjects.Select(Subject.LearnerOf).OfType<Uln>().Where(uln => uln != default);

    private static ConsentScope ScopeOf(string name) =>
        Enum.GetValues<ConsentScope>().First(scope => ConsentSentences.Code(scope) == name);
}
