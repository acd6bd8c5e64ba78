namespace Plr.GraphQL.Validation;

/// <summary>How large an operation may be once its fragments are spread. Every limit is inclusive: exactly so many pass.</summary>
/// <remarks>Measured without expanding anything: each fragment is measured once, however often it is spread.</remarks>
public sealed class ValidationLimits
{
    /// <summary>For documents from clients.</summary>
    public static ValidationLimits Default { get; } = new();

    /// <summary>Levels of fields; past it <see cref="ErrorCodes.LimitDepth"/>. The standard introspection query has 15.</summary>
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
}
