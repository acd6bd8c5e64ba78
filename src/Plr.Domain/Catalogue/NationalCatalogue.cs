using System.Collections.Frozen;
using System.Collections.Immutable;
using Plr.Domain.Combination;
using Plr.Domain.Identifiers;
using Plr.Domain.Organisations;

namespace Plr.Domain.Catalogue;

/// <summary>All reference data as one immutable value: what a request names it reads here, without a query.</summary>
/// <remarks>Renewed whole when a catalogue is published; a request keeps the one it began with.</remarks>
public sealed class NationalCatalogue
{
    private readonly FrozenDictionary<QualificationNumber, Qualification> qualifications;
    private readonly FrozenDictionary<UnitNumber, Unit> units;
    private readonly FrozenDictionary<OrganisationId, Organisation> organisations;
    private readonly FrozenDictionary<Ukprn, Organisation> byUkprn;
    private readonly ILookup<OrganisationId, Qualification> awardedBy;
    private readonly ILookup<UnitKey, Qualification> usedIn;

    /// <summary>Indexes the parts. Later duplicates of a number are refused.</summary>
    /// <exception cref="ArgumentException">Two parts share a number.</exception>
    public NationalCatalogue(
        string version,
        IEnumerable<Organisation> organisations,
        IEnumerable<Unit> units,
        IEnumerable<Qualification> qualifications)
    {
        Version = version;
        Organisations = [.. organisations.OrderBy(organisation => organisation.Name, StringComparer.Ordinal).ThenBy(organisation => organisation.Id.Value, StringComparer.Ordinal)];
        Units = [.. units.OrderBy(unit => unit.Number)];
        Qualifications = [.. qualifications.OrderBy(qualification => qualification.Number)];
        this.organisations = Organisations.ToFrozenDictionary(organisation => organisation.Id);
        this.units = Units.ToFrozenDictionary(unit => unit.Number);
        this.qualifications = Qualifications.ToFrozenDictionary(qualification => qualification.Number);
        byUkprn = Organisations.Where(organisation => organisation.Ukprn is not null).ToFrozenDictionary(organisation => organisation.Ukprn!.Value);
        awardedBy = Qualifications.ToLookup(qualification => qualification.AwardingOrganisation);
        usedIn = Qualifications
            .SelectMany(qualification => qualification.RuleOfCombination?.ListedUnits().Select(unit => (Unit: unit, Qualification: qualification)) ?? [])
            .ToLookup(use => use.Unit, use => use.Qualification);
    }

    /// <summary>An empty catalogue, before anything is imported.</summary>
    public static NationalCatalogue Empty { get; } = new("empty", [], [], []);

    /// <summary>Which publication this is: changes whenever any part does.</summary>
    public string Version { get; }

    /// <summary>All organisations by name.</summary>
    public ImmutableArray<Organisation> Organisations { get; }

    /// <summary>All units by number.</summary>
    public ImmutableArray<Unit> Units { get; }

    /// <summary>All qualifications by number.</summary>
    public ImmutableArray<Qualification> Qualifications { get; }

    /// <summary>The qualification of this number; null when the catalogue holds none.</summary>
    public Qualification? Qualification(QualificationNumber number) => qualifications.GetValueOrDefault(number);

    /// <summary>The unit of this number; null when the catalogue holds none.</summary>
    public Unit? Unit(UnitNumber number) => units.GetValueOrDefault(number);

    /// <summary>The organisation of this key; null when the catalogue holds none.</summary>
    public Organisation? Organisation(OrganisationId id) => organisations.GetValueOrDefault(id);

    /// <summary>The organisation of this UKPRN; null when the catalogue holds none.</summary>
    public Organisation? Organisation(Ukprn ukprn) => byUkprn.GetValueOrDefault(ukprn);

    /// <summary>Qualifications whose rule lists the unit, by number.</summary>
    public IEnumerable<Qualification> QualificationsUsing(UnitNumber unit) => usedIn[unit.Value];

    /// <summary>Qualifications that the organisation awards, by number.</summary>
    public IEnumerable<Qualification> QualificationsOf(OrganisationId organisation) => awardedBy[organisation];
}
