using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Plr.Domain;

namespace Plr.Host.SignIn;

/// <summary>Judges a token: genuine, in force, made for us; and says whom it names.</summary>
/// <param name="keys">Which tokens we take.</param>
/// <param name="time">The clock.</param>
public sealed class TokenReader(ITokenKeys keys, TimeProvider time)
{
    private const int MaxTokenLength = 16 * 1024;
    private const int MaxJudgedTokens = 20_000;

    // Issuers' clocks and ours differ a little.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(30);

    private readonly JudgedTokens judged = new(MaxJudgedTokens);
    private readonly JsonWebTokenHandler handler = new() { MaximumTokenSizeInBytes = MaxTokenLength, MapInboundClaims = false };

    /// <summary>Reads one token.</summary>
    /// <returns>Its holder and its last instant, or the problem: one of the <c>TOKEN_</c> codes. The token is not echoed: it is a secret.</returns>
    /// <exception cref="SignInUnavailableException">The issuer's keys cannot be had.</exception>
    public async ValueTask<Result<SignedIn>> ReadAsync(string token, CancellationToken cancellationToken)
    {
        if (token.Length is 0 or > MaxTokenLength || !handler.CanReadToken(token))
        {
            return new Problem(ErrorCodes.TokenInvalid, "the `Authorization` header holds no JSON Web Token");
        }

        var trusted = await keys.CurrentAsync(cancellationToken);
        var fingerprint = TokenFingerprint.Of(token);
        return judged.Find(fingerprint, trusted) is { } known && IsInForce(known)
            ? known.Content
            : await JudgeAsync(token, fingerprint, trusted);
    }

    private async ValueTask<Result<SignedIn>> JudgeAsync(string token, TokenFingerprint fingerprint, TrustedKeys trusted)
    {
        var parameters = trusted.Parameters.Clone();
        parameters.ClockSkew = ClockTolerance;
        parameters.LifetimeValidator = ValidateLifetime;
        var outcome = await handler.ValidateTokenAsync(token, parameters);
        if (!outcome.IsValid)
        {
            return Explain(outcome.Exception);
        }

        var genuine = (JsonWebToken)outcome.SecurityToken;
        var holder = TokenClaims.Read(genuine);
        if (!holder.Succeeded)
        {
            return holder.Problem;
        }

        var content = new SignedIn(holder.Value, new DateTimeOffset(genuine.ValidTo, TimeSpan.Zero));
        judged.Keep(fingerprint, new JudgedToken(content, genuine.ValidFrom == default ? null : new DateTimeOffset(genuine.ValidFrom, TimeSpan.Zero), trusted));
        return content;
    }

    // A token out of force is judged again, which says what is wrong with it.
    private bool IsInForce(JudgedToken known)
    {
        var now = time.GetUtcNow();
        return now < known.Content.Until + ClockTolerance && (known.From is not { } from || from <= now + ClockTolerance);
    }

    private bool ValidateLifetime(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return (notBefore, expires) switch
        {
            (_, null) => throw new SecurityTokenNoExpirationException("no expiry"),
            (_, { } end) when end + parameters.ClockSkew <= now => throw new SecurityTokenExpiredException("expired"),
            ({ } start, _) when now + parameters.ClockSkew < start => throw new SecurityTokenNotYetValidException("not yet valid"),
            _ => true,
        };
    }

    private static Problem Explain(Exception failure) => failure switch
    {
        SecurityTokenExpiredException => new(ErrorCodes.TokenExpired, "the token has run out; take a new one"),
        SecurityTokenNotYetValidException => new(ErrorCodes.TokenNotYetValid, "the token holds only from a later moment"),
        SecurityTokenNoExpirationException => new(ErrorCodes.TokenInvalid, "the token has no `exp`: one that never ends is not taken"),
        SecurityTokenInvalidAudienceException => new(ErrorCodes.TokenAudienceWrong, "the token's `aud` names another service"),
        SecurityTokenInvalidIssuerException => new(ErrorCodes.TokenIssuerWrong, "the token's `iss` is not trusted here"),
        SecurityTokenInvalidSignatureException or SecurityTokenSignatureKeyNotFoundException or SecurityTokenInvalidAlgorithmException
            or SecurityTokenInvalidSigningKeyException =>
            new(ErrorCodes.TokenSignatureWrong, "the token's signature is missing or not the issuer's"),
        _ => new(ErrorCodes.TokenInvalid, "the token cannot be read"),
    };
}
