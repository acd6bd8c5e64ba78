using System.Runtime.CompilerServices;
using Plr.Domain.Catalogue;
using Plr.Domain.Combination;
using Plr.Rules;
using Plr.Rules.Compilation;

namespace Plr.Subgraphs.Catalogue.Rules;

/// <summary>The rules of each published catalogue, compiled once and kept as long as the catalogue is in use. Singleton.</summary>
public sealed class RuleEngines
{
    private readonly ConditionalWeakTable<NationalCatalogue, RulesEngine> engines = [];

    /// <summary>The rules of a catalogue. The first to ask compiles them.</summary>
    public RulesEngine For(NationalCatalogue catalogue) => engines.GetValue(catalogue, Compile);

    /// <summary>Compiles a catalogue's rules and all that ranking needs, before anyone asks: seconds for a nation's.</summary>
    public void Prepare(NationalCatalogue catalogue) => For(catalogue).Prepare();

    private static RulesEngine Compile(NationalCatalogue catalogue) => new(
        CompiledCatalogue.Compile([.. catalogue.Units.Select(Fact)], [.. catalogue.Units.SelectMany(Equivalences)], [.. catalogue.Qualifications.SelectMany(Rule)]),
        catalogue.Version);

    // A unit whose level or credits were not published meets no minimum; a rule that names one is partial anyway.
    private static CatalogueUnit Fact(Unit unit) => new()
    {
        Key = unit.Number.Value,
        Credits = unit.CreditValue ?? 0,
        Level = (unit.Level ?? QualificationLevel.Entry).Rank(),
        GuidedLearningHours = unit.GuidedLearningHours ?? 0,
        IsAvailable = unit.WithdrawnOn is null,
        Sectors = [.. unit.SectorSubjectAreas.Select(area => area.Code)],
    };

    private static IEnumerable<UnitEquivalence> Equivalences(Unit unit) =>
        unit.EquivalentUnits.Select(equivalent => new UnitEquivalence(equivalent.Value, unit.Number.Value, CreditSource.Transfer));

    private static IEnumerable<QualificationRule> Rule(Qualification qualification) =>
        qualification.RuleOfCombination is { } rule ? [new QualificationRule(qualification.Number.Value, rule)] : [];
}
