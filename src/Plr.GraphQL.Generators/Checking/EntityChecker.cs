using Plr.GraphQL.Generators.Code;
using Plr.GraphQL.Generators.Emission;
using Plr.GraphQL.Generators.Schema;

namespace Plr.GraphQL.Generators.Checking;

/// <summary>Every type with a resolvable <c>@key</c> has one method that finds its entities, and no other type has one.</summary>
internal sealed class EntityChecker(BindingIndex index, List<BindingProblem> problems)
{
    public IEnumerable<string> Check(SdlType type, RuntimeType? runtime)
    {
        var found = index.ResolversOf(type.Name)
            .SelectMany(static c => c.Methods.Select(method => (Class: c, Method: method)))
            .Where(static candidate => candidate.Method.IsEntity).ToList();
        if (Problem(type, runtime, found) is { } problem)
        {
            problems.Add(BindingProblem.Of(BindingRules.EntityMismatch, found.Count > 0 ? found[found.Count - 1].Method.Span : type.Span, type.Name, problem));
            return [];
        }

        return found.Select(candidate => FieldStatement.Entity(type.Name, candidate.Class, candidate.Method)).ToList();
    }

    private static string? Problem(SdlType type, RuntimeType? runtime, List<(ResolverClass Class, ResolverMethod Method)> found) =>
        (type.Keys.Count > 0, found.Count) switch
        {
            (true, 0) => "has a `@key`, but no resolver class has an `[EntityResolver]` for it",
            (false, > 0) => $"has no resolvable `@key`, but `{found[0].Method.Display}` is an `[EntityResolver]`",
            (true, > 1) => $"has two entity resolvers, `{found[0].Method.Display}` and `{found[1].Method.Display}`",
            (true, 1) when runtime is not null => ResolverShape.EntityProblem(found[0].Method, runtime),
            _ => null,
        };
}
