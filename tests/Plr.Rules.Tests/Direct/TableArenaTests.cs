using Plr.Rules.Direct;

namespace Plr.Rules.Tests.Direct;

/// <summary>Tables of items against trying every selection of them.</summary>
public sealed class TableArenaTests
{
    private const int Cases = 2_000;

    [Fact]
    public void A_table_of_items_has_the_least_cost_of_every_sum_and_tells_which_items_it_counts() =>
        Assert.All(Enumerable.Range(1, Cases), seed => new Case(new System.Random(seed)).Check());

    [Fact]
    public void What_so_many_or_more_cost_is_the_least_of_a_cell_and_those_after_it()
    {
        var random = new System.Random(1);
        for (var blocks = 1; blocks <= 4; blocks++)
        {
            var row = Enumerable.Range(0, blocks * CostTable.Lanes).Select(_ => random.Next(4) == 0 ? CostTable.Never : (uint)random.Next(100)).ToArray();
            var expected = row.Select((_, sum) => row[sum..].Min()).ToArray();
            CostTable.MakeAtLeast(ref row[0], blocks);
            Assert.Equal(expected, row);
        }
    }

    [Theory] // A note is a sixteenth of a cell, but adding an item takes as long as reckoning the cells anew.
    [InlineData(249, false)]
    [InlineData(250, true)]
    public void Items_are_limited_by_the_cells_they_reckon(int items, bool isTooLarge)
    {
        var arena = new TableArena(new TableWork(long.MaxValue));
        var rows = arena.NewStart(top: 1_967, levels: 15, isExact: false);
        Assert.Equal(32_000, rows.Size);
        arena.AddItems(rows, Enumerable.Repeat(new TableItem(1, 1, 0, false), items).ToArray(), levels: 0, countIsExact: true, isExact: false);
        Assert.Equal(isTooLarge, arena.IsTooLarge);
        arena.Clear();
        Assert.False(arena.IsTooLarge);
    }

    private sealed class Case
    {
        private readonly TableItem[] items;
        private readonly int top;
        private readonly int layers;
        private readonly int levels;
        private readonly bool countIsExact;
        private readonly bool isExact;

        public Case(System.Random random)
        {
            items = [.. Enumerable.Range(0, random.Next(7)).Select(_ => new TableItem(
                random.Next(6) == 0 ? CostTable.Never : (uint)random.Next(4), random.Next(12), random.Next(3), random.Next(6) == 0))];
            (top, layers, levels) = (random.Next(40), 1 + random.Next(4), random.Next(3));
            (countIsExact, isExact) = (layers > 1 && random.Next(2) == 0, random.Next(2) == 0);
        }

        public void Check()
        {
            var arena = new TableArena(new TableWork(long.MaxValue));
            var rows = arena.NewStart(top, (layers * (levels + 1)) - 1, isExact);
            var table = arena.AddItems(rows, items, levels, countIsExact, isExact);
            for (var row = 0; row < layers * (levels + 1); row++)
            {
                for (var sum = 0; sum <= top; sum++)
                {
                    var least = Least(row / (levels + 1), row % (levels + 1), sum);
                    Assert.Equal(least, Math.Min(arena.Cells[rows.Row(row) + sum], CostTable.Never));
                    if (least < CostTable.Never)
                    {
                        Assert.Equal(least, CostOfCounted(arena, table, row / (levels + 1), row % (levels + 1), sum));
                    }
                }
            }
        }

        private uint Least(int layer, int level, int sum) =>
            Enumerable.Range(0, 1 << items.Length)
                .Select(selection => items.Where((_, index) => (selection >> index & 1) != 0).ToList())
                .Where(counted => items.Count(item => item.IsForced) == counted.Count(item => item.IsForced) && counted.TrueForAll(item => item.Cost < CostTable.Never))
                .Where(counted => countIsExact ? counted.Count == layer : counted.Count >= layer)
                .Where(counted => counted.Sum(item => item.Gain) >= level)
                .Where(counted => isExact ? counted.Sum(item => item.Credits) == sum : counted.Sum(item => item.Credits) >= sum)
                .Select(counted => (uint)counted.Sum(item => item.Cost))
                .DefaultIfEmpty(CostTable.Never).Min();

        private uint CostOfCounted(TableArena arena, ItemTable table, int layer, int level, int sum)
        {
            var cost = 0u;
            for (var index = items.Length - 1; index >= 0; index--)
            {
                if (arena.Counts(table, index, (layer * (levels + 1)) + level, sum))
                {
                    cost += items[index].Cost;
                    (layer, level) = (countIsExact ? layer - 1 : Math.Max(0, layer - 1), Math.Max(0, level - items[index].Gain));
                    sum = Math.Max(0, sum - items[index].Credits);
                }
                else
                {
                    Assert.False(items[index].IsForced);
                }
            }

            Assert.Equal((0, 0, 0), (countIsExact ? layer : 0, level, isExact ? sum : 0));
            return cost;
        }
    }
}
