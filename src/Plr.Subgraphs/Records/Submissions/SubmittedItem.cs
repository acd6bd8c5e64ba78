using Plr.Domain.Achievements;
using Plr.Subgraphs.Errors;

namespace Plr.Subgraphs.Records.Submissions;

/// <summary><c>type SubmittedItem</c>.</summary>
/// <param name="Index">Its position in the submission, from 0.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Achievement">The achievement as it now stands; null when rejected.</param>
/// <param name="Error">Why it was rejected; null otherwise.</param>
public sealed record SubmittedItem(int Index, ItemOutcome Outcome, Achievement? Achievement, ItemRejectedError? Error);
