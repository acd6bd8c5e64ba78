namespace Plr.Host.SignIn;

/// <summary>The issuer's keys cannot be had, so that no token can be judged: 503, and the next request tries again.</summary>
/// <param name="cause">What the way to the issuer said: for the log alone.</param>
public sealed class SignInUnavailableException(Exception cause) : Exception("the issuer's keys cannot be fetched", cause);
