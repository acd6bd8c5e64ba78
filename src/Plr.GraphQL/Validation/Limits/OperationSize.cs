namespace Plr.GraphQL.Validation.Limits;

/// <summary>How large a selection set is with all its fragments spread. Counts stop at <see cref="Most"/>, so that fragments
/// which double and double again can not overflow them.</summary>
internal readonly record struct OperationSize(int Depth, int Fields, int Aliases, int FragmentVisits, int IntrospectionDepth, int IncrementalParts)
{
    /// <summary>As many as anyone counts.</summary>
    public const int Most = 1_000_000_000;

    /// <summary>Both, side by side: counts add up, of depths the larger remains.</summary>
    public OperationSize Beside(OperationSize other) => new(
        Math.Max(Depth, other.Depth),
        Add(Fields, other.Fields),
        Add(Aliases, other.Aliases),
        Add(FragmentVisits, other.FragmentVisits),
        Math.Max(IntrospectionDepth, other.IntrospectionDepth),
        Add(IncrementalParts, other.IncrementalParts));

    /// <summary>The size of a field that selects this.</summary>
    public OperationSize Below(bool isAliased, bool isIntrospectionList) => new(
        Depth + 1,
        Add(Fields, 1),
        Add(Aliases, isAliased ? 1 : 0),
        FragmentVisits,
        IntrospectionDepth + (isIntrospectionList ? 1 : 0),
        IncrementalParts);

    /// <summary>The size of a spread of a fragment that selects this.</summary>
    public OperationSize Spread() => this with { FragmentVisits = Add(FragmentVisits, 1) };

    /// <summary>The size with one more <c>@defer</c> or <c>@stream</c>.</summary>
    public OperationSize Later() => this with { IncrementalParts = Add(IncrementalParts, 1) };

    private static int Add(int left, int right) => Math.Min(left + right, Most); // Two of Most still fit an int.
}
