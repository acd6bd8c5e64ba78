using System.Globalization;
using Plr.Domain.Combination;

namespace Plr.Rules.Text;

/// <summary>Reads a bound: how much of what, and which units it is about.</summary>
internal static class BoundReader
{
    /// <summary>Reads the bound at the cursor to the end of its line.</summary>
    public static Bound Read(LineCursor cursor)
    {
        var demand = Demand(cursor);
        if (cursor.Accept("and"))
        {
            var column = cursor.Current.Column;
            var share = Demand(cursor);
            demand = share.Share is not null && !share.AtMost && demand.Share is null && share.Measure == demand.Measure
                ? demand with { Share = share.Share }
                : throw new RuleTextException(column, "after `and` comes a share of the same measure", "write for example `at least 12 credits and at least half of the credits`, or two lines");
        }

        var filters = Filters(cursor);
        var bound = new Bound
        {
            Measure = demand.Measure,
            Min = demand.Min,
            Max = demand.Max,
            MinShare = demand.Share,
            MinLevel = filters.MinLevel,
            MaxLevel = filters.MaxLevel,
            Sources = filters.Sources,
            Units = filters.Units,
        };
        return demand.AtMost ? OtherSide(cursor, bound) : bound;
    }

    /// <summary>At most a share by some sources is at least the rest by the others.</summary>
    private static Bound OtherSide(LineCursor cursor, Bound bound)
    {
        if (bound.Sources is not { Count: > 0 } sources || bound.MinLevel is not null || bound.MaxLevel is not null || bound.Units is not null)
        {
            throw cursor.Wrong("`at most` a share is for sources of credit, and for nothing else besides", "name the sources (`by transfer`), or say what the rest has to be: `at least half of the credits …`");
        }

        var share = bound.MinShare!; // AtMost is only set with a share.
        return bound with
        {
            Sources = [.. Keywords.AllSources.Except(sources)],
            MinShare = new Share(share.Denominator - share.Numerator, share.Denominator),
        };
    }

    private static (BoundMeasure Measure, int? Min, int? Max, Share? Share, bool AtMost) Demand(LineCursor cursor)
    {
        if (cursor.Accept("exactly"))
        {
            var exactly = cursor.Number("an amount");
            return (cursor.Measure(), exactly, exactly, null, false);
        }

        if (cursor.Accept("between"))
        {
            var least = cursor.Number("an amount");
            cursor.Expect("and");
            var most = cursor.Number("an amount");
            return (cursor.Measure(), least, most, null, false);
        }

        if (cursor.Accept("any"))
        {
            cursor.Expect("number", "of");
            return (cursor.Measure(), null, null, null, false);
        }

        cursor.Expect("at");
        var atMost = cursor.Accept("most");
        if (!atMost)
        {
            cursor.Expect("least");
        }

        if (AcceptShare(cursor) is { } share)
        {
            cursor.Expect("of", "the");
            return (cursor.Measure(), null, null, share, atMost);
        }

        var amount = cursor.Number("an amount");
        return (cursor.Measure(), atMost ? null : amount, atMost ? amount : null, null, false);
    }

    private static Share? AcceptShare(LineCursor cursor)
    {
        if (cursor.Accept("half"))
        {
            return new Share(1, 2);
        }

        if (cursor.Current.Kind != LexemeKind.Word || cursor.Current.Value.Split('/') is not [var above, var below])
        {
            return null;
        }

        if (!int.TryParse(above, NumberStyles.None, CultureInfo.InvariantCulture, out var numerator)
            || !int.TryParse(below, NumberStyles.None, CultureInfo.InvariantCulture, out var denominator)
            || denominator is < 1 or > 1_000 || numerator > denominator)
        {
            throw cursor.Wrong($"{cursor.Current} is not a share between nothing and the whole", "write `half`, or a fraction such as `2/3` of at most 1000 parts");
        }

        cursor.Take();
        return new Share(numerator, denominator);
    }

    private static (int? MinLevel, int? MaxLevel, IReadOnlyList<CreditSource>? Sources, IReadOnlyList<UnitKey>? Units) Filters(LineCursor cursor)
    {
        (int? Min, int? Max)? levels = null;
        List<CreditSource>? sources = null;
        List<UnitKey>? units = null;
        while (!cursor.AtEnd)
        {
            var filter = cursor.Take();
            var column = filter.Column;
            switch (filter)
            {
                case var _ when filter.Is("at") && levels is null:
                    levels = cursor.LevelRange();
                    break;
                case var _ when filter.Is("by") && sources is null:
                    sources = Sources(cursor);
                    break;
                case var _ when filter.Is("from") && units is null:
                    units = cursor.Units();
                    break;
                default:
                    throw new RuleTextException(column, $"{filter} is not a filter of a bound, or stands there twice", "end the line, or go on with `at level …`, `by …` or `from …`, each once");
            }
        }

        return (levels?.Min, levels?.Max, sources, units);
    }

    /// <summary>Sources of credit between commas or <c>or</c>; none for <c>nothing</c>.</summary>
    internal static List<CreditSource> Sources(LineCursor cursor)
    {
        var column = cursor.Current.Column;
        return [.. cursor.Names("a source of credit").Select(word => Keywords.Source(word)
            ?? throw new RuleTextException(column, $"`{word}` is not a source of credit", $"write one of {Keywords.SourceWords}"))];
    }
}
