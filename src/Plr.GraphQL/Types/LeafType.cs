using Plr.GraphQL.Language;

namespace Plr.GraphQL.Types;

/// <summary>A scalar or an enum.</summary>
public abstract class LeafType : NamedType
{
    internal LeafType(string name, string? description, Location location)
        : base(name, description, location)
    {
    }
}
