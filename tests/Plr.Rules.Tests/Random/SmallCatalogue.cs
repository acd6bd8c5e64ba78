using Plr.Domain.Combination;
using Plr.Rules.Compilation;
using Plr.Rules.Evaluation;

namespace Plr.Rules.Tests.Random;

/// <summary>A few units, several rules over them, and several learners.</summary>
public sealed record SmallCatalogue(
    IReadOnlyList<CatalogueUnit> Units,
    IReadOnlyList<UnitEquivalence> Equivalences,
    IReadOnlyList<RuleOfCombination> Rules,
    IReadOnlyList<IReadOnlyList<AchievedUnit>> Learners,
    DateOnly AsOf);
