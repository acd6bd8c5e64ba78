namespace Plr.GraphQL.Binding;

/// <summary>The parent of every root field: it holds nothing.</summary>
public sealed class RootValue
{
    private RootValue()
    {
    }

    /// <summary>The only one.</summary>
    public static RootValue Instance { get; } = new();
}
