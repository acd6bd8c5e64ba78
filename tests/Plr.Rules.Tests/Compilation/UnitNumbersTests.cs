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

    private static UnitNumbers Numbers(params string[] keys) =>
        new([.. keys.Select(key => new CatalogueUnit { Key = key, Level = 1, Credits = 1, GuidedLearningHours = 1, Sectors = [] })]);
}
