using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using Plr.Domain;
using Plr.Domain.Identifiers;
using Plr.Domain.Organisations;
using Plr.Host.SignIn;
using TokenReader = Plr.Host.SignIn.TokenReader;

namespace Plr.Host.Tests.SignIn;

public sealed class TokenReaderTests
{
    private static readonly SymmetricSecurityKey Key = new(RandomNumberGenerator.GetBytes(64));
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
    private readonly FixedTime time = new() { Now = Now };

    public static TheoryData<string, string> BadClaims { get; } = new()
    {
        { "{}", "none" },
        { """{"uln":"9276308686","ukprn":"10000001"}""", "only one" },
        { """{"uln":"9276308687"}""", "tenth digit" },
        { """{"uln":["9276308686"]}""", "ten digits" },
        { """{"ukprn":"10000001"}""", "plr_kind" },
        { """{"ukprn":"10000001","plr_kind":"OPERATOR"}""", "plr_kind" },
        { """{"ukprn":"20000001","plr_kind":"employer"}""", "eight digits" },
        { """{"plr_role":"root"}""", "plr_role" },
        { """{"uln":"9276308686","act":{}}""", "act" },
    };

    [Fact]
    public async Task A_learners_development_token_names_the_learner()
    {
        var signedIn = await ReadAsync(Issue(new TokenHolder.Learner(Uln.Parse("9276308686").Value)));
        Assert.Equal(new TokenHolder.Learner(Uln.Parse("9276308686").Value), signedIn.Value.Holder);
        Assert.Equal(Now + TokenIssuer.Lifetime, signedIn.Value.Until);
    }

    [Theory]
    [InlineData("careers-adviser", OrganisationKind.CareersAdviser)]
    [InlineData("CAREERS_ADVISER", OrganisationKind.CareersAdviser)]
    [InlineData("learning-provider", OrganisationKind.LearningProvider)]
    [InlineData("awarding-organisation", OrganisationKind.AwardingOrganisation)]
    [InlineData("employer", OrganisationKind.Employer)]
    [InlineData("third-party", OrganisationKind.ThirdParty)]
    [InlineData("regulator", OrganisationKind.Regulator)]
    public async Task Each_kind_of_organisation_is_read_in_either_spelling(string spelling, OrganisationKind kind)
    {
        var token = Token(new { sub = "x", ukprn = "10000001", plr_kind = spelling, name = "Ada" });
        Assert.Equal(new TokenHolder.Member(Ukprn.Parse("10000001").Value, kind, "Ada"), (await ReadAsync(token)).Value.Holder);
    }

    [Fact]
    public async Task Every_holder_of_a_development_token_is_read_back()
    {
        TokenHolder[] holders =
        [
            new TokenHolder.Member(Ukprn.Parse("10000001").Value, OrganisationKind.Employer, null),
            new TokenHolder.Operator("Olwen"),
            new TokenHolder.Regulator(null),
        ];
        foreach (var holder in holders)
        {
            Assert.Equal(holder, (await ReadAsync(Issue(holder))).Value.Holder);
        }
    }

    [Fact] // RFC 8693, 4.1: the actor is who asks, the subject is for whom.
    public async Task An_actor_is_a_delegate() =>
        Assert.Equal(
            new TokenHolder.Delegate("mam"),
            (await ReadAsync(Token(new { sub = "learner", uln = "9276308686", act = new { sub = "mam" } }))).Value.Holder);

    [Fact]
    public async Task A_token_is_refused_from_the_moment_it_ends_and_the_tolerance_has_passed()
    {
        var token = Issue(new TokenHolder.Operator(null));
        time.Now = Now + TokenIssuer.Lifetime + TimeSpan.FromSeconds(29);
        Assert.True((await ReadAsync(token)).Succeeded);
        time.Now = Now + TokenIssuer.Lifetime + TimeSpan.FromSeconds(30);
        Assert.Equal(ErrorCodes.TokenExpired, await CodeAsync(token));
    }

