namespace Plr.Rules.Text;

/// <summary>One line of a text: a statement, a comment, both or neither.</summary>
/// <param name="Depth">How many blocks are around it: what it is indented by, in steps.</param>
/// <param name="Statement">What it says; null for a comment or an empty line.</param>
/// <param name="Comment">The comment without its <c>#</c>; null for none.</param>
/// <param name="Position">Where the statement begins; <c>default</c> for a line that was made from a tree.</param>
internal sealed record RuleLine(int Depth, RuleStatement? Statement, string? Comment, TextPosition Position);
