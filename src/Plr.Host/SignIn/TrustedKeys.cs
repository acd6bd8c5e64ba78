using Microsoft.IdentityModel.Tokens;

namespace Plr.Host.SignIn;

/// <summary>What tokens must fulfil, for as long as the issuer's keys stay as they are. Keys that changed are another object.</summary>
/// <param name="parameters">From whom, made for what, signed with which keys.</param>
public sealed class TrustedKeys(TokenValidationParameters parameters)
{
    /// <summary>From whom, made for what, signed with which keys. Shared: cloned before anything is set.</summary>
    public TokenValidationParameters Parameters => parameters;
}
