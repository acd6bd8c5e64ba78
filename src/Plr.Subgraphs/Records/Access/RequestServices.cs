namespace Plr.Subgraphs.Records.Access;

/// <summary>Services that guards need. A guard serves all requests, so it has none of its own.</summary>
internal static class RequestServices
{
    public static T Get<T>(this IServiceProvider services)
        where T : class =>
        (T?)services.GetService(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not among the services: call AddSubgraphs");
}
