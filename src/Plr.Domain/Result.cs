using System.Diagnostics.CodeAnalysis;

namespace Plr.Domain;

/// <summary>A value, or the expected problem that stands in its place.</summary>
/// <remarks><c>default</c> holds neither: reading it throws.</remarks>
/// <typeparam name="T">What succeeded.</typeparam>
public readonly record struct Result<T>
{
    private readonly T? value;

    private Result(T? value, Problem? problem)
    {
        this.value = value;
        Problem = problem;
    }

    /// <summary>Why there is no value; null when there is one.</summary>
    public Problem? Problem { get; }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Succeeded => Problem is null;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is a <see cref="Problem"/> instead.</exception>
    public T Value => Problem is null && value is not null
        ? value
        : throw new InvalidOperationException($"no value: {Problem?.Code ?? "never assigned"}");

    /// <summary>Wraps a value.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>Wraps a problem.</summary>
    public static implicit operator Result<T>(Problem problem) => new(default, problem);
}
