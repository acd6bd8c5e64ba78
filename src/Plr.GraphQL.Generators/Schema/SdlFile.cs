namespace Plr.GraphQL.Generators.Schema;

/// <summary>One schema file as the checker needs it.</summary>
/// <param name="Policies">Directives, of which every field of the file's object types needs one; empty when none is needed.</param>
/// <param name="Roots">Root types: the operation (<c>query</c>, <c>mutation</c>, <c>subscription</c>) and the type's name.</param>
/// <param name="Problem">The syntax error that hid the rest; null when the file parsed.</param>
internal sealed record SdlFile(
    string Path,
    EquatableArray<string> Policies,
    EquatableArray<SdlRoot> Roots,
    EquatableArray<SdlType> Types,
    BindingProblem? Problem);

/// <summary>A root operation type that a <c>schema</c> definition names.</summary>
internal sealed record SdlRoot(string Operation, string Type);
