using System.Diagnostics.CodeAnalysis;
using Plr.Domain;
using Plr.GraphQL;

namespace Plr.Subgraphs.Scalars;

/// <summary>Scalars that are strings on the wire and values of the domain behind it.</summary>
internal static class ScalarReading
{
    /// <summary>Reads a string by the domain's own parser, whose problem becomes the scalar's.</summary>
    /// <param name="code">The code for anything that is no string.</param>
    /// <param name="form">What is expected.</param>
    public static bool TryRead<T>(
        in ScalarInput input,
        Func<string, Result<T>> parse,
        string code,
        string form,
        [MaybeNullWhen(false)] out T value,
        out ScalarProblem problem)
    {
        value = default;
        if (!input.TryGetString(out var text))
        {
            problem = new ScalarProblem(code, form);
            return false;
        }

        var parsed = parse(text);
        if (!parsed.Succeeded)
        {
            problem = new ScalarProblem(parsed.Problem.Code, parsed.Problem.Message);
            return false;
        }

        value = parsed.Value;
        problem = default;
        return true;
    }
}
