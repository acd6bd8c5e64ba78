using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;
using Plr.Host.SignIn;
using Plr.Host.Tests.Serving;

namespace Plr.Host.Tests.SignIn;

public sealed class SignInOverHttpTests(GraphServer server) : IClassFixture<GraphServer>
{
    private static readonly SymmetricSecurityKey Key = DevelopmentKey.Ensure(GraphServer.DataDirectory);

    public static TheoryData<string, string> BadTokens { get; } = new()
    {
        { ErrorCodes.TokenExpired, TestTokens.Sign(Key, Claims(exp: -3600)) },
        { ErrorCodes.TokenAudienceWrong, TestTokens.Sign(Key, Claims(aud: "urn:another")) },
        { ErrorCodes.TokenIssuerWrong, TestTokens.Sign(Key, Claims(iss: "https://elsewhere.example")) },
        { ErrorCodes.TokenSignatureWrong, TestTokens.Sign(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(64)), Claims()) },
        { ErrorCodes.TokenSignatureWrong, TestTokens.Unsigned(Claims(), "none") },
        { ErrorCodes.TokenClaimsInvalid, TestTokens.Sign(Key, Claims(uln: "9000000076")) },
        { ErrorCodes.TokenInvalid, "not-a-token" },
        { ErrorCodes.TokenInvalid, "a.b.c" },
    };

    [Theory, MemberData(nameof(BadTokens))]
    public async Task A_bad_token_is_refused_with_its_code_and_a_challenge(string code, string token)
    {
        var answer = await server.AskAsync("{ viewer { kind } }", token: token);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal([code], answer.Codes);
        Assert.False(answer.Body.TryGetProperty("data", out _));
        var challenge = Assert.Single(answer.Headers.WwwAuthenticate);
        Assert.Equal("Bearer", challenge.Scheme);
        Assert.Contains("error=\"invalid_token\"", challenge.Parameter, StringComparison.Ordinal);
        Assert.Contains(code, challenge.Parameter, StringComparison.Ordinal);
        Assert.DoesNotContain(token, answer.Body.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_scheme_than_bearer_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{server.Address}/graphql?query={{__typename}}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", "YWRhOnNlY3JldA==");
        using var response = await server.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal(ErrorCodes.TokenInvalid, body.RootElement.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("LEARNER", "--learner", "9000000075")]
    [InlineData("CAREERS_ADVISER", "--organisation", "19990020", "--kind", "CAREERS_ADVISER")]
    [InlineData("AWARDING_ORGANISATION", "--organisation", "19990001", "--kind", "awarding-organisation")]
    [InlineData("OPERATOR", "--operator")]
    [InlineData("REGULATOR", "--regulator")]
    public async Task A_good_token_names_the_viewer(string kind, params string[] arguments) =>
        Assert.Equal(kind, (await server.AskAsync("{ viewer { kind } }", token: GraphServer.Token(arguments))).Text("viewer.kind"));

    private static Dictionary<string, object> Claims(
        int exp = 3600, string aud = TokenIssuer.Audience, string iss = TokenIssuer.Issuer, string uln = "9000000075") => new()
        {
            ["iss"] = iss,
            ["aud"] = aud,
            ["exp"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds() + exp,
            ["sub"] = "x",
            ["uln"] = uln,
        };
}
