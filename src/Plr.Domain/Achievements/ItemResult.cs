namespace Plr.Domain.Achievements;

/// <summary>What became of the submitted item at a position.</summary>
/// <param name="Index">Its position in the submission, from 0.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Achievement">The achievement as it now stands; null when rejected.</param>
/// <param name="Problem">Why it was rejected; null otherwise.</param>
public sealed record ItemResult(int Index, ItemOutcome Outcome, Achievement? Achievement, Problem? Problem);
