using Plr.Domain.Combination;
using Plr.Rules.Compilation;

namespace Plr.Rules.Text;

/// <summary>Builds the document out of its lines.</summary>
internal sealed class Assembler(List<RuleTextProblem> problems)
{
    private readonly List<CatalogueUnit> units = [];
    private readonly Dictionary<UnitKey, string> titles = [];
    private readonly HashSet<UnitKey> keys = [];
    private readonly List<UnitEquivalence> equivalences = [];
    private readonly List<QualificationRule> qualifications = [];
    private readonly HashSet<string> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TextPosition> positions = new(StringComparer.Ordinal);

    public RuleTextDocument Assemble(IReadOnlyList<RuleLine> lines)
    {
        var said = lines.Where(line => line.Statement is not null).ToList();
        for (var at = 0; at < said.Count;)
        {
            var next = End(said, at);
            Take(said, at, next);
            at = next;
        }

        return new RuleTextDocument { Units = units, Titles = titles, Equivalences = equivalences, Qualifications = qualifications, Positions = positions };
    }

    /// <summary>Where the lines below this one end.</summary>
    internal static int End(List<RuleLine> lines, int at)
    {
        var end = at + 1;
        while (end < lines.Count && lines[end].Depth > lines[at].Depth)
        {
            end++;
        }

        return end;
    }

    private void Take(List<RuleLine> lines, int at, int end)
    {
        var line = lines[at];
        switch (line.Statement)
        {
            case UnitStatement unit:
                positions[$"$.units[{units.Count}]"] = line.Position;
                units.Add(unit.Unit);
                if (!keys.Add(unit.Unit.Key))
                {
                    problems.Add(new RuleTextProblem(line.Position, $"`{unit.Unit.Key}` is the key of another unit of this text", "describe each unit once"));
                }
                else if (unit.Title is not null)
                {
                    titles[unit.Unit.Key] = unit.Title;
                }

                break;
            case EquivalenceStatement equivalence:
                positions[$"$.equivalent[{equivalences.Count}]"] = line.Position;
                equivalences.Add(equivalence.Equivalence);
                break;
            case QualificationStatement qualification:
                var path = $"$.qualifications[{qualifications.Count}]";
                positions[path] = line.Position;
                if (!numbers.Add(qualification.Number))
                {
                    problems.Add(new RuleTextProblem(line.Position, $"`{qualification.Number}` is the number of another qualification of this text", "give each qualification once"));
                }

                if (new RuleAssembler(problems, positions, path).Assemble(line, lines[(at + 1)..end]) is { } rule)
                {
                    qualifications.Add(new QualificationRule(qualification.Number, rule) { Title = qualification.Title, TotalCredits = qualification.TotalCredits });
                }

                break;
        }
    }
}
