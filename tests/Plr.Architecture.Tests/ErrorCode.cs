using System.Text.RegularExpressions;

namespace Plr.Architecture.Tests;

/// <summary>One code of the catalogue, as its constant documents it.</summary>
/// <param name="Code">What a response carries.</param>
/// <param name="Meaning">What it means and who can fix it, as plain text.</param>
/// <param name="Area">The project that gives it.</param>
/// <param name="Name">The constant's own name.</param>
internal sealed partial record ErrorCode(string Code, string Meaning, string Area, string Name)
{
    /// <summary>Codes of all <c>ErrorCodes.cs</c> files, by code.</summary>
    public static IReadOnlyList<ErrorCode> All { get; } =
    [
        .. Repository.SourceFiles
            .Where(file => file.EndsWith("ErrorCodes.cs", StringComparison.Ordinal))
            .SelectMany(file => In(Repository.Read(file), file.Split('/')[1]))
            .OrderBy(code => code.Code, StringComparer.Ordinal),
    ];

    /// <summary>Codes of one file.</summary>
    public static IEnumerable<ErrorCode> In(string source, string area) =>
        Constant().Matches(source).Select(match => new ErrorCode(match.Groups["code"].Value, Plain(match.Groups["doc"].Value), area, match.Groups["name"].Value));

    /// <summary>Whether some source names this code by its constant.</summary>
    public bool IsUsedIn(string source) => Regex.IsMatch(source, $@"ErrorCodes\.{Name}\b");

    private static string Plain(string documentation)
    {
        var text = LineStart().Replace(documentation, " ");
        text = Remarks().Replace(text, " ");
        text = Reference().Replace(text, "`${name}`");
        text = text.Replace("<c>", "`", StringComparison.Ordinal).Replace("</c>", "`", StringComparison.Ordinal);
        return Spaces().Replace(Tag().Replace(text, ""), " ").Trim();
    }

    [GeneratedRegex("""(?<doc>(?:^[ \t]*///[^\n]*\n)+)\s*public const string (?<name>\w+) =\s*"(?<code>[A-Z0-9_]+)";""", RegexOptions.Multiline)]
    private static partial Regex Constant();

    [GeneratedRegex(@"^[ \t]*///", RegexOptions.Multiline)]
    private static partial Regex LineStart();

    [GeneratedRegex("<remarks>.*?</remarks>", RegexOptions.Singleline)]
    private static partial Regex Remarks();

    [GeneratedRegex("""<see cref="(?<name>[^"]+)"\s*/>""")]
    private static partial Regex Reference();

    [GeneratedRegex("</?[a-z]+>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
