namespace Plr.GraphQL.Execution.Budgets;

// What one client has left. Safe for all threads.
internal sealed class TokenBucket(CostBudgetOptions options)
{
    // Sums of thousandths are not exact in binary; a cost that equals what is left must pass.
    private const double Tolerance = 1e-6;

    private readonly Lock gate = new();
    private double left = options.Capacity;
    private long readAt = options.Time.GetTimestamp();
    private bool isRetired;

    // Null when the bucket was given up in between: ask for the client's new one.
    internal BudgetReading? TryTake(double cost)
    {
        lock (gate)
        {
            if (isRetired)
            {
                return null;
            }

            Restore();
            var isTaken = cost <= left + Tolerance;
            left = isTaken ? Math.Max(0, left - cost) : left;
            return Read(isTaken, isTaken ? 0 : cost - left);
        }
    }

    // Gives back what was taken and not spent.
    internal BudgetReading Return(double unspent)
    {
        lock (gate)
        {
            Restore();
            left = Math.Min(options.Capacity, left + Math.Max(0, unspent));
            return Read(isTaken: true, missing: 0);
        }
    }

    // True when nothing is lost by forgetting it; from then on it is not used.
    internal bool TryRetire()
    {
        lock (gate)
        {
            Restore();
            isRetired |= left >= options.Capacity;
            return isRetired;
        }
    }

    private void Restore()
    {
        var now = options.Time.GetTimestamp();
        left = Math.Min(options.Capacity, left + (options.Time.GetElapsedTime(readAt, now).TotalSeconds * options.RestorePerSecond));
        readAt = now;
    }

    private BudgetReading Read(bool isTaken, double missing) => new(
        isTaken,
        options.Capacity,
        left,
        options.Time.GetUtcNow() + TimeSpan.FromSeconds((options.Capacity - left) / options.RestorePerSecond),
        TimeSpan.FromSeconds(missing / options.RestorePerSecond));
}
