using Plr.GraphQL;

namespace Plr.Subgraphs.Errors;

/// <summary>The fields of <c>type SubmissionSizeError</c> that are no properties of it.</summary>
[ObjectType<SubmissionSizeError>("SubmissionSizeError")]
public sealed class SubmissionSizeErrorResolvers : UserErrorResolvers;
