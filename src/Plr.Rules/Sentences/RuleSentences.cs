using Plr.Domain.Catalogue;
using Plr.Domain.Combination;

namespace Plr.Rules.Sentences;

/// <summary>A rule of combination as sentences, made from its structure, never copied from the published text.</summary>
public static class RuleSentences
{
    /// <summary>The whole rule, one sentence a limit, in the order of the tree.</summary>
    /// <param name="language">English or Welsh.</param>
    /// <param name="title">How a unit is named; null for its key.</param>
    public static IReadOnlyList<string> Of(RuleOfCombination rule, Language language, Func<UnitKey, string>? title = null)
    {
        var writer = new Writer(WordsIn(language), title ?? (key => key.Value));
        writer.Tree(rule.Root);
        foreach (var overlay in rule.Overlays)
        {
            writer.Overlay(overlay);
        }

        writer.Conditions(rule);
        return writer.Sentences;
    }

    internal static ISentenceWords WordsIn(Language language) => language == Language.Welsh ? WelshWords.Instance : EnglishWords.Instance;

    /// <summary>What a bound asks for, without the group it is about: "at least 12 credits at Level 2 or above".</summary>
    internal static string Demand(ISentenceWords words, Bound bound, Func<UnitKey, string> title)
    {
        var filter = Filter(words, bound, title);
        if (bound.MinShare is { Numerator: > 0 } share)
        {
            return words.Share(share, bound.Measure, filter);
        }

        return (bound.Min, bound.Max) switch
        {
            ({ } min, { } max) when min == max => words.Exactly(words.Amount(bound.Measure, min)) + filter,
            ( > 0 and { } min, { } max) => words.Between(bound.Measure, min, max) + filter,
            (_, { } max) => words.AtMost(words.Amount(bound.Measure, max)) + filter,
            ( > 0 and { } min, _) => words.AtLeast(words.Amount(bound.Measure, min)) + filter,
            _ => string.Empty,
        };
    }

    internal static string Filter(ISentenceWords words, Bound bound, Func<UnitKey, string> title) =>
        (bound.MinLevel is null && bound.MaxLevel is null ? string.Empty : words.AtLevels(bound.MinLevel, bound.MaxLevel))
        + (bound.Sources is null ? string.Empty : words.FromSources(bound.Sources))
        + (bound.Units is null ? string.Empty : words.FromUnits(words.Or([.. bound.Units.Select(title)])));

    private sealed class Writer(ISentenceWords words, Func<UnitKey, string> title)
    {
        public List<string> Sentences { get; } = [];

        public void Tree(RuleNode root)
        {
            Bounds(root, words.Whole);
            Shape(root, words.Whole);
            foreach (var child in ChildrenOf(root))
            {
                Node(child);
            }
        }

        public void Overlay(RuleNode overlay)
        {
            var from = Sentences.Count;
            Node(overlay);
            for (var index = from; index < Sentences.Count; index++)
            {
                Sentences[index] = words.Overlay(Sentences[index]);
            }
        }

        public void Conditions(RuleOfCombination rule)
        {
            Sentences.AddRange(rule.Bars.Select(bar => words.Barred(bar.Max, words.And([.. bar.Units.Select(title)]))));
            Sentences.AddRange(rule.Requires.Select(need => words.Needs(title(need.If), words.Or([.. need.AnyOf.Select(title)]))));
            if (rule.MaxAgeMonths is { } months)
            {
                Sentences.Add(words.MaxAge(null, months));
            }

            Sentences.AddRange(rule.MaxAges.Select(limit => words.MaxAge(words.And([.. limit.Units.Select(title)]), limit.Months)));
            if (rule.ExcludeUsedIn.Count > 0)
            {
                Sentences.Add(words.Excluded(words.Or(rule.ExcludeUsedIn)));
            }
        }

        private void Node(RuleNode node)
        {
            var group = words.Group(node.Id, node.Name);
            Shape(node, group);
            Bounds(node, group);
            foreach (var child in ChildrenOf(node))
            {
                Node(child);
            }
        }

        private void Shape(RuleNode node, string group)
        {
            var shape = node switch
            {
                RuleNode.All { Units.Count: 0, Unidentified.Count: 0 } or RuleNode.Pool { Units.Count: 0, Unidentified.Count: 0 } => words.NoUnits,
                RuleNode.All all => words.AllUnits(all.Units.Count + all.Unidentified.Count),
                RuleNode.Pool pool when node.Bounds.Count == 0 => words.AnyUnits(pool.Units.Count + pool.Unidentified.Count),
                RuleNode.Choose choose => words.Choose(choose.Min, choose.Max, words.Or([.. choose.Nodes.Select(child => words.Group(child.Id, child.Name))])),
                RuleNode.OtherCredit other => words.Other(
                    other.MinLevel is null && other.MaxLevel is null ? string.Empty : words.AtLevels(other.MinLevel, other.MaxLevel),
                    words.Or(other.Sectors), other.AchievedWithinMonths),
                _ => null,
            };
            if (shape is not null)
            {
                Sentences.Add($"{group}: {shape}.");
            }

            if (node is RuleNode.Pool { Clip: { } clip })
            {
                Sentences.Add($"{group}: {words.Clip(clip)}.");
            }
            else if (node is RuleNode.Group { Clip: { } groupClip })
            {
                Sentences.Add($"{group}: {words.Clip(groupClip)}.");
            }

            var unidentified = node switch { RuleNode.All all => all.Unidentified.Count, RuleNode.Pool pool => pool.Unidentified.Count, _ => 0 };
            if (unidentified > 0)
            {
                Sentences.Add($"{group}: {words.Unidentified(unidentified)}.");
            }
        }

        private void Bounds(RuleNode node, string group) =>
            Sentences.AddRange(node.Bounds.Select(bound => Demand(words, bound, title)).Where(demand => demand.Length > 0).Select(demand => $"{group}: {demand}."));

        private static IReadOnlyList<RuleNode> ChildrenOf(RuleNode node) =>
            node switch { RuleNode.Group group => group.Nodes, RuleNode.Choose choose => choose.Nodes, _ => [] };
    }
}
