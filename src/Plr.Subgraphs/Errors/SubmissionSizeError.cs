using Plr.Domain;
using Plr.Domain.Achievements;

namespace Plr.Subgraphs.Errors;

/// <summary>A submission holds too many items, or none: the values of <c>type SubmissionSizeError</c>.</summary>
public sealed class SubmissionSizeError : UserError
{
    internal SubmissionSizeError(Problem problem, params string[] path)
        : base(problem, path.Length > 0 ? path : null)
    {
    }

    /// <summary>The most items one submission takes.</summary>
    public int Maximum { get; } = AchievementSubmission.MaxItems;
}
