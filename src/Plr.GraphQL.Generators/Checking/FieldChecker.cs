using Plr.GraphQL.Generators.Code;
using Plr.GraphQL.Generators.Emission;
using Plr.GraphQL.Generators.Schema;

namespace Plr.GraphQL.Generators.Checking;

/// <summary>Finds what resolves each field of one object type, and whether it fits.</summary>
/// <remarks>In this order: a method of a resolver class, a property of the C# type, a build error.</remarks>
internal sealed class FieldChecker(SdlType type, BindingIndex index, TypeMatcher matcher, List<BindingProblem> problems)
{
    private readonly RuntimeType? runtime = index.Runtimes.TryGetValue(type.Name, out var bound) ? bound : null;

    /// <summary>The statements that bind the type's fields.</summary>
    public IEnumerable<string> Check()
    {
        var classes = index.ResolversOf(type.Name);
        foreach (var (resolvers, method) in classes.SelectMany(static c => c.Methods.Select(method => (c, method))))
        {
            if (!method.IsEntity && type.Fields.All(field => !Resolves(method, field)))
            {
                ReportUnknown(method);
            }
        }

        return type.Fields.Select(field => Bind(field, classes)).OfType<string>().ToList();
    }

    private string? Bind(SdlField field, IReadOnlyList<ResolverClass> classes)
    {
        var coordinate = $"{type.Name}.{field.Name}";
        var candidates = classes.SelectMany(static c => c.Methods.Select(method => (Class: c, Method: method)))
            .Where(candidate => !candidate.Method.IsEntity && Resolves(candidate.Method, field)).ToList();
        if (candidates.Count > 1)
        {
            problems.Add(BindingProblem.Of(
                BindingRules.BoundTwice, candidates[1].Method.Span, coordinate, candidates[0].Method.Display, candidates[1].Method.Display));
        }

        if (candidates.Count > 0)
        {
            return BindMethod(coordinate, field, candidates[0].Class, candidates[0].Method);
        }

        if (runtime?.Properties.FirstOrDefault(property => property.Name == Words.Pascal(field.Name)) is { } read)
        {
            return BindProperty(coordinate, field, runtime, read);
        }

        if (!field.Directives.Contains("external"))
        {
            ReportMissing(coordinate, field, classes);
        }

        return null;
    }

    private string? BindProperty(string coordinate, SdlField field, RuntimeType parent, ClrProperty property)
    {
        foreach (var argument in field.Arguments)
        {
            problems.Add(BindingProblem.Of(
                BindingRules.ArgumentMissing, argument.Span, $"{coordinate}({argument.Name}:)", $"{parent.Display}.{property.Name}", argument.Name));
        }

        return CheckResult(coordinate, field, property.Type, $"{parent.Display}.{property.Name}", property.Span ?? field.Span)
            ? FieldStatement.Read(coordinate, parent.Name, property.Type, matcher.IsLeaf(field.Type.Name), $"p.{property.Name}")
            : null;
    }

    private string? BindMethod(string coordinate, SdlField field, ResolverClass resolvers, ResolverMethod method)
    {
        var values = method.Parameters.Where(static p => p.Role == ParameterRole.Value).ToList();
        if (ResolverShape.Problem(method, resolvers.Kind, resolvers.Runtime, values.FirstOrDefault()) is { } problem)
        {
            problems.Add(BindingProblem.Of(BindingRules.ResolverShape, method.Span, coordinate, problem));
            return null;
        }

        var arguments = resolvers.Runtime is null ? values : values.Skip(1).ToList();
        var fits = new ArgumentChecker(matcher, problems).Check(coordinate, field, method, arguments);
        var result = ResolverShape.ResultOf(method, resolvers.Kind);
        return CheckResult(coordinate, field, result, method.Display, method.Span ?? field.Span) && fits
            ? FieldStatement.Call(coordinate, field, resolvers, method, result, matcher.IsLeaf(field.Type.Name))
            : null;
    }

    private bool CheckResult(string coordinate, SdlField field, ClrType actual, string display, SourceSpan span)
    {
        var value = actual.FieldResult ?? actual;
        var match = matcher.MatchResult(field.Type, value);
        if (match == TypeMatch.Mistyped)
        {
            problems.Add(BindingProblem.Of(
                BindingRules.ResultMistyped, span, coordinate, field.Type.ToString(), display, value.Display, matcher.Expected(field.Type)));
        }
        else if (match == TypeMatch.Nullable)
        {
            problems.Add(BindingProblem.Of(
                BindingRules.ResultNullable, span, coordinate, field.Type.ToString(), display, value.Display));
        }

        return match == TypeMatch.Same;
    }

    private void ReportUnknown(ResolverMethod method)
    {
        var name = char.ToLowerInvariant(method.FieldName[0]) + method.FieldName.Substring(1);
        var nearest = Spelling.Suggest(name, type.Fields.Select(static field => field.Name));
        problems.Add(BindingProblem.Of(BindingRules.ResolverUnknown, method.Span, $"{type.Name}.{name}", method.Display, nearest));
    }

    private void ReportMissing(string coordinate, SdlField field, IReadOnlyList<ResolverClass> classes)
    {
        var name = Words.Pascal(field.Name);
        var known = classes.SelectMany(static c => c.Methods).Select(static method => method.Name)
            .Concat(runtime is null ? [] : runtime.Properties.Select(static property => property.Name));
        problems.Add(BindingProblem.Of(
            BindingRules.ResolverMissing, field.Span, coordinate, name, type.Name, Spelling.Suggest(name, known)));
    }

    private static bool Resolves(ResolverMethod method, SdlField field) =>
        Words.Pascal(field.Name) is var name && (method.FieldName == name || method.Name == name);
}
