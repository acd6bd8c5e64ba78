using Plr.GraphQL;

namespace Plr.Subgraphs.Errors;

/// <summary>The fields of <c>type PossibleDuplicateLearnerError</c> that are no properties of it.</summary>
[ObjectType<PossibleDuplicateLearnerError>("PossibleDuplicateLearnerError")]
public sealed class PossibleDuplicateLearnerErrorResolvers : UserErrorResolvers;
