namespace Plr.Subgraphs.Records.Submissions;

/// <summary><c>input SubmitAchievementsInput</c>.</summary>
/// <param name="Items">The items.</param>
public sealed record SubmitAchievementsInput(IReadOnlyList<AchievementItemInput> Items);