    [Fact]
    public async Task A_token_is_refused_before_it_begins()
    {
        var token = Issue(new TokenHolder.Operator(null));
        time.Now = Now - TimeSpan.FromMinutes(5);
        Assert.Equal(ErrorCodes.TokenNotYetValid, await CodeAsync(token));
    }

    [Fact]
    public async Task A_token_without_an_end_is_refused() =>
        Assert.Equal(ErrorCodes.TokenInvalid, await CodeAsync(TestTokens.Sign(
            Key, new { iss = TokenIssuer.Issuer, aud = TokenIssuer.Audience, sub = "x", plr_role = "operator" })));

    [Fact]
    public async Task A_token_for_another_service_is_refused() =>
        Assert.Equal(ErrorCodes.TokenAudienceWrong, await CodeAsync(TestTokens.Sign(Key, new
        {
            iss = TokenIssuer.Issuer, aud = "urn:another", exp = Now.AddHours(1).ToUnixTimeSeconds(), sub = "x", plr_role = "operator",
        })));

    [Fact]
    public async Task A_token_of_another_issuer_is_refused() =>
        Assert.Equal(ErrorCodes.TokenIssuerWrong, await CodeAsync(TestTokens.Sign(Key, new
        {
            iss = "https://elsewhere.example", aud = TokenIssuer.Audience, exp = Now.AddHours(1).ToUnixTimeSeconds(), sub = "x", plr_role = "operator",
        })));

