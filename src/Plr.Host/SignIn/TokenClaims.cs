using System.Globalization;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Plr.Domain;

namespace Plr.Host.SignIn;

/// <summary>The claims of our tokens: <c>sub</c>, and one of <c>uln</c>, <c>ukprn</c> with <c>plr_kind</c>, <c>plr_role</c>; <c>act</c> for a delegate.</summary>
public static class TokenClaims
{
    /// <summary>The learner's own number.</summary>
    public const string Uln = "uln";

    /// <summary>The organisation's number.</summary>
    public const string Ukprn = "ukprn";

    /// <summary>As what the organisation asks: <see cref="OrganisationKindName"/>.</summary>
    public const string Kind = "plr_kind";

    /// <summary><see cref="OperatorRole"/> or <see cref="RegulatorRole"/>.</summary>
    public const string Role = "plr_role";

    /// <summary>The person's name.</summary>
    public const string Name = "name";

    /// <summary>Who acts for the subject. Source: RFC 8693, 4.1.</summary>
    public const string Actor = "act";

    /// <summary>The role of those who operate the service.</summary>
    public const string OperatorRole = "operator";

    /// <summary>The role of those who regulate qualifications.</summary>
    public const string RegulatorRole = "regulator";

    private const int MaxNameLength = 200;

    /// <summary>Whom a genuine token names.</summary>
    /// <returns>The holder, or <see cref="ErrorCodes.TokenClaimsInvalid"/>.</returns>
    public static Result<TokenHolder> Read(JsonWebToken token)
    {
        if (string.IsNullOrEmpty(token.Subject))
        {
            return Invalid("`sub` is missing");
        }

        if (token.TryGetPayloadValue<object>(Actor, out var actor))
        {
            return ReadActor(actor);
        }

        var given = new[] { Uln, Ukprn, Role }.Where(claim => token.TryGetPayloadValue<object>(claim, out _)).ToList();
        return given switch
        {
            [Uln] => ReadLearner(token),
            [Ukprn] => ReadMember(token),
            [Role] => ReadRole(token),
            [] => Invalid("none of `uln`, `ukprn`, `plr_role` is given"),
            _ => Invalid($"only one of `{string.Join("`, `", given)}` may be given"),
        };
    }

    private static Result<TokenHolder> ReadActor(object? value) =>
        value is JsonElement { ValueKind: JsonValueKind.Object } actor
        && actor.TryGetProperty("sub", out var subject)
        && subject.ValueKind == JsonValueKind.String
        && subject.GetString() is { Length: > 0 and <= MaxNameLength } text
            ? new TokenHolder.Delegate(text)
            : Invalid("`act` holds no `sub`");

    private static Result<TokenHolder> ReadLearner(JsonWebToken token)
    {
        var uln = Domain.Identifiers.Uln.Parse(Text(token, Uln) ?? "");
        return uln.Succeeded ? new TokenHolder.Learner(uln.Value) : Invalid($"`uln`: {uln.Problem.Message}");
    }

    private static Result<TokenHolder> ReadMember(JsonWebToken token)
    {
        var ukprn = Domain.Identifiers.Ukprn.Parse(Text(token, Ukprn) ?? "");
        if (!ukprn.Succeeded)
        {
            return Invalid($"`ukprn`: {ukprn.Problem.Message}");
        }

        return OrganisationKindName.Read(Text(token, Kind) ?? "") is { } kind
            ? new TokenHolder.Member(ukprn.Value, kind, PersonOf(token))
            : Invalid($"`plr_kind` is one of {OrganisationKindName.All}");
    }

    private static Result<TokenHolder> ReadRole(JsonWebToken token) => Text(token, Role) switch
    {
        OperatorRole => new TokenHolder.Operator(PersonOf(token)),
        RegulatorRole => new TokenHolder.Regulator(PersonOf(token)),
        _ => Invalid($"`plr_role` is `{OperatorRole}` or `{RegulatorRole}`"),
    };

    // Some issuers write numbers as numbers.
    private static string? Text(JsonWebToken token, string claim) =>
        token.TryGetPayloadValue<object>(claim, out var value)
            ? value switch
            {
                string text => text,
                int or long => string.Create(CultureInfo.InvariantCulture, $"{value}"),
                _ => null,
            }
            : null;

    private static string? PersonOf(JsonWebToken token) =>
        Text(token, Name) is { Length: > 0 } name ? name[..Math.Min(name.Length, MaxNameLength)] : null;

    private static Problem Invalid(string message) => new(ErrorCodes.TokenClaimsInvalid, $"the token's claims name no viewer: {message}");
}
