using Plr.GraphQL.Generators.Code;
using Plr.GraphQL.Generators.Emission;
using Plr.GraphQL.Generators.Schema;

namespace Plr.GraphQL.Generators.Checking;

/// <summary>Compares schema files with the code that is to resolve them. Pure: the same files and code give the same plan.</summary>
internal sealed class BindingChecker
{
    private readonly List<BindingProblem> problems = [];
    private readonly SdlSchema schema;
    private readonly BindingIndex index;
    private readonly TypeMatcher matcher;
    private readonly CodeModel code;

    private BindingChecker(IReadOnlyList<SdlFile> files, CodeModel code)
    {
        this.code = code;
        problems.AddRange(files.Select(static file => file.Problem).OfType<BindingProblem>());
        problems.AddRange(files.SelectMany(PolicyChecker.Check));
        schema = SdlSchema.Join(files, problems);
        index = new BindingIndex(schema, code, problems);
        matcher = new TypeMatcher(schema, index);
    }

    /// <summary>Checks everything. When a file does not parse, that alone is reported: the rest would be noise.</summary>
    public static CheckedBindings Check(IReadOnlyList<SdlFile> files, CodeModel code)
    {
        var broken = files.Where(static file => file.Problem is not null).Select(static file => file.Problem!).ToList(); // Asked in the same line.
        if (broken.Count > 0)
        {
            return new CheckedBindings(new BindingPlan(code.AssemblyName, default, default), broken.ToEquatable());
        }

        return new BindingChecker(files, code).Check();
    }

    private CheckedBindings Check()
    {
        var used = schema.UsedTypes();
        var types = schema.Types
            .Select(type => new TypeBindings(type.Name, Statements(type, used.Contains(type.Name)).ToEquatable()))
            .Where(static type => type.Statements.Count > 0)
            .ToEquatable();
        var resolvers = code.Resolvers
            .Where(static c => c.Methods.Any(static method => !method.IsStatic)).Select(static c => c.Name).Distinct().ToEquatable();
        return new CheckedBindings(new BindingPlan(code.AssemblyName, types, resolvers), problems.Distinct().ToEquatable());
    }

    private IEnumerable<string> Statements(SdlType type, bool isUsed) => type.Kind switch
    {
        SdlKind.Object => ObjectStatements(type),
        SdlKind.Scalar => One(ScalarStatement(type, isUsed)),
        SdlKind.Enum => One(EnumStatement(type, isUsed)),
        SdlKind.InputObject => One(InputStatement(type, isUsed)),
        _ => [],
    };

    private List<string> ObjectStatements(SdlType type)
    {
        var statements = new List<string>();
        if (index.Runtimes.TryGetValue(type.Name, out var runtime))
        {
            statements.Add(FieldStatement.Object(type.Name, runtime.Name));
        }
        else if (!schema.IsRoot(type.Name))
        {
            problems.Add(BindingProblem.Of(BindingRules.TypeUnbound, type.Span, type.Name, $"[assembly: BindType<T>(\"{type.Name}\")]"));
            return statements;
        }

        statements.AddRange(new FieldChecker(type, index, matcher, problems).Check());
        statements.AddRange(new EntityChecker(index, problems).Check(type, runtime));
        return statements;
    }

    private string? ScalarStatement(SdlType type, bool isUsed)
    {
        if (index.Scalars.TryGetValue(type.Name, out var bound))
        {
            return FieldStatement.Scalar(type.Name, bound.ClassName);
        }

        if (isUsed)
        {
            problems.Add(BindingProblem.Of(BindingRules.ScalarUnbound, type.Span, type.Name));
        }

        return null;
    }

    private string? EnumStatement(SdlType type, bool isUsed) =>
        index.Enums.TryGetValue(type.Name, out var bound)
            ? EnumChecker.Check(type, bound, problems)
            : Unbound(type, isUsed, $"[assembly: BindEnum<T>(\"{type.Name}\")]");

    private string? InputStatement(SdlType type, bool isUsed) =>
        index.Inputs.TryGetValue(type.Name, out var bound)
            ? new InputChecker(matcher, problems).Check(type, bound)
            : Unbound(type, isUsed, $"[assembly: BindInput<T>(\"{type.Name}\")]");

    private string? Unbound(SdlType type, bool isUsed, string remedy)
    {
        if (isUsed)
        {
            problems.Add(BindingProblem.Of(BindingRules.TypeUnbound, type.Span, type.Name, remedy));
        }

        return null;
    }

    private static IEnumerable<string> One(string? statement) => statement is null ? [] : [statement];
}
