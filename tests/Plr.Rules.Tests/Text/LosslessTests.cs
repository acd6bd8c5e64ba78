using Plr.Rules.Exchange;
using Plr.Rules.Text;

namespace Plr.Rules.Tests.Text;

/// <summary>Text, tree and exchange JSON say the same. PLR_RULES_SEED sets the first seed.</summary>
public sealed class LosslessTests
{
    private const int Cases = 1_000;
    private static readonly int FirstSeed =
        Environment.GetEnvironmentVariable("PLR_RULES_SEED") is { } text ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : 1;

    [Fact]
    public void Every_random_document_survives_the_text_form_and_its_layout_is_already_canonical()
    {
        for (var seed = FirstSeed; seed < FirstSeed + Cases; seed++)
        {
            var document = new RandomRules(seed).Make();
            var text = RuleText.Write(document);
            var (read, problems) = RuleText.Read(text);
            Assert.True(problems.Count == 0, $"seed {seed}: {string.Join("\n", problems)}\n{text}");
            Assert.True(Same(document, read!), $"seed {seed}: {text}");
            Assert.True(RuleText.Format(text).Text == text, $"seed {seed}: formatting changes {text}");
        }
    }

    [Fact]
    public void Every_random_document_survives_the_exchange_format()
    {
        for (var seed = FirstSeed; seed < FirstSeed + Cases; seed++)
        {
            var document = new RandomRules(seed).Make();
            using var json = new MemoryStream();
            ExchangeWriter.Write(json, document.Units, document.Equivalences, document.Qualifications);
            var (read, problem) = ExchangeReader.Read(json.ToArray());
            Assert.True(read is not null, $"seed {seed}: {problem}");
            Assert.True(Dump.Of(document.Units) == Dump.Of(read.Units), $"seed {seed}: units");
            Assert.True(Dump.Of(document.Equivalences) == Dump.Of(read.Equivalences), $"seed {seed}: equivalences");
            Assert.True(Dump.Of(document.Qualifications) == Dump.Of(read.Qualifications), $"seed {seed}: {Dump.Of(document.Qualifications)}\n{Dump.Of(read.Qualifications)}");
        }
    }

    private static bool Same(RuleTextDocument document, RuleTextDocument read) =>
        Dump.Of(document.Qualifications) == Dump.Of(read.Qualifications)
        && Dump.Of(document.Units) == Dump.Of(read.Units)
        && Dump.Of(document.Equivalences) == Dump.Of(read.Equivalences)
        && document.Titles.OrderBy(title => title.Key).SequenceEqual(read.Titles.OrderBy(title => title.Key));
}
