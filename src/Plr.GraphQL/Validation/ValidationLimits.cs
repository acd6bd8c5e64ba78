using Plr.GraphQL.Language.Parsing;

namespace Plr.GraphQL.Validation;

/// <summary>How large an operation may be once its fragments are spread. Every limit is inclusive: exactly so many pass.</summary>
/// <remarks>Where <see cref="EnforceLimits"/> is false a limit only warns, and what is past ten times of it is refused all the same. Measured without expanding anything: each fragment is measured once, however often it is spread.</remarks>
public sealed class ValidationLimits
{
    /// <summary>For documents from clients.</summary>
    public static ValidationLimits Default { get; } = new();

    /// <summary>The most levels of fields that are executed whatever the limits say: so deep planning, cost and the response recurse.</summary>
    public const int HardMaxDepth = 200;

    /// <summary>False only warns in the log, so that limits can be tried before they hold.</summary>
    public bool EnforceLimits { get; set; } = true;

    /// <summary>Levels of fields, at most <see cref="HardMaxDepth"/>; past it <see cref="ErrorCodes.LimitDepth"/>. The standard introspection query has 15.</summary>
    public int MaxDepth { get; set; } = 15;

    /// <summary>Fields with an alias; past it <see cref="ErrorCodes.LimitAliases"/>.</summary>
    public int MaxAliases { get; set; } = 50;

    /// <summary>Fields in all; past it <see cref="ErrorCodes.LimitExpandedFields"/>.</summary>
    public int MaxExpandedFields { get; set; } = 5_000;

    /// <summary>Spreads of named fragments; past it <see cref="ErrorCodes.LimitFragmentVisits"/>.</summary>
    public int MaxFragmentVisits { get; set; } = 1_000;

    /// <summary><c>@defer</c> and <c>@stream</c>; past it <see cref="ErrorCodes.LimitIncrementalParts"/>.</summary>
    public int MaxIncrementalParts { get; set; } = 10;

    /// <summary>Lists inside lists of introspection fields; past it <see cref="ErrorCodes.LimitIntrospectionDepth"/>.
    /// The standard introspection query has 3: types, fields, args.</summary>
    public int MaxIntrospectionDepth { get; set; } = 3;

    /// <summary>Steps of the field merging rule over the whole document; past it
    /// <see cref="ErrorCodes.LimitOverlappingFields"/>.</summary>
    public int MaxOverlappingFieldSteps { get; set; } = 20_000;

    /// <summary>Errors reported before validation stops. No code of its own: the errors found are the answer.</summary>
    public int MaxErrors { get; set; } = 10;

    /// <summary>Bytes of the list of errors of a request that is refused; those that do not fit are left out. The first is always told, whole.</summary>
    public int MaxErrorBytes { get; set; } = 4_096;

    internal int CeilingOf(int limit) => SoftLimit.Ceiling(limit, EnforceLimits);
}
