using System.Xml.Linq;

namespace Plr.Architecture.Tests;

/// <summary>The arrows that a project file draws.</summary>
internal static class ProjectReferences
{
    /// <summary>Names of the projects referenced, analyzers included.</summary>
    public static IEnumerable<string> In(XDocument project) => project
        .Descendants("ProjectReference")
        .Select(reference => Path.GetFileNameWithoutExtension(((string?)reference.Attribute("Include") ?? "").Replace('\\', '/')));
}
