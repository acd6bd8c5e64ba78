using System.Text.Json;
using System.Text.Json.Serialization;

namespace Plr.Host.Pages;

/// <summary>Someone of the demonstration data whose part a visitor can play. Source: clients/personas.json.</summary>
/// <param name="Name">What the persona is called.</param>
/// <param name="Story">What their record shows, in a sentence or two.</param>
/// <param name="Token">The arguments of <c>plr token</c> that make their token.</param>
/// <param name="Uln">The learner's number; null for others.</param>
/// <param name="Ukprn">The organisation's number; null for others.</param>
public sealed record Persona(string Name, string Story, IReadOnlyList<string> Token, string? Uln = null, string? Ukprn = null)
{
    /// <summary>The command as a person types it.</summary>
    public string Command => $"dotnet run --project src/Plr.Host -- token {string.Join(' ', Token.Select(Quoted))}";

    /// <summary>Reads the file.</summary>
    public static IReadOnlyList<Persona> Read(string path)
    {
        using var file = File.OpenRead(path);
        return JsonSerializer.Deserialize(file, PersonaJson.Default.ListPersona) ?? [];
    }

    private static string Quoted(string argument) =>
        argument.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_') ? argument : $"\"{argument}\"";
}

/// <summary>How personas are read, made at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(List<Persona>))]
internal sealed partial class PersonaJson : JsonSerializerContext;
