using Plr.Rules.Compilation;

namespace Plr.Rules.Exchange;

/// <summary>The contents of an <c>rta-exchange/1</c> document, or of a catalogue and a learner document together.</summary>
/// <remarks>Meaning: <c>schema/rta-exchange.md</c>. Problems are those of form; rules are judged when they are compiled.</remarks>
public sealed record ExchangeDocument
{
    /// <summary>The date that ages are measured at; null if not given.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The units.</summary>
    public IReadOnlyList<CatalogueUnit> Units { get; init; } = [];

    /// <summary>What counts as what.</summary>
    public IReadOnlyList<UnitEquivalence> Equivalences { get; init; } = [];

    /// <summary>The qualifications.</summary>
    public IReadOnlyList<QualificationRule> Qualifications { get; init; } = [];

    /// <summary>The learners.</summary>
    public IReadOnlyList<ExchangeLearner> Learners { get; init; } = [];

    /// <summary>The pairs asked for, by identifiers; null for every learner with every qualification.</summary>
    public IReadOnlyList<(string Learner, string Qualification)>? Pairs { get; init; }
}
