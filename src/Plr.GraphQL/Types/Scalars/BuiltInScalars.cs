using System.Collections.Frozen;

namespace Plr.GraphQL.Types.Scalars;

/// <summary>The five scalars of the specification.</summary>
/// <remarks>GraphQL September 2025, 3.5 Scalars.</remarks>
public static class BuiltInScalars
{
    private static readonly FrozenDictionary<string, ScalarCoercion> Coercions = new Dictionary<string, ScalarCoercion>
    {
        ["Int"] = new IntCoercion(),
        ["Float"] = new FloatCoercion(),
        ["String"] = new StringCoercion(),
        ["Boolean"] = new BooleanCoercion(),
        ["ID"] = new IdCoercion(),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether the name is one of the five.</summary>
    public static bool IsBuiltIn(string name) => Coercions.ContainsKey(name);

    /// <summary>How one of the five is read and written; null for any other name.</summary>
    public static ScalarCoercion? Find(string name) => Coercions.GetValueOrDefault(name);
}
