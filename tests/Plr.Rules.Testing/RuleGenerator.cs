using Plr.Domain.Combination;
using Plr.Rules.Compilation;

namespace Plr.Rules.Testing;

/// <summary>One rule over some units with the constructs of published specifications, most of them met by construction.</summary>
/// <remarks>
/// The common constructs are as frequent as they are among published rules: a mandatory block in nine of ten (alone in a quarter), two to six
/// optional groups in six of ten, a group maximum in half, a level minimum in a third, pathways and bars in one of twelve each.
/// What published rules have seldom is kept at one to five in a hundred (age limits, nested bounds, choose k of n, caps on
/// transferred credit, clips, requirements, shares, overlays), so that it decides the slowest answers and not the median.
/// <see cref="CatalogueCensus"/> counts them.
/// </remarks>
/// <param name="chosen">Distinct units, at least one; the rule lists each of them.</param>
internal sealed class RuleGenerator(Random random, List<CatalogueUnit> chosen)
{
    public RuleOfCombination Make()
    {
        var mandatory = chosen.Count < 6 || random.Next(12) == 0 ? Math.Min(chosen.Count, 12) : random.Next(0, Math.Min(8, chosen.Count / 3) + 1);
        var nodes = new List<RuleNode>();
        if (mandatory > 0)
        {
            nodes.Add(new RuleNode.All { Id = "M", Units = Keys(chosen.Take(mandatory)) });
        }

        var optional = chosen.Skip(mandatory).ToList();
        var total = chosen.Take(mandatory).Sum(unit => unit.Credits);
        if (optional.Count > 0)
        {
            nodes.AddRange(Optional(optional, ref total));
        }

        var bounds = new List<Bound> { new() { Measure = BoundMeasure.Credits, Min = total } };
        AddRootBounds(bounds, optional, total);
        return new RuleOfCombination
        {
            Root = new RuleNode.Group { Id = "R", Nodes = nodes, Bounds = bounds },
            Bars = [.. Enumerable.Range(0, optional.Count > 5 && random.Next(8) == 0 ? random.Next(1, 4) : 0).Select(_ => new Bar(Some(optional, 2)))],
            Requires = optional.Count > 5 && random.Next(50) == 0 && Some(optional, 3) is [var first, .. var others] ? [new UnitDependency(first, others)] : [],
            Overlays = optional.Count > 8 && random.Next(80) == 0 ? [Overlay(optional)] : [],
            MaxAgeMonths = random.Next(30) == 0 ? 60 : null,
            MaxAges = optional.Count > 5 && random.Next(60) == 0 ? [new AgeLimit(Some(optional, 3), 36)] : [],
        };
    }

    private void AddRootBounds(List<Bound> bounds, List<CatalogueUnit> optional, int total)
    {
        if (optional.Count > 0 && random.Next(9) < 4)
        {
            var level = chosen.GroupBy(unit => unit.Level).OrderByDescending(group => group.Count()).First().Key;
            var reachable = chosen.Where(unit => unit.Level >= level).Sum(unit => unit.Credits);
            bounds.Add(new Bound { Measure = BoundMeasure.Credits, MinLevel = level, Min = Math.Min(total * random.Next(5, 9) / 10, reachable * 6 / 10) });
        }

        if (random.Next(50) == 0)
        {
            bounds.Add(new Bound { Measure = BoundMeasure.Credits, Sources = [CreditSource.Transfer, CreditSource.PriorLearning], Max = total / 2 });
        }

        if (optional.Count > 4 && random.Next(70) == 0)
        {
            bounds.Add(new Bound { Measure = BoundMeasure.Units, MinLevel = chosen[0].Level - 1, MinShare = new Share(1, 2) });
        }
    }

    private List<RuleNode> Optional(List<CatalogueUnit> optional, ref int total)
    {
        var groups = Math.Clamp(optional.Count / 4, 1, random.Next(2, 7));
        var parts = Split(optional, groups);
        if (groups >= 2 && random.Next(100) < 15)
        {
            var (pathways, credits) = Pathways(parts);
            total += credits;
            return [pathways];
        }

        if (groups >= 3 && random.Next(100) < 7)
        {
            var pools = parts.Select((part, index) => Pool($"G{index}", part)).ToList();
            var least = pools.Select(pool => pool.Credits).Order().Take(2).Sum();
            total += least;
            return [new RuleNode.Choose { Id = "K", Min = 2, Max = 2, Nodes = [.. pools.Select(pool => pool.Node)] }];
        }

        var made = parts.Select((part, index) => Pool(((char)('A' + index)).ToString(), part)).ToList();
        total += made.Sum(pool => pool.Credits) + random.Next(0, 6);
        if (groups >= 3 && random.Next(100) < 12)
        {
            var inner = made.Skip(1).ToList();
            var min = inner.Sum(pool => pool.Credits);
            return [made[0].Node, new RuleNode.Group { Id = "N", Nodes = [.. inner.Select(pool => pool.Node)], Bounds = [new Bound { Measure = BoundMeasure.Credits, Min = min, Max = random.Next(2) == 0 ? min + random.Next(4, 15) : null }] }];
        }

        return [.. made.Select(pool => pool.Node)];
    }

