namespace Plr.GraphQL;

/// <summary>The constant arguments of a guard's directive. Strings and enum values alike are told as their text.</summary>
public sealed class GuardArguments(IReadOnlyDictionary<string, object?> values)
{
    /// <summary>A directive without arguments.</summary>
    public static GuardArguments None { get; } = new(new Dictionary<string, object?>());

    /// <summary>By name: string, long, double, boolean, null, <c>IReadOnlyList&lt;object?&gt;</c> or <c>IReadOnlyDictionary&lt;string, object?&gt;</c>.</summary>
    public IReadOnlyDictionary<string, object?> Values { get; } = values;

    /// <summary>A string or the name of an enum value.</summary>
    /// <exception cref="InvalidOperationException">The directive has no such argument, or it is something else: the schema and the guard disagree.</exception>
    public string GetString(string name) =>
        Values.TryGetValue(name, out var value) && value is string text
            ? text
            : throw new InvalidOperationException($"the directive has no text argument `{name}`");

    /// <summary>A list of strings or names of enum values; a single one counts as a list of one.</summary>
    /// <exception cref="InvalidOperationException">The directive has no such argument, or it is something else.</exception>
    public IReadOnlyList<string> GetStrings(string name)
    {
        if (Values.TryGetValue(name, out var value) && value is IReadOnlyList<object?> items)
        {
            var texts = new string[items.Count];
            for (var i = 0; i < texts.Length; i++)
            {
                texts[i] = items[i] as string
                    ?? throw new InvalidOperationException($"the directive's argument `{name}` is not a list of texts");
            }

            return texts;
        }

        return [GetString(name)];
    }
}
