using System.Collections.Immutable;
using Plr.Domain.Identifiers;

namespace Plr.Domain.Catalogue;

/// <summary>A unit: the smallest part of learning that is achieved and carries credit.</summary>
public sealed class Unit
{
    /// <summary>Its number in the register.</summary>
    public required UnitNumber Number { get; init; }
    /// <summary>Its title in English; null where the source published none.</summary>
    public string? Title { get; init; }
    /// <summary>Its title in Welsh; null where there is none.</summary>
    public string? WelshTitle { get; init; }
    /// <summary>Its level; null where the source published none.</summary>
    public QualificationLevel? Level { get; init; }
    /// <summary>Credits, each ten notional hours of learning; null for a unit without credit.</summary>
    public int? CreditValue { get; init; }
    /// <summary>Guided learning hours; null where the source published none.</summary>
    public int? GuidedLearningHours { get; init; }
    /// <summary>The awarding organisation that owns it; null where the source names none.</summary>
    public OrganisationId? Owner { get; init; }
    /// <summary>Who may use it.</summary>
    public UnitAvailability Availability { get; init; }
    /// <summary>Its sector subject areas; may be empty.</summary>
    public ImmutableArray<SectorSubjectArea> SectorSubjectAreas { get; init; } = [];
    /// <summary>Units that count as this one by credit transfer; may be empty.</summary>
    public ImmutableArray<UnitNumber> EquivalentUnits { get; init; } = [];
    /// <summary>The last day on which it can be started; null while it is open.</summary>
    public DateOnly? WithdrawnOn { get; init; }
}
