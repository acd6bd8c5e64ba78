using System.Diagnostics;
using System.Globalization;
using Plr.Consent.Decisions;
using Plr.Consent.Viewers;
using Plr.Domain;
using Plr.Domain.Achievements;
using Plr.Domain.Permissions;
using Plr.GraphQL;
using Plr.Subgraphs.Catalogue;
using Plr.Subgraphs.Errors;
using Plr.Subgraphs.Records.Access;
using ErrorCodes = Plr.Domain.ErrorCodes;

namespace Plr.Subgraphs.Records.Submissions;

/// <summary>Submission of achievements. That an awarding organisation asks was decided before.</summary>
[MutationType]
public sealed class SubmissionMutations(
    RecordSession session, RecordAccess access, DisclosureRecorder log, RequestCatalogue catalogue, TimeProvider clock)
{
    /// <summary><c>Mutation.submitAchievements</c>: an item that fails is rejected alone, the others stand.</summary>
    public async ValueTask<SubmitAchievementsPayload?> SubmitAchievementsAsync(SubmitAchievementsInput input, CancellationToken cancellationToken)
    {
        var viewer = access.Viewer as Viewer.OrganisationViewer ?? throw new UnreachableException("the guard lets awarding organisations alone through");
        if (RefusalOf(input) is { } refusal)
        {
            return new SubmitAchievementsPayload([], [refusal]);
        }

        var reader = new ItemReader(catalogue, viewer.Id);
        var read = input.Items.Select(reader.Read).ToList();
        List<int> places = [.. read.Index().Where(item => item.Item.Succeeded).Select(item => item.Index)];
        var written = places.Count == 0 ? [] : await session.WriteAsync(
            store => store.SubmitAsync(viewer.Id, [.. places.Select(place => read[place].Value)], clock.GetUtcNow(), cancellationToken), cancellationToken);

        var results = read.Select((item, index) => item.Succeeded ? null : Rejected(index, item.Problem)).ToList();
        foreach (var (order, result) in written.Index())
        {
            results[places[order]] = Answer(places[order], result);
        }

        return new SubmitAchievementsPayload([.. results.OfType<SubmittedItem>()], []);
    }

    private UserError? RefusalOf(SubmitAchievementsInput input) => input.Items.Count switch
    {
        _ when !access.Participates => new OrganisationNotParticipatingError(RecordProblems.NotParticipating),
        0 => new SubmissionSizeError(new Problem(ErrorCodes.NoItems, "a submission holds one item at least"), "input", "items"),
        > AchievementSubmission.MaxItems => new SubmissionSizeError(
            new Problem(ErrorCodes.TooManyItems, $"a submission takes at most {AchievementSubmission.MaxItems} items: split it"), "input", "items"),
        _ => null,
    };

    // That a number and a name belong together is a disclosure, though of what the organisation says it knows already.
    private SubmittedItem Answer(int index, ItemResult result)
    {
        if (result.Problem is { } problem)
        {
            return Rejected(index, problem);
        }

        if (result.Achievement is { } achievement)
        {
            log.Note(achievement.Learner, new ConsentDecision(ConsentScope.QualificationAchievements, AccessBasis.OwnAward));
        }

        return new SubmittedItem(index, result.Outcome, result.Achievement, null);
    }

    private static SubmittedItem Rejected(int index, Problem problem) =>
        new(index, ItemOutcome.Rejected, null, new ItemRejectedError(problem, "input", "items", index.ToString(CultureInfo.InvariantCulture)));
}
