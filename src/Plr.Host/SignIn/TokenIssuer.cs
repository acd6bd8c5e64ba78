using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Plr.Host.SignIn;

/// <summary>Makes development tokens.</summary>
/// <param name="key">The development key.</param>
/// <param name="time">The clock.</param>
public sealed class TokenIssuer(SecurityKey key, TimeProvider time)
{
    /// <summary>The issuer of development tokens: it has no address, so that nobody mistakes it for a real one.</summary>
    public const string Issuer = "urn:plr:development";

    /// <summary>What development tokens are made for.</summary>
    public const string Audience = "urn:plr:graph";

    /// <summary>How long a development token holds: a working day.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    /// <summary>A signed token that names the holder.</summary>
    public string Issue(TokenHolder holder)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + Lifetime,
            Claims = ClaimsOf(holder),
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256),
        });
    }

    private static Dictionary<string, object> ClaimsOf(TokenHolder holder)
    {
        var claims = new Dictionary<string, object>(StringComparer.Ordinal);
        switch (holder)
        {
            case TokenHolder.Learner learner:
                claims["sub"] = $"learner:{learner.Uln.Value}";
                claims[TokenClaims.Uln] = $"{learner.Uln.Value}";
                break;
            case TokenHolder.Member member:
                claims["sub"] = $"organisation:{member.Ukprn}:{member.Person}";
                claims[TokenClaims.Ukprn] = member.Ukprn.ToString();
                claims[TokenClaims.Kind] = OrganisationKindName.Of(member.Kind);
                Name(claims, member.Person);
                break;
            case TokenHolder.Operator person:
                claims["sub"] = $"operator:{person.Person}";
                claims[TokenClaims.Role] = TokenClaims.OperatorRole;
                Name(claims, person.Person);
                break;
            case TokenHolder.Regulator person:
                claims["sub"] = $"regulator:{person.Person}";
                claims[TokenClaims.Role] = TokenClaims.RegulatorRole;
                Name(claims, person.Person);
                break;
            default:
                throw new ArgumentException($"no development token for a {holder.GetType().Name}", nameof(holder));
        }

        return claims;
    }

    private static void Name(Dictionary<string, object> claims, string? person)
    {
        if (person is not null)
        {
            claims[TokenClaims.Name] = person;
        }
    }
}
