using Plr.GraphQL.Generators.Code;
using Plr.GraphQL.Generators.Schema;

namespace Plr.GraphQL.Generators.Checking;

/// <summary>Compares the arguments of a field with the parameters of its resolver, by name.</summary>
internal sealed class ArgumentChecker(TypeMatcher matcher, List<BindingProblem> problems)
{
    /// <returns>Whether every argument has its parameter and every parameter its argument.</returns>
    public bool Check(string coordinate, SdlField field, ResolverMethod method, IReadOnlyList<ResolverParameter> parameters)
    {
        var before = problems.Count;
        foreach (var argument in field.Arguments.Where(argument => parameters.All(p => p.Name != argument.Name)))
        {
            problems.Add(BindingProblem.Of(
                BindingRules.ArgumentMissing, method.Span, $"{coordinate}({argument.Name}:)", method.Display, argument.Name));
        }

        foreach (var parameter in parameters)
        {
            if (field.Arguments.FirstOrDefault(argument => argument.Name == parameter.Name) is not { } argument)
            {
                var nearest = Spelling.Suggest(parameter.Name, field.Arguments.Select(static a => a.Name));
                problems.Add(BindingProblem.Of(
                    BindingRules.ArgumentUnknown, parameter.Span, $"{coordinate}({parameter.Name}:)", method.Display, parameter.Name, nearest));
            }
            else if (!Fits(argument, parameter))
            {
                problems.Add(BindingProblem.Of(
                    BindingRules.ArgumentMistyped, parameter.Span, $"{coordinate}({argument.Name}:)", argument.Type.ToString(),
                    parameter.Name, method.Display, parameter.Type.Display, matcher.Expected(argument.Type)));
            }
        }

        return problems.Count == before;
    }

    private bool Fits(SdlArgument argument, ResolverParameter parameter) =>
        matcher.MatchInput(argument.Type, parameter.OptionalOf ?? parameter.Type) == TypeMatch.Same;
}
