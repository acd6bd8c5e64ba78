using Microsoft.IdentityModel.Tokens;

namespace Plr.Host.SignIn;

/// <summary>Takes the tokens that <c>plr token</c> makes, and no others.</summary>
/// <param name="key">The development key.</param>
public sealed class DevelopmentTokenKeys(SecurityKey key) : ITokenKeys
{
    private readonly TrustedKeys trusted = new(new TokenValidationParameters
    {
        ValidIssuer = TokenIssuer.Issuer,
        ValidAudience = TokenIssuer.Audience,
        IssuerSigningKey = key,
        ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
    });

    /// <inheritdoc/>
    public ValueTask<TrustedKeys> CurrentAsync(CancellationToken cancellationToken) => ValueTask.FromResult(trusted);
}
