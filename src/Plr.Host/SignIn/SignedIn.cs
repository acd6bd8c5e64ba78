namespace Plr.Host.SignIn;

/// <summary>A genuine token's content.</summary>
/// <param name="Holder">Whom it names.</param>
/// <param name="Until">First instant it holds no longer, UTC.</param>
public sealed record SignedIn(TokenHolder Holder, DateTimeOffset Until);
