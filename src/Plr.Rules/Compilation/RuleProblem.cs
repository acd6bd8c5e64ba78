namespace Plr.Rules.Compilation;

/// <summary>Why a rule can't be compiled.</summary>
/// <param name="Qualification">The qualification whose rule it is.</param>
/// <param name="Path">Where in the rule, as a path of node labels ("R/B/B1") or a part's name ("bars[0]").</param>
/// <param name="Message">What is wrong, for people.</param>
public sealed record RuleProblem(string Qualification, string Path, string Message)
{
    /// <summary>The same place as a path of the exchange format below the qualification, such as <c>root.nodes[1].units[0]</c>.</summary>
    public string Place { get; init; } = "root";

    /// <summary>What to do about it.</summary>
    public string Remedy { get; init; } = "";
}
