using System.Collections.Frozen;

namespace Plr.Storage.Records;

/// <summary>The words an enumeration is stored as, looked up without parsing.</summary>
internal static class EnumWords<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<string, T> Values = Enum.GetValues<T>().ToFrozenDictionary(value => value.ToString());

    /// <summary>The value of a stored word.</summary>
    /// <exception cref="KeyNotFoundException">The store was altered, or written by a newer build.</exception>
    public static T Of(string word) => Values[word];
}
