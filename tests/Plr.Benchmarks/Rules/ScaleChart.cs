using System.Globalization;
using Plr.Benchmarks.Pictures;

namespace Plr.Benchmarks.Rules;

/// <summary>A picture of what ranking costs as the catalogue grows: both axes logarithmic, so that cost in proportion is a straight line.</summary>
internal sealed class ScaleChart
{
    private const int Width = 820;
    private const int Height = 500;
    private const int Left = 84;
    private const int Right = 700;
    private const int Top = 92;
    private const int Bottom = 424;
    private const int LineHeight = 20;

    private const string Style = """
          .guide { stroke: #8a929b; stroke-dasharray: 2 5; stroke-linecap: round; stroke-width: 1.5; }
          .median { stroke: #14618f; fill: #14618f; }
          .tail { stroke: #b4501e; fill: #b4501e; }
          .line { fill: none; stroke-width: 2.5; stroke-linejoin: round; }
          .value { stroke: #ffffff; stroke-width: 4; paint-order: stroke; text-anchor: middle; font-weight: 600; }
          .name { stroke: none; font-weight: 600; font-size: 14px; }
        """;

    private readonly SvgPicture picture;
    private readonly IReadOnlyList<ScaleRow> rows;
    private readonly LogScale across;
    private readonly LogScale up;

    private ScaleChart(IReadOnlyList<ScaleRow> rows, string subtitle)
    {
        this.rows = rows;
        picture = new SvgPicture(
            Width, Height, "Microseconds a ranking, by size of the catalogue", "Ranking every qualification for one learner", $"Microseconds a ranking. {subtitle}; both axes logarithmic.", Style);
        across = new LogScale(rows[0].Qualifications * 0.8, rows[^1].Qualifications * 1.15, Left, Right);
        up = LogScale.Around(rows.Min(row => row.Median) * 0.9, rows.Max(row => row.NinetyNinePercent) * 1.1, Bottom, Top);
    }

    /// <summary>The picture as SVG.</summary>
    /// <param name="rows">At least two, by ascending size.</param>
    /// <param name="subtitle">Who asked, on what.</param>
    public static string Draw(IReadOnlyList<ScaleRow> rows, string subtitle)
    {
        var chart = new ScaleChart(rows, subtitle);
        chart.Axes();
        chart.Guide();
        chart.Line("tail", "p99", row => row.NinetyNinePercent, labelsAt: -13);
        chart.Line("median", "median", row => row.Median, labelsAt: 22);
        return chart.picture.ToString();
    }

    private void Axes()
    {
        foreach (var number in up.RoundNumbers())
        {
            Add($"<line class=\"grid\" x1=\"{Left}\" x2=\"{Right}\" y1=\"{up.At(number):0.0}\" y2=\"{up.At(number):0.0}\"/>");
            Add($"<text x=\"{Left - 10}\" y=\"{up.At(number) + 4.5:0.0}\" text-anchor=\"end\">{number:#,0.##}</text>");
        }

        Add($"<line class=\"axis\" x1=\"{Left}\" x2=\"{Right}\" y1=\"{Bottom}\" y2=\"{Bottom}\"/>");
        foreach (var size in rows.Select(row => row.Qualifications))
        {
            Add($"<line class=\"axis\" x1=\"{across.At(size):0.0}\" x2=\"{across.At(size):0.0}\" y1=\"{Bottom}\" y2=\"{Bottom + 6}\"/>");
            Add($"<text x=\"{across.At(size):0.0}\" y=\"{Bottom + 24}\" text-anchor=\"middle\">{size:N0}</text>");
        }

        Add($"<text x=\"{(Left + Right) / 2}\" y=\"{Bottom + 52}\" text-anchor=\"middle\">qualifications in the catalogue</text>");
    }

    /// <summary>Where the median would be if cost grew as the catalogue does.</summary>
    private void Guide()
    {
        var (first, last) = (rows[0], rows[^1]);
        var end = first.Median * last.Qualifications / first.Qualifications;
        if (end > up.Least && end < up.Most)
        {
            Add($"<line class=\"guide\" x1=\"{across.At(first.Qualifications):0.0}\" y1=\"{up.At(first.Median):0.0}\" x2=\"{across.At(last.Qualifications):0.0}\" y2=\"{up.At(end):0.0}\"/>");
            Add($"<text x=\"{across.At(last.Qualifications) + 14:0.0}\" y=\"{Clear(up.At(end), [up.At(last.Median), up.At(last.NinetyNinePercent)]) + 4.5:0.0}\">in proportion</text>");
        }
    }

    /// <summary>A height for a label, moved away from the labels that it would touch.</summary>
    private static double Clear(double height, double[] others)
    {
        foreach (var other in others.Where(other => Math.Abs(other - height) < LineHeight))
        {
            height = height <= other ? other - LineHeight : other + LineHeight;
        }

        return height;
    }

    private void Line(string style, string name, Func<ScaleRow, double> valueOf, int labelsAt)
    {
        var points = rows.Select(row => (X: across.At(row.Qualifications), Y: up.At(valueOf(row)), Value: valueOf(row))).ToList();
        Add($"<polyline class=\"line {style}\" points=\"{string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.0},{point.Y:0.0}")))}\" style=\"fill: none\"/>");
        foreach (var (x, y, value) in points)
        {
            Add($"<circle class=\"{style}\" cx=\"{x:0.0}\" cy=\"{y:0.0}\" r=\"4.5\"/>");
            Add($"<text class=\"{style} value\" x=\"{x:0.0}\" y=\"{y + labelsAt:0.0}\">{value:#,0}</text>");
        }

        Add($"<text class=\"{style} name\" x=\"{points[^1].X + 14:0.0}\" y=\"{points[^1].Y + 5:0.0}\">{name}</text>");
    }

    private void Add(FormattableString element) => picture.Add(element);
}
