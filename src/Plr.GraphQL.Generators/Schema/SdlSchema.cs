namespace Plr.GraphQL.Generators.Schema;

/// <summary>All schema files of a compilation as one: the union of their types' fields.</summary>
internal sealed class SdlSchema
{
    private static readonly string[] Operations = ["Query", "Mutation", "Subscription"];
    private readonly Dictionary<string, SdlType> types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> roots;

    private SdlSchema(Dictionary<string, string> roots) => this.roots = roots;

    public IEnumerable<SdlType> Types => types.Values;

    /// <summary>Joins the files. Whoever comes first is right; who disagrees is a problem.</summary>
    public static SdlSchema Join(IReadOnlyList<SdlFile> files, List<BindingProblem> problems)
    {
        var roots = Operations.ToDictionary(static operation => operation.ToLowerInvariant());
        foreach (var root in files.SelectMany(static file => file.Roots))
        {
            roots[root.Operation] = root.Type;
        }

        var schema = new SdlSchema(roots);
        foreach (var type in files.SelectMany(static file => file.Types))
        {
            schema.Add(type, problems);
        }

        return schema;
    }

    public SdlType? Find(string name) => types.TryGetValue(name, out var type) ? type : null;

    /// <summary>The name of a root type: <c>query</c>, <c>mutation</c> or <c>subscription</c>.</summary>
    public string Root(string operation) => roots[operation];

    public bool IsRoot(string typeName) => roots.ContainsValue(typeName);

    /// <summary>The object types that a value of this composite type may have: the type itself, or an abstract type's members.</summary>
    public IEnumerable<SdlType> PossibleTypes(SdlType type) => type.Kind switch
    {
        SdlKind.Interface => Types.Where(other => other.Kind == SdlKind.Object && other.Members.Contains(type.Name)),
        SdlKind.Union => type.Members.Select(Find).OfType<SdlType>(),
        _ => [type],
    };

    /// <summary>Names of the types that fields and arguments use, which are those that need a binding.</summary>
    public HashSet<string> UsedTypes()
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in Types.SelectMany(static type => type.Fields))
        {
            used.Add(field.Type.Name);
            foreach (var argument in field.Arguments)
            {
                AddInput(argument.Type.Name, used);
            }
        }

        return used;
    }

    private void AddInput(string name, HashSet<string> used)
    {
        if (used.Add(name) && Find(name) is { } type)
        {
            foreach (var input in type.Inputs)
            {
                AddInput(input.Type.Name, used);
            }
        }
    }

    private void Add(SdlType type, List<BindingProblem> problems)
    {
        if (!types.TryGetValue(type.Name, out var known))
        {
            types.Add(type.Name, type);
            return;
        }

        if (known.Kind != type.Kind)
        {
            problems.Add(Conflict(type.Name, type.Kind.ToString(), known.Kind.ToString(), type.Span, known.Span));
            return;
        }

        types[type.Name] = known with
        {
            Members = known.Members.Union(type.Members).ToEquatable(),
            Fields = Join(type.Name, known.Fields, type.Fields, problems),
            Inputs = JoinInputs(type.Name, known.Inputs, type.Inputs, problems),
            Values = known.Values.Concat(type.Values.Where(value => known.Values.All(old => old.Name != value.Name))).ToEquatable(),
            Keys = known.Keys.Union(type.Keys).ToEquatable(),
        };
    }

    private static EquatableArray<SdlField> Join(
        string typeName, EquatableArray<SdlField> known, EquatableArray<SdlField> added, List<BindingProblem> problems)
    {
        foreach (var field in added)
        {
            if (known.FirstOrDefault(other => other.Name == field.Name) is { } other && other.Signature != field.Signature)
            {
                problems.Add(Conflict($"{typeName}.{field.Name}", field.Signature, other.Signature, field.Span, other.Span));
            }
        }

        return known.Concat(added.Where(field => known.All(other => other.Name != field.Name))).ToEquatable();
    }

    private static EquatableArray<SdlArgument> JoinInputs(
        string typeName, EquatableArray<SdlArgument> known, EquatableArray<SdlArgument> added, List<BindingProblem> problems)
    {
        foreach (var input in added)
        {
            if (known.FirstOrDefault(other => other.Name == input.Name) is { } other && other.Type != input.Type)
            {
                problems.Add(Conflict($"{typeName}.{input.Name}", input.Type.ToString(), other.Type.ToString(), input.Span, other.Span));
            }
        }

        return known.Concat(added.Where(input => known.All(other => other.Name != input.Name))).ToEquatable();
    }

    private static BindingProblem Conflict(string coordinate, string here, string there, SourceSpan span, SourceSpan other) =>
        BindingProblem.Of(BindingRules.DefinitionConflict, span, coordinate, here, there, Path.GetFileName(other.Path));
}
