namespace Plr.GraphQL.AspNetCore;

/// <summary>A feature of a request that is set by whoever reads its token: what outlives one answer, a socket or a stream, ends with it.</summary>
/// <param name="Until">First instant at which the token holds no longer, UTC.</param>
public sealed record SignInExpiry(DateTimeOffset Until);
