using Plr.Consent.Decisions;
using Plr.Domain.Catalogue;
using Plr.GraphQL;

namespace Plr.Subgraphs.Records.Access;

/// <summary>The fields of <c>type AccessDecision</c> that are no properties of it.</summary>
[ObjectType<AccessAnswer>("AccessDecision")]
public sealed class AccessAnswerResolvers
{
    /// <summary><c>AccessDecision.explanation</c>: why, in a sentence.</summary>
    public static string Explanation(AccessAnswer answer, Language language) => ConsentSentences.Explain(answer.Told, answer.Viewer, language);
}
