using Plr.Benchmarks.Comparison;
using Plr.Benchmarks.Pictures;

namespace Plr.Benchmarks.SideBySide;

/// <summary>A picture of requests per second as ratios to the floor: a bar a server, a group an operation.</summary>
internal static class PeerChart
{
    private const int Width = 820;
    private const int Left = 220;
    private const int Longest = 410;
    private const int Top = 84;
    private const int BarHeight = 18;
    private const int BarStep = 24;
    private const int GroupHead = 30;
    private const int GroupGap = 18;

    private const string Style = """
          .floor { fill: #b9c0c7; }
          .plain { fill: #14618f; }
          .peer { fill: #b4501e; }
          .name { text-anchor: end; }
          .group { font-weight: 600; font-size: 14px; fill: #1b1f24; }
        """;

    public static string Draw(IReadOnlyList<Measurement> rows, string subtitle)
    {
        var groups = rows.GroupBy(row => row.Operation).ToList();
        var height = Top + groups.Sum(group => GroupHead + (group.Count() * BarStep) + GroupGap);
        var picture = new SvgPicture(Width, height, "Requests per second as a ratio to the floor, by operation and server", "Requests per second as a ratio to the floor", subtitle, Style);
        var y = Top;
        foreach (var group in groups)
        {
            y = Group(picture, group, y) + GroupGap;
        }

        return picture.ToString();
    }

    private static int Group(SvgPicture picture, IGrouping<string, Measurement> group, int y)
    {
        var floor = group.First(row => row.Server == "floor");
        var most = group.Max(row => row.RatioTo(floor));
        picture.Add($"<text class=\"group\" x=\"28\" y=\"{y + 16}\">{group.Key}</text>");
        y += GroupHead;
        var end = y + (group.Count() * BarStep);
        picture.Add($"<line class=\"axis\" x1=\"{Left}\" x2=\"{Left}\" y1=\"{y - 4}\" y2=\"{end}\"/>");
        foreach (var row in group)
        {
            var ratio = row.RatioTo(floor);
            var length = Longest * ratio / most;
            picture.Add($"<text class=\"name\" x=\"{Left - 10}\" y=\"{y + 14}\">{Peer.TitleOf(row.Server)}</text>");
            picture.Add($"<rect class=\"{ClassOf(row.Server)}\" x=\"{Left}\" y=\"{y}\" width=\"{length:0.0}\" height=\"{BarHeight}\"/>");
            picture.Add($"<text x=\"{Left + length + 8:0.0}\" y=\"{y + 14}\">{ratio:0.00}  ({row.RequestsPerSecond:N0} a second)</text>");
            y += BarStep;
        }

        return end;
    }

    private static string ClassOf(string server) => server is "floor" or "plain" ? server : "peer";
}
