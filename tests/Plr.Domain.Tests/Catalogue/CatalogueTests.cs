using Plr.Domain.Catalogue;
using Plr.Domain.Combination;
using Plr.Domain.Identifiers;

namespace Plr.Domain.Tests.Catalogue;

public sealed class CatalogueTests
{
    [Fact]
    public void Two_qualifications_of_one_number_are_refused() =>
        Assert.Throws<ArgumentException>(() => new NationalCatalogue("v", [], [], [Qualification(3), Qualification(3)]));

    [Fact]
    public void A_unit_knows_the_qualifications_whose_rule_lists_it()
    {
        var catalogue = new NationalCatalogue("v", [], [], [Qualification(3)]);
        Assert.Equal("600/8900/3", Assert.Single(catalogue.QualificationsUsing(UnitNumber.Parse("M/504/7527").Value)).Number.Value);
        Assert.Empty(catalogue.QualificationsUsing(UnitNumber.Parse("A/506/1821").Value));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(0, null)]
    [InlineData(1, QualificationSize.Award)]
    [InlineData(12, QualificationSize.Award)]
    [InlineData(13, QualificationSize.Certificate)]
    [InlineData(36, QualificationSize.Certificate)]
    [InlineData(37, QualificationSize.Diploma)]
    public void Size_follows_from_credits(int? credits, QualificationSize? size) => Assert.Equal(size, Qualification(credits).Size);

    [Fact]
    public void A_rank_has_one_level_and_that_level_the_rank()
    {
        Assert.All(Enumerable.Range(-2, 11), rank => Assert.Equal(rank, QualificationLevelOrder.OfRank(rank).Rank()));
        Assert.Throws<ArgumentOutOfRangeException>(() => QualificationLevelOrder.OfRank(9));
    }

    [Fact]
    public void A_span_counts_as_its_lower_level() =>
        Assert.Equal((1, -1), (QualificationLevel.Level1To2.Rank(), QualificationLevel.Entry2To3.Rank()));

    private static Qualification Qualification(int? credits) => new()
    {
        Number = QualificationNumber.Parse("600/8900/3").Value,
        Title = "Award in Personal Career Planning",
        AwardingOrganisation = new OrganisationId("RN5326"),
        Framework = Framework.Rqf,
        Type = "Vocationally-Related Qualification",
        Level = QualificationLevel.Level1,
        TotalCredits = credits,
        RegulatoryStatus = RegulatoryStatus.Approved,
        RuleOfCombination = new RuleOfCombination { Root = new RuleNode.All { Id = "M", Units = ["M/504/7527"] } },
    };
}
