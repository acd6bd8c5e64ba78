namespace Plr.GraphQL.Execution;

/// <summary>A scoped service that knows something of a request beside its document, such as who asks.</summary>
/// <remarks>One request may be executed in several scopes: an event of a subscription, an operation over a socket and an entry of a batch
/// have one each, so that each reads its own snapshot and is decided by itself.</remarks>
public interface IRequestContext
{
    /// <summary>Hands what is known to a new scope of the same request.</summary>
    /// <param name="services">The services of the new scope.</param>
    void CarryInto(IServiceProvider services);
}
