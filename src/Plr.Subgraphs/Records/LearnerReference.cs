using Plr.Domain.Identifiers;

namespace Plr.Subgraphs.Records;

/// <summary>A learner by number, and nothing else: the values of <c>type Learner</c>.</summary>
/// <remarks>It is made without a look at the database, so that a number that nobody has is one like any other.</remarks>
/// <param name="Uln">The number that was asked for.</param>
public sealed record LearnerReference(Uln Uln);
