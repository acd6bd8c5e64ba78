namespace Plr.Benchmarks.Rules;

/// <summary>Maps numbers to places on a picture so that equal ratios are equal distances.</summary>
/// <param name="Least">The number at <paramref name="From"/>; more than 0.</param>
/// <param name="Most">The number at <paramref name="To"/>; more than the least.</param>
internal sealed record LogScale(double Least, double Most, double From, double To)
{
    public double At(double value) => From + (To - From) * Math.Log(value / Least) / Math.Log(Most / Least);

    /// <summary>1, 2 and 5 times the powers of ten within the scale.</summary>
    public IEnumerable<double> RoundNumbers() =>
        from power in Enumerable.Range((int)Math.Floor(Math.Log10(Least)), 12)
        from digit in new[] { 1, 2, 5 }
        let number = digit * Math.Pow(10, power)
        where number >= Least * 0.999 && number <= Most * 1.001
        select number;

    /// <summary>The smallest scale from one round number to another that holds both.</summary>
    public static LogScale Around(double least, double most, double from, double to)
    {
        var (wide, numbers) = (new LogScale(least / 10, most * 10, 0, 1), new List<double>());
        numbers.AddRange(wide.RoundNumbers());
        return new LogScale(numbers.Last(number => number <= least), numbers.First(number => number >= most), from, to);
    }
}
