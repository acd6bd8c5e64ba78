using System.Runtime.CompilerServices;
using Plr.Rules.Text;

namespace Plr.Rules.Tests.Text;

/// <summary>The examples of <c>schema/rules-text.md</c>.</summary>
public sealed class RulesTextPageTests
{
    [Fact]
    public void Every_example_of_the_page_is_read_and_laid_out_as_the_formatter_would()
    {
        var examples = Examples(File.ReadAllText(Page()));
        Assert.Equal(3, examples.Count);
        foreach (var example in examples)
        {
            var (text, problems) = RuleText.Format(example);
            Assert.Empty(problems);
            Assert.Equal(example, text);
        }
    }

    private static List<string> Examples(string page) =>
        [.. page.Split("```rules\n").Skip(1).Select(part => part[..part.IndexOf("```", StringComparison.Ordinal)])];

    private static string Page([CallerFilePath] string path = "") =>
        Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "..", "schema", "rules-text.md");
}
