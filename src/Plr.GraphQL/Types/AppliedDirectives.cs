using System.Collections;
using System.Collections.Immutable;

namespace Plr.GraphQL.Types;

/// <summary>The directives on one place of a schema, in source order.</summary>
public sealed class AppliedDirectives(ImmutableArray<AppliedDirective> directives) : IReadOnlyList<AppliedDirective>
{
    /// <summary>No directives.</summary>
    public static AppliedDirectives Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => directives.Length;

    /// <inheritdoc/>
    public AppliedDirective this[int index] => directives[index];

    /// <summary>The first of that name (without <c>@</c>); null when there is none.</summary>
    public AppliedDirective? Find(string name)
    {
        foreach (var directive in directives)
        {
            if (directive.Name == name)
            {
                return directive;
            }
        }

        return null;
    }

    /// <summary>All of that name, for repeatable directives.</summary>
    public IEnumerable<AppliedDirective> FindAll(string name) => directives.Where(directive => directive.Name == name);

    /// <inheritdoc/>
    public IEnumerator<AppliedDirective> GetEnumerator() => ((IEnumerable<AppliedDirective>)directives).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
