namespace Plr.Rules.Routes;

/// <summary>For each unit of the catalogue, where it is listed and what it alone is worth there. Immutable.</summary>
/// <remarks>One array, and beside it what has changed since it was made: a change of one rule costs what that rule is large.</remarks>
internal sealed class UnitPostings
{
    /// <summary>Units with changes, beyond which a new array is made.</summary>
    public const int MostPatches = 512;

    private readonly Posting[] all;
    private readonly int[] first;
    private readonly Dictionary<int, Posting[]> patches;

    private UnitPostings(Posting[] all, int[] first, Dictionary<int, Posting[]> patches) => (this.all, this.first, this.patches) = (all, first, patches);

    /// <summary>The postings of a unit, by place.</summary>
    public ReadOnlySpan<Posting> Of(int unit) =>
        patches.Count > 0 && patches.TryGetValue(unit, out var changed) ? changed : all.AsSpan(first[unit]..first[unit + 1]);

    /// <summary>The postings of the rules at all places.</summary>
    /// <param name="units">Units of the catalogue.</param>
    public static UnitPostings Build(RouteEntry[] entries, PlannedRule?[] planned, int units)
    {
        var first = new int[units + 1];
        foreach (var rule in planned)
        {
            foreach (var worth in rule?.Worth ?? [])
            {
                first[worth.Unit + 1]++;
            }
        }

        for (var unit = 1; unit < first.Length; unit++)
        {
            first[unit] += first[unit - 1];
        }

        var next = first.ToArray();
        var all = new Posting[first[^1]];
        for (var place = 0; place < planned.Length; place++)
        {
            foreach (var worth in planned[place]?.Worth ?? [])
            {
                all[next[worth.Unit]++] = PostingOf(place, entries[place].Traits, worth);
            }
        }

        return new UnitPostings(all, first, []);
    }

    /// <summary>The same with another rule at a place.</summary>
    /// <param name="before">Units that were listed there.</param>
    /// <param name="worth">What is listed there now.</param>
    public UnitPostings With(int place, IEnumerable<int> before, RuleTraits traits, IEnumerable<PlannedUnit> worth)
    {
        var changed = new Dictionary<int, Posting[]>(patches);
        var next = new UnitPostings(all, first, changed);
        foreach (var unit in before)
        {
            changed[unit] = Array.FindAll(next.Of(unit).ToArray(), posting => posting.Qualification != place);
        }

        foreach (var one in worth)
        {
            var postings = next.Of(one.Unit);
            var at = 0;
            while (at < postings.Length && postings[at].Qualification < place)
            {
                at++;
            }

            changed[one.Unit] = [.. postings[..at], PostingOf(place, traits, one), .. postings[at..]];
        }

        return changed.Count > MostPatches ? next.Moved(place, 0) : next;
    }

    /// <summary>The same with all places from one on moved, in an array of its own.</summary>
    public UnitPostings Moved(int from, int by)
    {
        var starts = new int[first.Length];
        for (var unit = 0; unit + 1 < first.Length; unit++)
        {
            starts[unit + 1] = starts[unit] + Of(unit).Length;
        }

        var moved = new Posting[starts[^1]];
        for (var unit = 0; unit + 1 < first.Length; unit++)
        {
            var to = starts[unit];
            foreach (ref readonly var posting in Of(unit))
            {
                moved[to++] = posting.Qualification < from ? posting : posting with { Qualification = posting.Qualification + by };
            }
        }

        return new UnitPostings(moved, starts, []);
    }

    private static Posting PostingOf(int place, RuleTraits traits, PlannedUnit worth) => new(place, worth.Bit, traits, worth.Alone);
}
