using System.Collections.Frozen;
using Plr.Domain.Combination;

namespace Plr.Rules.Compilation;

/// <summary>Units, equivalences and rules of combination, compiled. Immutable: a new publication is a new value, swapped whole.</summary>
public sealed class CompiledCatalogue
{
    private readonly Dictionary<string, int> places;

    // Few ask, and it is large when much is refused.
    private readonly Lazy<FrozenDictionary<string, IReadOnlyList<string>>> refused;

    private CompiledCatalogue(UnitTable table, LazyRule[] rules, IReadOnlyList<RuleProblem> problems)
    {
        (Table, Rules, Problems) = (table, rules, problems);
        refused = new(() => problems.GroupBy(problem => problem.Qualification).ToFrozenDictionary(
            group => group.Key, group => (IReadOnlyList<string>)[.. group.Select(problem => $"{problem.Path}: {problem.Message}")], StringComparer.Ordinal));
        places = new Dictionary<string, int>(rules.Length, StringComparer.Ordinal);
        for (var place = 0; place < rules.Length; place++)
        {
            places.Add(rules[place].Number, place);
        }
    }

    private CompiledCatalogue(CompiledCatalogue before, LazyRule[] rules) =>
        (Table, Rules, Problems, places, refused) = (before.Table, rules, before.Problems, before.places, before.refused);

    /// <summary>Rules that could not be compiled, with the place and the reason; such qualifications answer that their rule is incomplete.</summary>
    public IReadOnlyList<RuleProblem> Problems { get; }

    /// <summary>How many qualifications can be evaluated.</summary>
    public int Count => Rules.Length;

    internal UnitTable Table { get; }

    /// <summary>The rules that could be compiled, by number: ties in a ranking are broken by their places.</summary>
    internal LazyRule[] Rules { get; }

    /// <summary>Compiles a catalogue: rules are checked here, and each made a program when it is first asked for. Rules with problems are left out and reported; the others stand.</summary>
    /// <param name="units">Every unit that rules or achievements may name; keys are distinct.</param>
    /// <param name="equivalences">What counts as what; one whose units are unknown is without effect.</param>
    /// <param name="qualifications">Qualifications with distinct numbers and their rules.</param>
    /// <exception cref="ArgumentException">Two units or two qualifications have the same key.</exception>
    public static CompiledCatalogue Compile(
        IReadOnlyList<CatalogueUnit> units,
        IReadOnlyList<UnitEquivalence> equivalences,
        IReadOnlyList<QualificationRule> qualifications)
    {
        var table = new UnitTable(units, equivalences);
        var rules = new List<LazyRule>(qualifications.Count);
        var problems = new List<RuleProblem>();
        foreach (var qualification in qualifications)
        {
            var found = RuleValidator.Validate(table, qualification);
            problems.AddRange(found);
            if (found.Count == 0)
            {
                rules.Add(new LazyRule(table, qualification));
            }
        }

        return new CompiledCatalogue(table, [.. rules.OrderBy(rule => rule.Number, StringComparer.Ordinal)], problems);
    }

    /// <summary>The catalogue with one qualification's rule in another version, or one more; units and all other rules are shared.</summary>
    /// <remarks>If the rule can't be compiled, the qualification answers that it is incomplete, as in <see cref="Compile"/>.</remarks>
    public CompiledCatalogue With(QualificationRule qualification)
    {
        var found = RuleValidator.Validate(Table, qualification);
        if (found.Count == 0 && PlaceOf(qualification.Number) is >= 0 and var place)
        {
            var rules = (LazyRule[])Rules.Clone();
            rules[place] = new LazyRule(Table, qualification);
            return new CompiledCatalogue(this, rules);
        }

        var others = Rules.Where(rule => rule.Number != qualification.Number);
        return new CompiledCatalogue(
            Table,
            [.. (found.Count == 0 ? others.Append(new LazyRule(Table, qualification)) : others).OrderBy(rule => rule.Number, StringComparer.Ordinal)],
            [.. Problems.Where(problem => problem.Qualification != qualification.Number), .. found]);
    }

    /// <summary>Whether the catalogue has a rule for that number, be it one that could not be compiled.</summary>
    public bool Contains(string qualification) => places.ContainsKey(qualification) || refused.Value.ContainsKey(qualification);

    /// <summary>Why the rule of a qualification could not be compiled; empty if it could, or is unknown.</summary>
    public IReadOnlyList<string> RefusalOf(string qualification) => refused.Value.GetValueOrDefault(qualification, []);

    /// <summary>The rule as it was given, or null.</summary>
    public RuleOfCombination? RuleOf(string qualification) =>
        Find(qualification)?.Qualification.Rule;

    /// <summary>What the catalogue knows of a unit, or null.</summary>
    public CatalogueUnit? UnitOf(UnitKey key) => Table.NumberOf(key) is >= 0 and var number ? Table.Units[number] : null;

    internal LazyRule? Find(string qualification) => PlaceOf(qualification) is >= 0 and var place ? Rules[place] : null;

    /// <summary>The place of a qualification's rule in <see cref="Rules"/>, or -1.</summary>
    internal int PlaceOf(string qualification) => places.GetValueOrDefault(qualification, -1);
}
