namespace Plr.GraphQL.Validation;

/// <summary>How documents are validated.</summary>
public sealed class ValidationOptions
{
    /// <summary>For documents from clients.</summary>
    public static ValidationOptions Default { get; } = new();

    /// <summary>How large an operation may be.</summary>
    public ValidationLimits Limits { get; init; } = ValidationLimits.Default;

    /// <summary>Whether an unknown name is answered with similar names of the schema. Off unless developing: it tells a
    /// stranger what the schema holds, and costs time for every wrong name.</summary>
    public bool SuggestNames { get; init; }

    /// <summary>Whether <c>__schema</c> and <c>__type</c> may be asked; otherwise
    /// <see cref="ErrorCodes.IntrospectionDisabled"/>.</summary>
    public bool AllowIntrospection { get; init; } = true;
}
