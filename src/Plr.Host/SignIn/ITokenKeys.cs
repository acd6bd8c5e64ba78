using Microsoft.IdentityModel.Tokens;

namespace Plr.Host.SignIn;

/// <summary>Which tokens this service takes: from whom, made for what, signed with which keys.</summary>
public interface ITokenKeys
{
    /// <summary>What a token must fulfil now.</summary>
    /// <exception cref="SignInUnavailableException">The issuer's keys cannot be had.</exception>
    ValueTask<TokenValidationParameters> CurrentAsync(CancellationToken cancellationToken);
}
