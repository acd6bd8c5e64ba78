using Plr.GraphQL.Binding;

namespace Plr.GraphQL;

/// <summary>What a resolver may know of the field that it resolves. One instance serves all parents of one field in one request.</summary>
public abstract class FieldContext
{
    private protected FieldContext(IServiceProvider services) => Services = services;

    /// <summary>The services of the request.</summary>
    public IServiceProvider Services { get; }

    /// <summary>The schema coordinate, such as <c>Learner.name</c>.</summary>
    public abstract string Coordinate { get; }

    /// <summary>The key of the field in the response: its alias, or else its name.</summary>
    public abstract string ResponseName { get; }

    /// <summary>The cancellation token of the request.</summary>
    public abstract CancellationToken CancellationToken { get; }

    /// <summary>Whether a field is selected below this one, on any type it may have: so that a count nobody reads is not counted.</summary>
    /// <param name="fieldName">A field's name, not its alias; for a field further down, names joined by dots: <c>edges.node</c>.</param>
    public abstract bool IsSelected(string fieldName);

    /// <summary>Whether the schema that is executed has a type of that name: one resolver may serve a subgraph alone and all of them together.</summary>
    public bool HasType(string typeName) => Schema.Schema.FindType(typeName) is not null;

    /// <summary>The schema that is executed, with its bindings.</summary>
    public abstract BoundSchema Schema { get; }

    /// <summary>The resolver class of the request, one instance a request.</summary>
    public TResolvers Resolvers<TResolvers>()
        where TResolvers : class =>
        (TResolvers?)Services.GetService(typeof(TResolvers))
        ?? throw new InvalidOperationException($"resolvers of `{Coordinate}` are not among the services: register them as scoped");
}
