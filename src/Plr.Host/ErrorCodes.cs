namespace Plr.Host;

/// <summary>Every code that sign-in and the program's commands give. A code is never renamed or used again.</summary>
public static class ErrorCodes
{
    /// <summary>The <c>Authorization</c> header is not <c>Bearer</c> and a JSON Web Token, or the token can not be read. The caller signs in again.</summary>
    public const string TokenInvalid = "TOKEN_INVALID";
    /// <summary>The token has run out. The caller takes a new one.</summary>
    public const string TokenExpired = "TOKEN_EXPIRED";
    /// <summary>The token holds only from a later moment. The caller waits, or sets the clock of the issuer right.</summary>
    public const string TokenNotYetValid = "TOKEN_NOT_YET_VALID";
    /// <summary>The token was made for another service. The caller asks the issuer for one with this service's audience.</summary>
    public const string TokenAudienceWrong = "TOKEN_AUDIENCE_WRONG";
    /// <summary>The token comes from an issuer that this service does not trust. The caller signs in where this service says.</summary>
    public const string TokenIssuerWrong = "TOKEN_ISSUER_WRONG";
    /// <summary>The token's signature is missing, or is not one of the issuer's. The caller signs in again.</summary>
    public const string TokenSignatureWrong = "TOKEN_SIGNATURE_WRONG";
    /// <summary>The token is genuine, but its claims name no viewer: one of <c>uln</c>, <c>ukprn</c> with <c>plr_kind</c>, or <c>plr_role</c>. The issuer corrects it.</summary>
    public const string TokenClaimsInvalid = "TOKEN_CLAIMS_INVALID";
    /// <summary>The issuer's keys can not be fetched, so that no token can be judged. The operator restores the way to the issuer; the caller tries again later.</summary>
    public const string SignInUnavailable = "SIGN_IN_UNAVAILABLE";
}
