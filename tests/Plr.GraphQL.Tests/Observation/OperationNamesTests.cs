using Plr.GraphQL.Observation;

namespace Plr.GraphQL.Tests.Observation;

public sealed class OperationNamesTests
{
    [Theory]
    [InlineData("Progress", "Progress")]
    [InlineData("Progress2", "Progress2")]
    [InlineData("V2026", "V2026")]
    [InlineData("V20261", "V#")]
    [InlineData("Learner9276308686", "Learner#")] // a learner's number
    [InlineData("Of9276308686And9000000075", "Of#And#")]
    [InlineData("_9276308686_1", "_#_1")]
    [InlineData(null, null)]
    public void A_long_number_is_masked(string? name, string? shown) => Assert.Equal(shown, OperationNames.Shown(name));

    [Theory]
    [Trait("Limit", "OperationNames.MaxLength")]
    [InlineData(63, 63)]
    [InlineData(64, 64)]
    [InlineData(65, 64)]
    [InlineData(2_000, 64)]
    public void A_long_name_is_cut(int length, int shown) => Assert.Equal(shown, OperationNames.Shown(new string('a', length))!.Length);

    [Fact] // What is cut must not leave a part of a number that would have been masked.
    public void A_number_at_the_cut_is_masked_too() =>
        Assert.Equal(new string('a', 60) + "#b", OperationNames.Shown(new string('a', 60) + "9276308686b"));

    [Fact]
    [Trait("Limit", "OperationNames.MaxLabels")]
    public void Names_past_the_first_200_are_one()
    {
        var names = new OperationNames();
        Assert.All(Enumerable.Range(0, 200), i => Assert.Equal($"Name{i}", names.LabelOf($"Name{i}")));
        Assert.Equal(OperationNames.Other, names.LabelOf("OneMore"));
        Assert.Equal("Name199", names.LabelOf("Name199"));
    }
}
