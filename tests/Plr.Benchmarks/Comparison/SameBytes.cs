using System.Text;

namespace Plr.Benchmarks.Comparison;

/// <summary>Whether servers give the same bytes to every request that they will be measured with.</summary>
internal static class SameBytes
{
    /// <returns>The bytes of the longest answer.</returns>
    /// <exception cref="InvalidOperationException">An answer is not what was asked for, or two differ.</exception>
    public static async Task<int> CheckAsync(IReadOnlyList<Target> targets, LoadGenerator.Accepts accepts, CancellationToken cancellation)
    {
        using var client = new HttpClient();
        var longest = 0;
        for (var body = 0; body < targets[0].Bodies.Count; body++)
        {
            var expected = await targets[0].AskAsync(client, body, cancellation);
            if (!accepts(expected))
            {
                throw new InvalidOperationException($"`{targets[0].Name}` does not answer what was asked for: {Encoding.UTF8.GetString(expected)}");
            }

            longest = Math.Max(longest, expected.Length);
            foreach (var target in targets.Skip(1))
            {
                var answer = await target.AskAsync(client, body, cancellation);
                if (!answer.AsSpan().SequenceEqual(expected))
                {
                    throw new InvalidOperationException(
                        $"`{target.Name}` answers otherwise than `{targets[0].Name}`, so there is nothing to compare:\n{Encoding.UTF8.GetString(answer)}\n{Encoding.UTF8.GetString(expected)}");
                }
            }
        }

        return longest;
    }
}
