using Plr.GraphQL.Generators.Schema;

namespace Plr.GraphQL.Generators.Checking;

/// <summary>Sees to it that every field of a file with personal data says who may read it.</summary>
/// <remarks>Stubs of other subgraphs' types and <c>@external</c> fields are decided where they are served.</remarks>
internal static class PolicyChecker
{
    public static IEnumerable<BindingProblem> Check(SdlFile file)
    {
        if (file.Policies.Count == 0)
        {
            yield break;
        }

        var policies = string.Join(", ", file.Policies.Select(static policy => "@" + policy));
        var objects = file.Types.Where(static type => type.Kind == SdlKind.Object).ToList();
        foreach (var type in objects.Where(static type => !type.IsStub))
        {
            // An extension has the policy of the type it extends in the same file.
            var ofType = objects.Where(other => other.Name == type.Name).SelectMany(static other => other.Directives);
            if (ofType.Intersect(file.Policies).Any())
            {
                continue;
            }

            foreach (var field in type.Fields.Where(field => !field.Directives.Contains("external") && !field.Directives.Intersect(file.Policies).Any()))
            {
                yield return BindingProblem.Of(BindingRules.PolicyMissing, field.Span, $"{type.Name}.{field.Name}", policies);
            }
        }
    }
}
