using Plr.Domain.Combination;
using Plr.Rules.Compilation;

namespace Plr.Rules.Text;

/// <summary>What a text of rules holds.</summary>
public sealed record RuleTextDocument
{
    /// <summary>The units that the text describes; empty when it leaves them to a catalogue.</summary>
    public IReadOnlyList<CatalogueUnit> Units { get; init; } = [];

    /// <summary>Titles of those units, where they are given.</summary>
    public IReadOnlyDictionary<UnitKey, string> Titles { get; init; } = new Dictionary<UnitKey, string>();

    /// <summary>What counts as what.</summary>
    public IReadOnlyList<UnitEquivalence> Equivalences { get; init; } = [];

    /// <summary>The qualifications with their rules.</summary>
    public IReadOnlyList<QualificationRule> Qualifications { get; init; } = [];

    /// <summary>Where each part stands in the text, by its path in the exchange format (<c>$.qualifications[0].root.bounds[1]</c>). Empty for a document that was not read from a text.</summary>
    public IReadOnlyDictionary<string, TextPosition> Positions { get; init; } = new Dictionary<string, TextPosition>();
}
