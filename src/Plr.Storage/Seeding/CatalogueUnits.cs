using System.Collections.Immutable;
using Plr.Domain.Catalogue;
using Plr.Domain.Combination;
using Plr.Domain.Identifiers;

namespace Plr.Storage.Seeding;

/// <summary>What learners can have achieved: the units that rules of combination list, by area, so that what one learner has belongs together.</summary>
internal sealed class CatalogueUnits
{
    private readonly ImmutableArray<ImmutableArray<Listing>> areas;

    public CatalogueUnits(NationalCatalogue catalogue) => areas =
    [
        .. catalogue.Qualifications
            .Select(qualification => (Area: qualification.SectorSubjectArea?.Code ?? "", Listing: ListingOf(catalogue, qualification)))
            .Where(listed => listed.Listing.Units.Length > 0)
            .GroupBy(listed => listed.Area, listed => listed.Listing)
            .OrderBy(area => area.Key, StringComparer.Ordinal)
            .Select(area => area.ToImmutableArray()),
    ];

    /// <summary>Whether no rule lists a unit that the catalogue holds.</summary>
    public bool IsEmpty => areas.IsEmpty;

    /// <summary>Some units of a few qualifications of one area, no unit twice, with who awarded each.</summary>
    public IReadOnlyList<(UnitNumber Unit, OrganisationId AwardedBy)> Pick(Random random, int count)
    {
        var held = new Dictionary<UnitNumber, OrganisationId>(count);
        var area = areas[random.Next(areas.Length)];

        // An area may have fewer units than are asked for.
        for (var tries = 0; held.Count < count && tries < count * 4; tries++)
        {
            var qualification = area[random.Next(area.Length)];
            foreach (var unit in qualification.Units)
            {
                if (held.Count < count && random.Next(3) > 0)
                {
                    held.TryAdd(unit, qualification.AwardedBy);
                }
            }
        }

        return [.. held.Select(unit => (unit.Key, unit.Value))];
    }

    private static Listing ListingOf(NationalCatalogue catalogue, Qualification qualification) => new(
        qualification.AwardingOrganisation,
        [
            .. (qualification.RuleOfCombination?.ListedUnits() ?? [])
                .Select(unit => UnitNumber.ParseIssued(unit.Value))
                .Where(parsed => parsed.Succeeded && catalogue.Unit(parsed.Value) is not null)
                .Select(parsed => parsed.Value)
                .Distinct(),
        ]);

    private sealed record Listing(OrganisationId AwardedBy, ImmutableArray<UnitNumber> Units);
}
