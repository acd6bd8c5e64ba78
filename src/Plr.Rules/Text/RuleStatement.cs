using Plr.Domain.Combination;
using Plr.Rules.Compilation;

namespace Plr.Rules.Text;

/// <summary>What one line of a text says.</summary>
internal abstract record RuleStatement
{
    /// <summary>Whether lines may be indented below it.</summary>
    public virtual bool IsBlock => false;
}

/// <summary>The kinds of node that a line can open.</summary>
internal enum NodeKind
{
    All,
    Pool,
    Group,
    Choose,
    OtherCredit,
}

/// <summary>A unit that rules may name.</summary>
internal sealed record UnitStatement(CatalogueUnit Unit, string? Title) : RuleStatement;

/// <summary>A unit that counts as another.</summary>
internal sealed record EquivalenceStatement(UnitEquivalence Equivalence) : RuleStatement;

/// <summary>Opens a qualification.</summary>
internal sealed record QualificationStatement(string Number, string? Title, int? TotalCredits) : RuleStatement
{
    public override bool IsBlock => true;
}

/// <summary>Opens a node; an overlay's tree if <paramref name="IsOverlay"/>.</summary>
internal sealed record NodeStatement(NodeKind Kind, bool IsOverlay, string Id, string? Name, int Min, int Max) : RuleStatement
{
    public override bool IsBlock => true;
}

internal sealed record BoundStatement(Bound Bound) : RuleStatement;

internal sealed record UnitsStatement(IReadOnlyList<UnitKey> Units) : RuleStatement;

internal sealed record UnnumberedStatement(UnidentifiedUnit Unit) : RuleStatement;

internal sealed record ClipStatement(int Credits) : RuleStatement;

internal sealed record LevelStatement(int? Min, int? Max) : RuleStatement;

internal sealed record SectorStatement(IReadOnlyList<string> Sectors) : RuleStatement;

internal sealed record WithinStatement(int Months) : RuleStatement;

internal sealed record BarStatement(Bar Bar) : RuleStatement;

internal sealed record DependencyStatement(UnitDependency Dependency) : RuleStatement;

internal sealed record AgeStatement(int Months) : RuleStatement;

internal sealed record UnitAgeStatement(AgeLimit Limit) : RuleStatement;

internal sealed record ExcludeStatement(IReadOnlyList<string> Qualifications) : RuleStatement;

internal sealed record SourceStatement(RuleSource Source) : RuleStatement;

internal sealed record IncompleteStatement(string Reason) : RuleStatement;
