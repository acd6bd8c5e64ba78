using Plr.Domain.Identifiers;

namespace Plr.Domain.Learners;

/// <summary>Who a learner is. Scope IDENTITY.</summary>
/// <param name="Uln">Whose.</param>
/// <param name="Name">The name as registered.</param>
/// <param name="DateOfBirth">Date of birth.</param>
/// <param name="Gender">As the register codes it.</param>
public sealed record LearnerIdentity(Uln Uln, PersonName Name, DateOnly DateOfBirth, Gender Gender);
