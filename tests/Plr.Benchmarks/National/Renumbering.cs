using System.Globalization;
using Plr.Domain.Combination;
using Plr.Domain.Identifiers;

namespace Plr.Benchmarks.National;

/// <summary>Numbers of the register's form for a catalogue that has keys of its own: series 700 onwards, which the register has not issued.</summary>
internal sealed class Renumbering(IEnumerable<UnitKey> keys)
{
    private const int FirstSeries = 7_000_000;
    private const string UnitLetters = "ADFHJKLMRTY";
    private const string QualificationChecks = "0123456789X";
    private readonly Dictionary<UnitKey, UnitKey> units = keys.Index().ToDictionary(key => key.Item, key => Unit(key.Index));

    public UnitKey this[UnitKey key] => units[key];

    /// <summary>The number of the qualification at a place.</summary>
    public static string Qualification(int index)
    {
        var seven = Seven(index);
        return QualificationChecks.Select(check => $"{seven[..3]}/{seven[3..]}/{check}").First(number => QualificationNumber.Parse(number).Succeeded);
    }

    /// <summary>The same rule with the new numbers.</summary>
    public RuleOfCombination Rename(RuleOfCombination rule) => rule with
    {
        Root = Rename(rule.Root),
        Overlays = [.. rule.Overlays.Select(Rename)],
        Bars = [.. rule.Bars.Select(bar => bar with { Units = Rename(bar.Units) })],
        Requires = [.. rule.Requires.Select(requires => new UnitDependency(this[requires.If], Rename(requires.AnyOf)))],
        MaxAges = [.. rule.MaxAges.Select(limit => limit with { Units = Rename(limit.Units) })],
    };

    private RuleNode Rename(RuleNode node)
    {
        RuleNode renamed = node switch
        {
            RuleNode.All all => all with { Units = Rename(all.Units) },
            RuleNode.Pool pool => pool with { Units = Rename(pool.Units) },
            RuleNode.Group group => group with { Nodes = [.. group.Nodes.Select(Rename)] },
            RuleNode.Choose choose => choose with { Nodes = [.. choose.Nodes.Select(Rename)] },
            _ => node,
        };
        return renamed with { Bounds = [.. node.Bounds.Select(bound => bound.Units is null ? bound : bound with { Units = Rename(bound.Units) })] };
    }

    private IReadOnlyList<UnitKey> Rename(IReadOnlyList<UnitKey> named) => [.. named.Select(key => units[key])];

    private static UnitKey Unit(int index)
    {
        var seven = Seven(index);
        return UnitLetters.Select(letter => $"{letter}/{seven[..3]}/{seven[3..]}").First(number => UnitNumber.Parse(number).Succeeded);
    }

    private static string Seven(int index) => (FirstSeries + index).ToString(CultureInfo.InvariantCulture);
}