    private (RuleNode Node, int Credits) Pathways(List<List<CatalogueUnit>> parts)
    {
        var paths = new List<RuleNode>();
        var least = int.MaxValue;
        foreach (var (index, part) in parts.Index())
        {
            var own = Math.Min(2, part.Count - 1);
            var all = new RuleNode.All { Id = $"P{index}M", Units = Keys(part.Take(own)) };
            // Pathways often share their optional units.
            var options = random.Next(3) == 0 ? part.Skip(own).Concat(parts[0]).DistinctBy(unit => unit.Key).Except(part.Take(own)).ToList() : [.. part.Skip(own)];
            var (pool, credits) = Pool($"P{index}O", options);
            least = Math.Min(least, credits + part.Take(own).Sum(unit => unit.Credits));
            paths.Add(new RuleNode.Group { Id = $"P{index}", Nodes = own > 0 ? [all, pool] : [pool] });
        }

        return (new RuleNode.Choose { Id = "PATH", Min = 1, Max = 1, Nodes = paths }, least);
    }

    private (RuleNode Node, int Credits) Pool(string id, List<CatalogueUnit> part)
    {
        var available = part.Where(unit => unit.IsAvailable).ToList();
        var sum = available.Sum(unit => unit.Credits);
        var min = Math.Min(sum * random.Next(2, 7) / 10, random.Next(3, 24)); // Qualifications of more than some hundred credits are rare.
        var bounds = new List<Bound>();
        if (random.Next(8) == 0 && available.Count > 0)
        {
            var count = random.Next(1, available.Count + 1) / 2;
            bounds.Add(new Bound { Measure = BoundMeasure.Units, Min = count, Max = random.Next(4) == 0 ? count + 2 : null });
            return (new RuleNode.Pool { Id = id, Units = Keys(part), Bounds = bounds }, available.Select(unit => unit.Credits).Order().Take(count).Sum());
        }

        // Half of the groups have a maximum; some have no minimum, and what they lend to the total is left to others.
        var max = random.Next(2) == 0 ? min + random.Next(3, 12) : (int?)null;
        bounds.Add(new Bound { Measure = BoundMeasure.Credits, Min = random.Next(5) == 0 ? null : min, Max = max });
        return (new RuleNode.Pool { Id = id, Units = Keys(part), Bounds = bounds, Clip = random.Next(100) == 0 ? min + 4 : null }, min);
    }

    private RuleNode.Pool Overlay(List<CatalogueUnit> optional)
    {
        var themed = optional.Where(_ => random.Next(3) == 0).DefaultIfEmpty(optional[0]).ToList();
        var reachable = themed.Where(unit => unit.IsAvailable).Sum(unit => unit.Credits);
        return new RuleNode.Pool { Id = "THEME", Units = Keys(themed), Bounds = [new Bound { Measure = BoundMeasure.Credits, Min = Math.Min(8, reachable / 2) }] };
    }

    private List<List<CatalogueUnit>> Split(List<CatalogueUnit> optional, int groups)
    {
        var parts = Enumerable.Range(0, groups).Select(_ => new List<CatalogueUnit>()).ToList();
        foreach (var (index, unit) in optional.Index())
        {
            parts[index % groups].Add(unit);
        }

        if (groups > 1 && random.Next(12) == 0)
        {
            parts[1].AddRange(parts[0].Take(2)); // Listed in two groups.
        }

        return parts;
    }

    private List<UnitKey> Some(List<CatalogueUnit> from, int count)
    {
        var start = random.Next(from.Count);
        var step = random.Next(1, from.Count / count + 1);
        return [.. Enumerable.Range(0, count).Select(index => from[(start + index * step) % from.Count].Key)];
    }

    private static List<UnitKey> Keys(IEnumerable<CatalogueUnit> from) => [.. from.Select(unit => unit.Key)];
}
