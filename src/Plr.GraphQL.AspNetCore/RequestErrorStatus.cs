namespace Plr.GraphQL.AspNetCore;

/// <summary>How HTTP says that a request failed with a certain code, whatever the client accepts.</summary>
/// <param name="StatusCode">From 400 to 599.</param>
/// <param name="RetryAfter">When to try again, sent as <c>Retry-After</c> in whole seconds; null: not said.</param>
public sealed record RequestErrorStatus(int StatusCode, TimeSpan? RetryAfter = null);
