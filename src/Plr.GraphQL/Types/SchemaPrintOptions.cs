namespace Plr.GraphQL.Types;

/// <summary>What of a schema is printed.</summary>
public sealed class SchemaPrintOptions
{
    private static readonly string[] SpecifiedDirectives = ["deprecated", "specifiedBy", "oneOf"];

    /// <summary>What any client tool reads: types, and of the applied directives those of the specification.</summary>
    public static SchemaPrintOptions Default { get; } = new();

    /// <summary>Everything but what every schema has: with the directives a federation router reads.</summary>
    public static SchemaPrintOptions WithAppliedDirectives { get; } = new() { IncludeAppliedDirective = _ => true };

    /// <summary>Whether descriptions are printed.</summary>
    public bool IncludeDescriptions { get; init; } = true;

    /// <summary>Which types are printed, by name; built-in and introspection types never are.</summary>
    public Func<string, bool> IncludeType { get; init; } = _ => true;

    /// <summary>Which fields are printed.</summary>
    public Func<FieldDefinition, bool> IncludeField { get; init; } = _ => true;

    /// <summary>Which directive definitions are printed, by name; built-in ones never are.</summary>
    public Func<string, bool> IncludeDirectiveDefinition { get; init; } = _ => true;

    /// <summary>Which directives are printed where they are applied, by name.</summary>
    public Func<string, bool> IncludeAppliedDirective { get; init; } =
        name => SpecifiedDirectives.Contains(name, StringComparer.Ordinal);
}
