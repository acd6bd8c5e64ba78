using Plr.GraphQL.Generators.Code;
using Plr.GraphQL.Generators.Emission;
using Plr.GraphQL.Generators.Schema;

namespace Plr.GraphQL.Generators.Checking;

/// <summary>Compares an enum with its C# enum, both ways: case and underscores aside, the names are the same.</summary>
internal static class EnumChecker
{
    public static string Check(SdlType type, BoundEnum bound, List<BindingProblem> problems)
    {
        var pairs = new List<(string Value, string Member)>();
        foreach (var value in type.Values)
        {
            if (bound.Members.FirstOrDefault(member => Words.AreSame(value.Name, member)) is { } match)
            {
                pairs.Add((value.Name, match));
                continue;
            }

            var nearest = Spelling.Suggest(value.Name.Replace("_", ""), bound.Members);
            problems.Add(BindingProblem.Of(
                BindingRules.EnumMismatch, value.Span, $"{type.Name}.{value.Name}", $"`{bound.Display}` has no such member{nearest}"));
        }

        foreach (var member in bound.Members.Where(member => type.Values.All(value => !Words.AreSame(value.Name, member))))
        {
            problems.Add(BindingProblem.Of(
                BindingRules.EnumMismatch, bound.Span, type.Name, $"member `{bound.Display}.{member}` is no value of the enum in the schema"));
        }

        return FieldStatement.Enum(type.Name, bound.Name, pairs);
    }
}
