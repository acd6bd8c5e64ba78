using Plr.Domain.Identifiers;
using Plr.GraphQL;
using Plr.Subgraphs.Catalogue;
using Plr.Subgraphs.Errors;

namespace Plr.Subgraphs.Records.Progress;

/// <summary>What a learner's achievements add up to: fields of <c>type Learner</c>.</summary>
[ObjectType<LearnerReference>("Learner")]
public sealed class LearnerProgressResolvers(EvidenceReader reader, RequestCatalogue catalogue)
{
    /// <summary><c>Learner.progress</c>: under the rule in force, as of today.</summary>
    [BatchResolver]
    public async ValueTask<IReadOnlyList<LearnerProgress?>> ProgressAsync(
        IReadOnlyList<LearnerReference> learners,
        QualificationNumber qualification,
        IReadOnlyList<UnitNumber>? whatIf,
        bool includeAchieved,
        CancellationToken cancellationToken)
    {
        var asked = catalogue.Find(qualification).OrThrow();
        var evidence = await reader.ReadAsync(learners.Select(learner => learner.Uln), whatIf, includeAchieved, cancellationToken);
        return [.. evidence.Select(of => new LearnerProgress(catalogue, asked, of))];
    }
}
