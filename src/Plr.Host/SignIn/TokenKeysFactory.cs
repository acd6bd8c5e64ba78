using Plr.Host.Configuration;

namespace Plr.Host.SignIn;

/// <summary>Chooses which tokens are taken: those of the issuer named, else in Development those of <c>plr token</c>.</summary>
public static class TokenKeysFactory
{
    /// <summary>The keys that the configuration asks for.</summary>
    /// <exception cref="RefusedException">Issuer or audience is missing: sign-in would be open or shut to all.</exception>
    public static ITokenKeys Create(PlrConfiguration configuration) => configuration switch
    {
        { Authority: { } authority, Audience: { } audience } => new DiscoveredTokenKeys(authority, audience),
        { Authority: not null } => throw new RefusedException(
            "`Authentication__Audience` is missing; set it to what the issuer's tokens are made for"),
        { IsDevelopment: true } => new DevelopmentTokenKeys(DevelopmentKey.Ensure(configuration.DataDirectory)),
        { Audience: null } => throw new RefusedException(
            "`Authentication__Authority` and `Authentication__Audience` are missing; outside Development every token comes from an OpenID Connect "
            + "issuer, so name its address and this service's audience (or set `ASPNETCORE_ENVIRONMENT=Development` to try the program out)"),
        _ => throw new RefusedException("`Authentication__Authority` is missing; set it to the address of the OpenID Connect issuer"),
    };
}
