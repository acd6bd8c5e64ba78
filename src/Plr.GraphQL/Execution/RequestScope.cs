using Microsoft.Extensions.DependencyInjection;

namespace Plr.GraphQL.Execution;

/// <summary>Begins further scopes of one request.</summary>
public static class RequestScope
{
    /// <summary>A new scope that knows what every <see cref="IRequestContext"/> of the old one knows. Dispose it.</summary>
    /// <param name="services">The services of the request so far.</param>
    public static AsyncServiceScope Begin(IServiceProvider services)
    {
        var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        foreach (var context in services.GetServices<IRequestContext>())
        {
            context.CarryInto(scope.ServiceProvider);
        }

        return scope;
    }
}
