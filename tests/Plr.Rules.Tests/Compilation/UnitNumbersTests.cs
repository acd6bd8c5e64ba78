using Plr.Domain.Combination;
using Plr.Rules.Compilation;

namespace Plr.Rules.Tests.Compilation;

public sealed class UnitNumbersTests
{
    [Theory]
    [InlineData("M/504/7527")]
    [InlineData("A")]
    [InlineData("__________")]
    [InlineData("          ")]
    [InlineData("unit-7")] // Lower case, and longer keys, are looked up elsewhere.
    [InlineData("M/504/7527X")]
    [InlineData("Ẁ/504/7527")]
    public void Every_form_of_key_is_found_and_its_neighbours_are_not(string key)
    {
        var numbers = Numbers("Z/000/0000", key);
        Assert.Equal(1, numbers.Of(key));
        foreach (var other in new[] { key + " ", " " + key, key[..^1], key[..^1] + "#", key + key, "" })
        {
            Assert.Equal(-1, numbers.Of(other));
        }

        Assert.Equal(-1, numbers.Of(default));
    }

    [Fact]
    public void As_many_as_there_are_each_is_found_by_its_own_key()
    {
        var keys = Enumerable.Range(0, 20_000).Select(number => $"{(char)('A' + number % 26)}/{number / 5000:D3}/{number % 5000:D4}").ToArray();
        var numbers = Numbers(keys);
        Assert.All(keys.Index(), key => Assert.Equal(key.Index, numbers.Of(key.Item)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(1_000)]
    public void Many_at_once_are_found_as_each_alone(int count)
    {
        var keys = Enumerable.Range(0, 700).Select(number => $"B/{number:D3}/1000").Append("longer than a packed key").ToArray();
        var numbers = Numbers(keys);
        UnitKey[] asked = [.. Enumerable.Range(0, count).Select(index => new UnitKey(index % 5 == 0 ? $"C/{index:D3}/1000" : keys[index % keys.Length]))];
        var found = new int[count];
        numbers.Of(asked, found);
        Assert.Equal(asked.Select(key => numbers.Of(key)), found);
    }

    private static UnitNumbers Numbers(params string[] keys) =>
        new([.. keys.Select(key => new CatalogueUnit { Key = key, Level = 1, Credits = 1, GuidedLearningHours = 1, Sectors = [] })]);
}
