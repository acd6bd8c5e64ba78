using Plr.GraphQL.Language;
using Plr.GraphQL.Types.Building;

namespace Plr.GraphQL.Types.Validation;

/// <summary>Names that start with two underscores belong to introspection.</summary>
/// <remarks>GraphQL September 2025, 2.1.8 Names, Reserved Names.</remarks>
internal static class NameRules
{
    public static void ValidateName(string name, string coordinate, Location location, SchemaErrorList errors)
    {
        if (name.StartsWith("__", StringComparison.Ordinal))
        {
            errors.Add(coordinate, "must not start with two underscores", location);
        }
    }
}
