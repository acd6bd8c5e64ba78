using Plr.GraphQL.Generators.Code;
using Plr.GraphQL.Generators.Emission;
using Plr.GraphQL.Generators.Schema;

namespace Plr.GraphQL.Generators.Checking;

/// <summary>Compares an input object with the constructor of its record, by name.</summary>
internal sealed class InputChecker(TypeMatcher matcher, List<BindingProblem> problems)
{
    public string? Check(SdlType type, BoundInput bound)
    {
        var before = problems.Count;
        foreach (var field in type.Inputs.Where(field => bound.Parameters.All(parameter => !IsNamed(parameter, field))))
        {
            Report(field.Span, $"{type.Name}.{field.Name}", $"the constructor of `{bound.Display}` has no parameter `{Words.Pascal(field.Name)}`");
        }

        foreach (var parameter in bound.Parameters)
        {
            if (type.Inputs.FirstOrDefault(field => IsNamed(parameter, field)) is not { } field)
            {
                Report(parameter.Span ?? bound.Span, type.Name, $"parameter `{parameter.Name}` of `{bound.Display}` is no field of the input object");
            }
            else if (matcher.MatchInput(field.Type, parameter.OptionalOf ?? parameter.Type) != TypeMatch.Same)
            {
                Report(
                    parameter.Span ?? bound.Span,
                    $"{type.Name}.{field.Name}",
                    $"is `{field.Type}`, but parameter `{parameter.Name}` of `{bound.Display}` is `{parameter.Type.Display}`: expected `{matcher.Expected(field.Type)}`");
            }
        }

        return problems.Count == before ? FieldStatement.Input(type, bound) : null;
    }

    private void Report(SourceSpan span, string coordinate, string message) =>
        problems.Add(BindingProblem.Of(BindingRules.InputMismatch, span, coordinate, message));

    // A positional record writes its parameters in Pascal case, a class in camel case.
    private static bool IsNamed(ResolverParameter parameter, SdlArgument field) =>
        Words.Pascal(parameter.Name) == Words.Pascal(field.Name);
}
