namespace Plr.Rules.Checking;

/// <summary>The codes of findings; never renamed or reused.</summary>
public static class FindingCodes
{
    /// <summary>No combination of units meets the rule, or a group of it.</summary>
    public const string Unsatisfiable = "RULE_UNSATISFIABLE";

    /// <summary>The work allowed did not suffice to find out.</summary>
    public const string Undecided = "RULE_UNDECIDED";

    /// <summary>Limits of one group exclude each other.</summary>
    public const string BoundsContradict = "BOUNDS_CONTRADICT";

    /// <summary>A limit is implied by another, or by the units.</summary>
    public const string BoundRedundant = "BOUND_REDUNDANT";

    /// <summary>A minimum is larger than all the units together.</summary>
    public const string MinimumAboveOffer = "MINIMUM_ABOVE_OFFER";

    /// <summary>An optional unit that the rule can't be met without.</summary>
    public const string ImplicitlyMandatory = "UNIT_IMPLICITLY_MANDATORY";

    /// <summary>A bar excludes a mandatory unit, or with one every other.</summary>
    public const string MandatoryBarred = "MANDATORY_UNIT_BARRED";

    /// <summary>The published total and the rule do not agree.</summary>
    public const string TotalContradicted = "TOTAL_CONTRADICTED";

    /// <summary>Two groups of one tree have the same label.</summary>
    public const string GroupDuplicate = "GROUP_DUPLICATE";

    /// <summary>A unit that the document does not describe.</summary>
    public const string UnitUnknown = "UNIT_UNKNOWN";

    /// <summary>A condition names a unit that the tree does not list.</summary>
    public const string UnitNotListed = "UNIT_NOT_LISTED";

    /// <summary>A group that can never count anything.</summary>
    public const string NodeUnreachable = "NODE_UNREACHABLE";

    /// <summary>The rule breaks a limit of what can be compiled.</summary>
    public const string NotCompilable = "RULE_NOT_COMPILABLE";
}
