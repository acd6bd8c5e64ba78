using System.Globalization;

namespace Plr.Benchmarks.Serving;

internal sealed record LearnerRow(long Uln)
{
    public string Digits => Uln.ToString(CultureInfo.InvariantCulture);
}
