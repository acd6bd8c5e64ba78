namespace Plr.GraphQL;

/// <summary>What the executor sees of a <see cref="FieldResult{T}"/> without knowing its type.</summary>
public interface IFieldResult
{
    /// <summary>The error; null when there is a value.</summary>
    GraphQLError? Error { get; }

    /// <summary>The value, which may be null; null when there is an error.</summary>
    object? BoxedValue { get; }
}
