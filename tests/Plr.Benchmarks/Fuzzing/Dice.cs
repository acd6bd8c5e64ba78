namespace Plr.Benchmarks.Fuzzing;

/// <summary>The choices of one run, all from its seed.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random random = new(seed);

    public int Below(int bound) => random.Next(bound);

    public bool OneIn(int chances) => random.Next(chances) == 0;

    public T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    public byte Byte() => (byte)random.Next(256);
}
