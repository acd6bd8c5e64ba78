using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Plr.GraphQL.Generators;

/// <summary>A place in a schema file or a C# file, comparable, unlike the compiler's own.</summary>
internal sealed record SourceSpan(string Path, TextSpan Span, LinePositionSpan Lines)
{
    /// <summary>The place of a C# symbol; null when its source is not in this compilation.</summary>
    public static SourceSpan? Of(ISymbol symbol) =>
        symbol.Locations.FirstOrDefault(static location => location.IsInSource) is { } location ? Of(location) : null;

    public static SourceSpan Of(Location location) =>
        new(location.SourceTree?.FilePath ?? "", location.SourceSpan, location.GetLineSpan().Span);

    public Location ToLocation() => Location.Create(Path, Span, Lines);
}
