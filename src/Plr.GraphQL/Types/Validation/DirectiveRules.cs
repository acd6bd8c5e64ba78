using Plr.GraphQL.Types.Building;

namespace Plr.GraphQL.Types.Validation;

/// <summary>What holds for every directive definition.</summary>
/// <remarks>GraphQL September 2025, 3.13 Directives, Type Validation.</remarks>
internal static class DirectiveRules
{
    public static void Validate(DirectiveDefinition directive, SchemaErrorList errors)
    {
        NameRules.ValidateName(directive.Name, directive.Coordinate, directive.Location, errors);
        foreach (var argument in directive.Arguments)
        {
            InputValueRules.Validate(argument, errors);
        }

        if (new References(directive).IsFoundInArguments(directive))
        {
            errors.Add(directive.Coordinate, "must not refer to itself", directive.Location);
        }
    }

    /// <summary>Follows arguments to directives and types, and those to further ones, each once.</summary>
    private sealed class References(DirectiveDefinition target)
    {
        private readonly HashSet<object> visited = [];

        public bool IsFoundInArguments(DirectiveDefinition directive) => directive.Arguments.Any(IsFoundIn);

        private bool IsFoundIn(InputValueDefinition input) => IsFoundIn(input.Directives) || IsFoundIn(input.Type.UnderlyingType);

        private bool IsFoundIn(AppliedDirectives directives) => directives.Any(
            applied => applied.Definition == target
                || (visited.Add(applied.Definition) && IsFoundInArguments(applied.Definition)));

        private bool IsFoundIn(NamedType type) => visited.Add(type) && (IsFoundIn(type.Directives) || type switch
        {
            InputObjectType input => input.Fields.Any(IsFoundIn),
            EnumType values => values.Values.Any(value => IsFoundIn(value.Directives)),
            _ => false,
        });
    }
}
