namespace Plr.GraphQL.Language.Ast;

/// <summary>The names of directive locations as the language writes them.</summary>
public static class DirectiveLocations
{
    private static readonly string[] Names =
    [
        "QUERY",
        "MUTATION",
        "SUBSCRIPTION",
        "FIELD",
        "FRAGMENT_DEFINITION",
        "FRAGMENT_SPREAD",
        "INLINE_FRAGMENT",
        "VARIABLE_DEFINITION",
        "SCHEMA",
        "SCALAR",
        "OBJECT",
        "FIELD_DEFINITION",
        "ARGUMENT_DEFINITION",
        "INTERFACE",
        "UNION",
        "ENUM",
        "ENUM_VALUE",
        "INPUT_OBJECT",
        "INPUT_FIELD_DEFINITION",
    ];

    /// <summary>The name, such as <c>FIELD_DEFINITION</c>.</summary>
    public static string Name(DirectiveLocation location) => Names[(int)location];

    /// <summary>Reads a name; false when no location has it. Case matters.</summary>
    public static bool TryParse(string name, out DirectiveLocation location)
    {
        var index = Array.IndexOf(Names, name);
        location = index < 0 ? default : (DirectiveLocation)index;
        return index >= 0;
    }

    /// <summary>Whether the location is in an executable document, not in a schema.</summary>
    public static bool IsExecutable(DirectiveLocation location) => location <= DirectiveLocation.VariableDefinition;
}
