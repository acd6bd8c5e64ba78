using Plr.Rules.Evaluation;

namespace Plr.Rules;

/// <summary>A verdict with what it is about.</summary>
/// <param name="Verdict">The verdict; achievements are numbered in the order given, what-if units after them.</param>
/// <param name="RulesVersion">The publication the rules come from.</param>
/// <param name="AsOf">The date that ages were measured at.</param>
/// <param name="IsWhatIf">Whether units that are not on the record were counted in.</param>
public sealed record QualificationProgress(Verdict Verdict, string RulesVersion, DateOnly AsOf, bool IsWhatIf);
