using System.Globalization;
using System.Text;

namespace Plr.Benchmarks.Pictures;

/// <summary>An SVG picture on white, with a title and a line below it, in the one look that the pictures of the results have.</summary>
internal sealed class SvgPicture
{
    private const string CommonStyle = """
          text { font-family: system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif; font-size: 13px; fill: #40474f; }
          .title { font-size: 18px; font-weight: 600; fill: #1b1f24; }
          .grid { stroke: #e4e7eb; }
          .axis { stroke: #8a929b; }
        """;

    private readonly StringBuilder svg = new();

    /// <param name="label">What it shows, for who can not see it.</param>
    /// <param name="style">The rules of its own classes.</param>
    public SvgPicture(int width, int height, string label, string title, string subtitle, string style)
    {
        Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" aria-label=\"{label}\">");
        svg.Append("<style>\n").Append(CommonStyle).Append('\n').Append(style).Append("\n</style>\n");
        Add($"<rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>");
        Add($"<text class=\"title\" x=\"28\" y=\"38\">{title}</text>");
        Add($"<text x=\"28\" y=\"60\">{subtitle}</text>");
    }

    /// <summary>Adds one element, its numbers written as everywhere.</summary>
    public void Add(FormattableString element) => svg.Append(element.ToString(CultureInfo.InvariantCulture)).Append('\n');

    public override string ToString() => svg + "</svg>\n";
}
