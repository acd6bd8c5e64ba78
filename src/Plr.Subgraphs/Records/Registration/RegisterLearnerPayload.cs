using Plr.Subgraphs.Errors;

namespace Plr.Subgraphs.Records.Registration;

/// <summary><c>type RegisterLearnerPayload</c>.</summary>
/// <param name="Learner">The new learner; null when refused.</param>
/// <param name="Errors">Why not; empty when registered.</param>
public sealed record RegisterLearnerPayload(LearnerReference? Learner, IReadOnlyList<UserError> Errors);