    [Fact]
    public async Task A_token_signed_with_another_key_is_refused() =>
        Assert.Equal(ErrorCodes.TokenSignatureWrong, await CodeAsync(
            new TokenIssuer(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(64)), time).Issue(new TokenHolder.Operator(null))));

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("HS256")]
    public async Task A_token_without_a_signature_is_refused(string algorithm) =>
        Assert.Equal(ErrorCodes.TokenSignatureWrong, await CodeAsync(TestTokens.Unsigned(new
        {
            iss = TokenIssuer.Issuer, aud = TokenIssuer.Audience, exp = Now.AddHours(1).ToUnixTimeSeconds(), sub = "x", plr_role = "operator",
        }, algorithm)));

    [Fact]
    public async Task A_token_whose_claims_were_altered_is_refused()
    {
        var parts = Issue(new TokenHolder.Operator(null)).Split('.');
        var other = Issue(new TokenHolder.Regulator(null)).Split('.');
        Assert.Equal(ErrorCodes.TokenSignatureWrong, await CodeAsync($"{parts[0]}.{other[1]}.{parts[2]}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("a.b.c")]
    [InlineData("....")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.e30")]
    public async Task What_is_no_token_is_refused(string text) => Assert.Equal(ErrorCodes.TokenInvalid, await CodeAsync(text));

    [Fact]
    public async Task A_token_of_20_kilobytes_is_refused() => Assert.Equal(ErrorCodes.TokenInvalid, await CodeAsync(new string('a', 20_000)));

    [Theory, MemberData(nameof(BadClaims))]
    public async Task A_genuine_token_that_names_no_viewer_is_refused(string claims, string says)
    {
        var payload = System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, object>>(claims)!;
        payload["sub"] = "x";
        var outcome = await ReadAsync(Token(payload));
        Assert.Equal(ErrorCodes.TokenClaimsInvalid, outcome.Problem?.Code);
        Assert.Contains(says, outcome.Problem!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_without_a_subject_is_refused() =>
        Assert.Equal(ErrorCodes.TokenClaimsInvalid, await CodeAsync(Token(new { plr_role = "operator" })));

    [Fact]
    public async Task A_refusal_never_repeats_the_token_or_the_number()
    {
        var outcome = await ReadAsync(Token(new { sub = "x", uln = "9276308687" }));
        Assert.DoesNotContain("9276308687", outcome.Problem!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_was_taken_before_is_still_refused_once_it_ends_and_before_it_begins()
    {
        var reader = new TokenReader(new DevelopmentTokenKeys(Key), time);
        var token = Issue(new TokenHolder.Operator(null));
        Assert.True((await reader.ReadAsync(token, default)).Succeeded);
        Assert.True((await reader.ReadAsync(token, default)).Succeeded);
        time.Now = Now + TokenIssuer.Lifetime + TimeSpan.FromSeconds(30);
        Assert.Equal(ErrorCodes.TokenExpired, (await reader.ReadAsync(token, default)).Problem?.Code);
        time.Now = Now - TimeSpan.FromMinutes(5);
        Assert.Equal(ErrorCodes.TokenNotYetValid, (await reader.ReadAsync(token, default)).Problem?.Code);
    }

    [Fact] // The cache knows the token; the key it was judged by is no longer trusted.
    public async Task A_token_that_was_taken_before_ends_with_its_key()
    {
        var keys = new ChangingKeys { Current = Trust(Key) };
        var reader = new TokenReader(keys, time);
        var token = Issue(new TokenHolder.Operator(null));
        Assert.True((await reader.ReadAsync(token, default)).Succeeded);
        keys.Current = Trust(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(64)));
        Assert.Equal(ErrorCodes.TokenSignatureWrong, (await reader.ReadAsync(token, default)).Problem?.Code);
        keys.Current = Trust(Key);
        Assert.True((await reader.ReadAsync(token, default)).Succeeded);
    }

    [Fact]
    public async Task A_token_that_was_taken_before_does_not_open_the_door_to_one_that_differs_by_a_letter()
    {
        var reader = new TokenReader(new DevelopmentTokenKeys(Key), time);
        var token = Issue(new TokenHolder.Operator(null));
        Assert.True((await reader.ReadAsync(token, default)).Succeeded);
        var altered = token[..^2] + (token[^2] == 'A' ? 'B' : 'A') + token[^1];
        Assert.Equal(ErrorCodes.TokenSignatureWrong, (await reader.ReadAsync(altered, default)).Problem?.Code);
    }

    [Fact]
    public void No_more_tokens_are_known_than_there_is_room_for_and_those_in_use_stay()
    {
        var known = new JudgedTokens(capacity: 100);
        var keys = Trust(Key);
        var inUse = TokenFingerprint.Of("in use");
        known.Keep(inUse, Judged(keys));
        for (var index = 0; index < 10_000; index++)
        {
            known.Keep(TokenFingerprint.Of($"token {index}"), Judged(keys));
            Assert.NotNull(known.Find(inUse, keys));
            Assert.True(known.Count <= 101, $"{known.Count} are known");
        }

        Assert.Null(known.Find(TokenFingerprint.Of("token 0"), keys));
        Assert.Null(known.Find(inUse, Trust(Key))); // Judged by other keys.
    }

    private static JudgedToken Judged(TrustedKeys keys) => new(new SignedIn(new TokenHolder.Operator(null), Now), null, keys);

    private static TrustedKeys Trust(SecurityKey key) => new(new TokenValidationParameters
    {
        ValidIssuer = TokenIssuer.Issuer, ValidAudience = TokenIssuer.Audience, IssuerSigningKey = key, ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
    });

    private static string Token(object claims)
    {
        var payload = claims as Dictionary<string, object>
            ?? System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, object>>(System.Text.Json.JsonSerializer.Serialize(claims))!;
        payload["iss"] = TokenIssuer.Issuer;
        payload["aud"] = TokenIssuer.Audience;
        payload["exp"] = Now.AddHours(1).ToUnixTimeSeconds();
        return TestTokens.Sign(Key, payload);
    }

    private string Issue(TokenHolder holder) => new TokenIssuer(Key, time).Issue(holder);

    private async Task<Result<SignedIn>> ReadAsync(string token) =>
        await new TokenReader(new DevelopmentTokenKeys(Key), time).ReadAsync(token, CancellationToken.None);

    private async Task<string?> CodeAsync(string token) => (await ReadAsync(token)).Problem?.Code;

    private sealed class ChangingKeys : ITokenKeys
    {
        public required TrustedKeys Current { get; set; }

        public ValueTask<TrustedKeys> CurrentAsync(CancellationToken cancellationToken) => ValueTask.FromResult(Current);
    }

    private sealed class FixedTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
