namespace Plr.Host.Pages;

/// <summary>An operation of <c>clients/operations</c> with the variables that work on the demonstration data.</summary>
/// <param name="Name">The file's name, which is the operation's.</param>
/// <param name="Document">GraphQL.</param>
/// <param name="Variables">JSON.</param>
public sealed record ExampleOperation(string Name, string Document, string Variables)
{
    /// <summary>Reads one operation and the variables beside it.</summary>
    public static ExampleOperation Read(string directory, string name) => new(
        name,
        File.ReadAllText(Path.Combine(directory, $"{name}.graphql")).Trim(),
        File.ReadAllText(Path.Combine(directory, $"{name}.variables.json")).Trim());
}
