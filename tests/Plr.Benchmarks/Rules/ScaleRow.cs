namespace Plr.Benchmarks.Rules;

/// <summary>What one size of catalogue cost. Times of single rankings are in microseconds.</summary>
internal sealed record ScaleRow(
    int Qualifications, int Units, int Links, TimeSpan Compile, double Median, double NinetyPercent, double NinetyNinePercent, double Longest);
