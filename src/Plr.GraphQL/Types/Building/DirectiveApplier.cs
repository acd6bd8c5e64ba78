using System.Collections.Immutable;
using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Types.Building;

/// <summary>Applies the directives that a schema writes, once every type is there to coerce their arguments.</summary>
/// <remarks>GraphQL September 2025, 5.4 and 5.7, as they hold for type system documents.</remarks>
internal sealed class DirectiveApplier(SchemaErrorList errors)
{
    private readonly List<Application> applications = [];

    public void Add(
        IEnumerable<DirectiveNode> nodes, DirectiveLocation location, string coordinate, Action<AppliedDirectives> assign)
    {
        ImmutableArray<DirectiveNode> applied = [.. nodes];
        if (!applied.IsEmpty)
        {
            applications.Add(new Application(applied, location, coordinate, assign));
        }
    }

    /// <summary>Whether any place so far carries the directive.</summary>
    public bool Applies(string name) => applications.Exists(application => application.Nodes.Any(node => node.Name == name));

    public void Apply(IReadOnlyDictionary<string, DirectiveDefinition> definitions)
    {
        foreach (var application in applications)
        {
            var applied = ImmutableArray.CreateBuilder<AppliedDirective>();
            foreach (var node in application.Nodes)
            {
                if (Check(node, application, definitions.GetValueOrDefault(node.Name), applied) is { } directive)
                {
                    applied.Add(directive);
                }
            }

            application.Assign(new AppliedDirectives(applied.ToImmutable()));
        }
    }

    private AppliedDirective? Check(
        DirectiveNode node,
        Application application,
        DirectiveDefinition? definition,
        IReadOnlyCollection<AppliedDirective> before)
    {
        if (definition is null)
        {
            return Refuse("which is not defined");
        }

        if (!definition.Locations.Contains(application.Location))
        {
            return Refuse($"which may not stand on {DirectiveLocations.Name(application.Location)}");
        }

        return !definition.IsRepeatable && before.Any(directive => directive.Definition == definition)
            ? Refuse("more than once, but it is not repeatable")
            : Coerce(node, application, definition);

        AppliedDirective? Refuse(string why)
        {
            errors.Add(application.Coordinate, $"applies `@{node.Name}` {why}", node.Location);
            return null;
        }
    }

    private AppliedDirective Coerce(DirectiveNode node, Application application, DirectiveDefinition definition)
    {
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var argument in node.Arguments)
        {
            var known = definition.FindArgument(argument.Name);
            var problem = known is null ? "is not defined"
                : !InputCoercion.TryCoerceLiteral(known.Type, argument.Value, out var value) ? $"must be a `{known.Type}`"
                : !arguments.TryAdd(argument.Name, value) ? "is given more than once"
                : null;
            if (problem is not null)
            {
                errors.Add(application.Coordinate, $"applies `@{node.Name}`, but its argument `{argument.Name}` {problem}", argument.Location);
            }
        }

        AddDefaults(node, application, definition, arguments);
        return new AppliedDirective(definition, node, arguments);
    }

    private void AddDefaults(
        DirectiveNode node, Application application, DirectiveDefinition definition, Dictionary<string, object?> arguments)
    {
        foreach (var argument in definition.Arguments)
        {
            if (argument.IsRequired && node.Arguments.All(given => given.Name != argument.Name))
            {
                errors.Add(application.Coordinate, $"applies `@{node.Name}` without its argument `{argument.Name}`", node.Location);
            }
            else if (argument.DefaultValue is not null
                && !arguments.ContainsKey(argument.Name)
                && InputCoercion.TryCoerceLiteral(argument.Type, argument.DefaultValue, out var value))
            {
                arguments.Add(argument.Name, value);
            }
        }
    }

    private sealed record Application(
        ImmutableArray<DirectiveNode> Nodes, DirectiveLocation Location, string Coordinate, Action<AppliedDirectives> Assign);
}
