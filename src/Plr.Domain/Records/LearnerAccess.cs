using Plr.Domain.Learners;
using Plr.Domain.Permissions;

namespace Plr.Domain.Records;

/// <summary>What deciding about access to one learner's record needs.</summary>
/// <param name="Learner">The learner.</param>
/// <param name="Grants">All grants the learner ever made, newest first.</param>
public sealed record LearnerAccess(Learner Learner, IReadOnlyList<PermissionGrant> Grants);
