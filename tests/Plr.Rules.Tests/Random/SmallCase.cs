using Plr.Domain.Combination;
using Plr.Rules.Compilation;
using Plr.Rules.Evaluation;

namespace Plr.Rules.Tests.Random;

/// <summary>A catalogue of a few units, one rule and one learner: small enough to try everything.</summary>
public sealed record SmallCase(
    IReadOnlyList<CatalogueUnit> Units,
    IReadOnlyList<UnitEquivalence> Equivalences,
    RuleOfCombination Rule,
    IReadOnlyList<AchievedUnit> Achieved,
    DateOnly AsOf);
