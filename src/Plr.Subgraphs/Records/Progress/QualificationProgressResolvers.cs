using Plr.Domain.Catalogue;
using Plr.GraphQL;
using Plr.Subgraphs.Catalogue.Sentences;

namespace Plr.Subgraphs.Records.Progress;

/// <summary>The fields of <c>type QualificationProgress</c> that are no properties of it.</summary>
[ObjectType<LearnerProgress>("QualificationProgress")]
public sealed class QualificationProgressResolvers
{
    /// <summary><c>QualificationProgress.explanation</c>: the verdict in sentences.</summary>
    public static IReadOnlyList<string> Explanation(LearnerProgress progress, Language language) => StandingText.Explain(progress, language);
}
