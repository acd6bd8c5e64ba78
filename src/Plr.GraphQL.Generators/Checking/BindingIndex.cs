using Plr.GraphQL.Generators.Code;
using Plr.GraphQL.Generators.Schema;

namespace Plr.GraphQL.Generators.Checking;

/// <summary>Which C# type each type of the schema is bound to.</summary>
internal sealed class BindingIndex
{
    private readonly SdlSchema schema;
    private readonly List<BindingProblem> problems;

    public BindingIndex(SdlSchema schema, CodeModel code, List<BindingProblem> problems)
    {
        this.schema = schema;
        this.problems = problems;
        foreach (var resolvers in code.Resolvers)
        {
            Add(resolvers);
        }

        foreach (var type in code.Types)
        {
            Add(Runtimes, type.SdlName, type.Runtime, type.Runtime.Display, type.Span, SdlKind.Object, static bound => bound.Display);
        }

        foreach (var type in code.Enums)
        {
            Add(Enums, type.SdlName, type, type.Display, type.Span, SdlKind.Enum, static bound => bound.Display);
        }

        foreach (var type in code.Inputs)
        {
            Add(Inputs, type.SdlName, type, type.Display, type.Span, SdlKind.InputObject, static bound => bound.Display);
        }

        foreach (var type in code.Scalars)
        {
            Add(Scalars, type.SdlName, type, type.Display, type.Span, SdlKind.Scalar, static bound => bound.Display);
        }
    }

    /// <summary>C# types of object types, by SDL name.</summary>
    public Dictionary<string, RuntimeType> Runtimes { get; } = new(StringComparer.Ordinal);

    /// <summary>C# enums, by SDL name.</summary>
    public Dictionary<string, BoundEnum> Enums { get; } = new(StringComparer.Ordinal);

    /// <summary>Records of input objects, by SDL name.</summary>
    public Dictionary<string, BoundInput> Inputs { get; } = new(StringComparer.Ordinal);

    /// <summary>Scalar classes, by SDL name.</summary>
    public Dictionary<string, BoundScalar> Scalars { get; } = new(StringComparer.Ordinal);

    private Dictionary<string, List<ResolverClass>> Resolvers { get; } = new(StringComparer.Ordinal);

    /// <summary>The classes that resolve a type's fields, in the order of their files.</summary>
    public IReadOnlyList<ResolverClass> ResolversOf(string typeName) =>
        Resolvers.TryGetValue(typeName, out var classes) ? classes : [];

    private void Add(ResolverClass resolvers)
    {
        var name = resolvers.SdlName ?? schema.Root(resolvers.Kind.ToString().ToLowerInvariant());
        if (!Exists(name, SdlKind.Object, resolvers.Display, resolvers.Span))
        {
            return;
        }

        if (!Resolvers.TryGetValue(name, out var classes))
        {
            Resolvers[name] = classes = [];
        }

        classes.Add(resolvers);
        if (resolvers.Runtime is { } runtime && (!Runtimes.TryGetValue(name, out var known) || known.Name != runtime.Name))
        {
            Add(Runtimes, name, runtime, runtime.Display, resolvers.Span, SdlKind.Object, static bound => bound.Display);
        }
    }

    private void Add<T>(
        Dictionary<string, T> bound, string name, T value, string display, SourceSpan span, SdlKind kind, Func<T, string> displayOf)
    {
        if (!Exists(name, kind, display, span))
        {
            return;
        }

        if (bound.TryGetValue(name, out var known))
        {
            problems.Add(BindingProblem.Of(BindingRules.BoundTwice, span, name, displayOf(known), display));
            return;
        }

        bound.Add(name, value);
    }

    private bool Exists(string name, SdlKind kind, string display, SourceSpan span)
    {
        if (schema.Find(name) is { } type && type.Kind == kind)
        {
            return true;
        }

        var nearest = Spelling.Suggest(name, schema.Types.Where(other => other.Kind == kind).Select(static other => other.Name));
        problems.Add(BindingProblem.Of(BindingRules.BindingUnknown, span, name, Words.Of(kind), display, nearest));
        return false;
    }
}
