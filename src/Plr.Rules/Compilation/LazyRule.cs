using Plr.Rules.Layouts;
using Plr.Rules.OtherCredit;

namespace Plr.Rules.Compilation;

/// <summary>A checked rule whose program is made when it is asked for, and made again after memory was needed elsewhere.</summary>
/// <remarks>Programs of a nation's rules take half a gigabyte; a careers tool asks for few of them.</remarks>
internal sealed class LazyRule(UnitTable table, QualificationRule qualification)
{
    private WeakReference<CompiledRule>? program;
    private FromScratch? fromScratch;

    public QualificationRule Qualification => qualification;

    public string Number => qualification.Number;

    /// <summary>The units of the catalogue.</summary>
    public UnitTable Table => table;

    /// <summary>Whether units that the rule does not list can count: then each learner has a program of their own.</summary>
    public bool HasOtherCredit { get; } =
        qualification.Rule.Overlays.Prepend(qualification.Rule.Root).Any(tree => OtherCreditFilter.OtherCreditOf(tree).Any());

    /// <summary>The program, in which groups of other credit have no units. Two threads may both make it; the programs are equal.</summary>
    public CompiledRule Program
    {
        get
        {
            if (Volatile.Read(ref program) is { } weak && weak.TryGetTarget(out var known))
            {
                return known;
            }

            var made = RuleCompiler.Compile(table, qualification);
            Volatile.Write(ref program, new WeakReference<CompiledRule>(made));
            return made;
        }
    }

    /// <summary>The rule laid out flat: small, so kept once made. Two threads may both make it; the layouts are equal.</summary>
    public RuleLayout Layout => layout ??= LayoutCompiler.Compile(table, qualification);

    private volatile RuleLayout? layout;

    /// <summary>What was found with nothing achieved, once somebody asked. The same whoever computes it, so it may be set twice.</summary>
    public FromScratch? FromScratch
    {
        get => Volatile.Read(ref fromScratch);
        set => Volatile.Write(ref fromScratch, value);
    }
}

/// <summary>What a rule asks for with nothing achieved.</summary>
/// <param name="Cost">Packed; null if the work allowed did not suffice.</param>
/// <param name="Work">The states allowed.</param>
/// <param name="LevelBinds">Whether the level minimum is missed unless it is asked for: then it is worth asking at once.</param>
internal sealed record FromScratch(long? Cost, int Work, bool LevelBinds);
