using Plr.GraphQL.Generators.Schema;

namespace Plr.GraphQL.Generators.Checking;

/// <summary>Names between the two languages, and the words of messages.</summary>
internal static class Words
{
    /// <summary>The C# name of a field or argument: <c>awardedOn</c> is <c>AwardedOn</c>.</summary>
    public static string Pascal(string name) =>
        name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name.Substring(1);

    /// <summary>Whether an SDL name and a C# name say the same: case and underscores aside.</summary>
    public static bool AreSame(string sdlName, string clrName) =>
        string.Equals(Bare(sdlName), Bare(clrName), StringComparison.OrdinalIgnoreCase);

    public static string Of(SdlKind kind) => kind switch
    {
        SdlKind.Scalar => "a scalar",
        SdlKind.Object => "an object type",
        SdlKind.Interface => "an interface",
        SdlKind.Union => "a union",
        SdlKind.Enum => "an enum",
        _ => "an input object",
    };

    private static string Bare(string name) => name.Replace("_", "");
}
