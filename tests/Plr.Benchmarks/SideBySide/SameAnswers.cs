using System.Text;
using System.Text.Json.Nodes;
using Plr.Benchmarks.Comparison;

namespace Plr.Benchmarks.SideBySide;

/// <summary>Whether all servers answer alike, asked before any is measured.</summary>
internal static class SameAnswers
{
    private const int Asked = 10;

    /// <summary>Asks the first target, then the others, and compares whole answers; white space and the order of members are free.</summary>
    /// <returns>The bytes of the first target's longest answer.</returns>
    /// <exception cref="InvalidOperationException">One answers otherwise.</exception>
    public static async Task<int> CheckAsync(Operation operation, IReadOnlyList<Target> targets, CancellationToken cancellation)
    {
        using var client = new HttpClient();
        var longest = 0;
        var step = Math.Max(1, operation.Variables.Count / Asked);
        for (var body = 0; body < operation.Variables.Count; body += step)
        {
            var expected = await AskAsync(client, targets[0], body, cancellation);
            longest = Math.Max(longest, expected.Length);
            foreach (var target in targets.Skip(1))
            {
                var answer = await AskAsync(client, target, body, cancellation);
                if (!AreSame(expected, answer))
                {
                    throw new InvalidOperationException($"`{target.Name}` answers `{operation.Name}` otherwise than `{targets[0].Name}`, so there is nothing to compare: {answer}");
                }
            }
        }

        return longest;
    }

    public static bool AreSame(string expected, string answer) => JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(answer));

    private static async Task<string> AskAsync(HttpClient client, Target target, int body, CancellationToken cancellation) =>
        Encoding.UTF8.GetString(await target.AskAsync(client, body, cancellation));
}
