namespace Plr.Rules.Text;

/// <summary>Reads a text line by line: what each says, and how deep it stands. A line that is wrong is reported, and the next one read.</summary>
internal sealed class LineReader
{
    private readonly List<RuleLine> lines = [];
    private readonly List<RuleTextProblem> problems = [];

    // Open blocks, outermost first: the indent of the line that opened it, and of the lines in it once one was read.
    private readonly List<Block> open = [new Block { Indent = -1, Place = StatementPlace.Document }];

    /// <summary>The lines and the problems, at most <see cref="RuleTextLimits.MaxProblems"/> of them.</summary>
    public static (IReadOnlyList<RuleLine> Lines, List<RuleTextProblem> Problems) Read(string text)
    {
        var reader = new LineReader();
        if (text.Length > RuleTextLimits.MaxCharacters)
        {
            reader.Report(1, 1, $"the text has {text.Length} characters, more than {RuleTextLimits.MaxCharacters} (MaxCharacters)", "split it into several files");
            return ([], reader.problems);
        }

        var number = 0;
        foreach (var line in text.AsSpan().TrimStart('\uFEFF').EnumerateLines())
        {
            number++;
            if (number > RuleTextLimits.MaxLines)
            {
                reader.Report(number, 1, $"the text has more than {RuleTextLimits.MaxLines} lines (MaxLines)", "split it into several files");
                break;
            }

            if (reader.problems.Count == RuleTextLimits.MaxProblems)
            {
                reader.problems[^1] = new RuleTextProblem(new TextPosition(number, 1), $"{RuleTextLimits.MaxProblems} problems were found before this line (MaxProblems)", "mend those first");
                break;
            }

            reader.Line(line, number);
        }

        return (reader.lines, reader.problems);
    }

    private void Line(ReadOnlySpan<char> line, int number)
    {
        var indent = line.Length - line.TrimStart(' ').Length;
        try
        {
            var (lexemes, comment, _) = LineLexer.Split(line);
            if (lexemes[0].Kind == LexemeKind.End)
            {
                lines.Add(new RuleLine(0, null, comment, default));
                return;
            }

            if (Around(indent) is not { } block)
            {
                return; // Below a line that was refused: nothing here can be judged.
            }

            var statement = StatementReader.Read(lexemes, block.Place);
            lines.Add(new RuleLine(open.Count - 1, statement, comment, new TextPosition(number, indent + 1)));
            if (statement.IsBlock)
            {
                Open(indent, block.Place == StatementPlace.Document ? StatementPlace.Qualification : StatementPlace.Node);
            }
        }
        catch (RuleTextException wrong)
        {
            Report(number, wrong.Column, wrong.Message, wrong.Remedy);
            open.Add(new Block { Indent = indent, IsRefused = true });
        }
    }

    private void Open(int indent, StatementPlace place)
    {
        // The document and the qualification are around the groups.
        if (open.Count - 1 > RuleTextLimits.MaxDepth)
        {
            throw new RuleTextException(indent + 1, $"groups are nested more than {RuleTextLimits.MaxDepth} deep (MaxDepth)", "flatten the rule");
        }

        open.Add(new Block { Indent = indent, Place = place });
    }

    /// <summary>The block that a line of this indent stands in; null if that was refused.</summary>
    private Block? Around(int indent)
    {
        while (open[^1].Indent >= indent)
        {
            open.RemoveAt(open.Count - 1);
        }

        var block = open[^1];
        if (block.IsRefused)
        {
            return null;
        }

        block.Inside ??= indent;
        return block.Inside == indent
            ? block
            : throw new RuleTextException(indent + 1, $"the line is indented by {indent}, and the lines around it by {block.Inside}", "lines of one group begin in the same column; only below a group, or a qualification, may lines stand deeper");
    }

    private void Report(int line, int column, string message, string remedy) => problems.Add(new RuleTextProblem(new TextPosition(line, column), message, remedy));

    private sealed class Block
    {
        public int Indent { get; init; }

        public int? Inside { get; set; }

        public StatementPlace Place { get; init; }

        public bool IsRefused { get; init; }
    }
}
