using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Plr.Host.SignIn;
using TokenReader = Plr.Host.SignIn.TokenReader;

namespace Plr.Host.Tests.SignIn;

/// <summary>Sign-in as outside Development: keys found by discovery, here at an issuer on this machine.</summary>
public sealed class DiscoveredTokenTests : IAsyncLifetime, IDisposable
{
    private const string Audience = "https://plr.example/graph";
    private readonly RSA rsa = RSA.Create(2048);
    private WebApplication issuer = null!; // Set before any test runs.
    private string address = "";

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        issuer = builder.Build();
        issuer.MapGet("/.well-known/openid-configuration", () => Results.Json(new { issuer = address, jwks_uri = $"{address}/keys" }));
        issuer.MapGet("/keys", () =>
        {
            var parameters = rsa.ExportParameters(includePrivateParameters: false);
            return Results.Json(new
            {
                keys = new[] { new { kty = "RSA", use = "sig", kid = "k1", n = Base64UrlEncoder.Encode(parameters.Modulus), e = Base64UrlEncoder.Encode(parameters.Exponent) } },
            });
        });
        await issuer.StartAsync();
        address = issuer.Urls.Single();
    }

    public async Task DisposeAsync() => await issuer.DisposeAsync();

    public void Dispose() => rsa.Dispose();

    [Fact]
    public async Task A_token_of_the_issuer_is_taken() =>
        Assert.IsType<TokenHolder.Operator>((await Reader().ReadAsync(Token(Signing(), Audience), CancellationToken.None)).Value.Holder);

    [Fact]
    public async Task Keys_are_the_same_object_until_the_issuer_is_asked_again()
    {
        var keys = new DiscoveredTokenKeys(new Uri(address), Audience);
        Assert.Same(await keys.CurrentAsync(CancellationToken.None), await keys.CurrentAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_token_for_another_audience_is_refused() => Assert.Equal(ErrorCodes.TokenAudienceWrong, await CodeAsync(Token(Signing(), "other")));

    [Fact]
    public async Task A_development_token_is_refused() =>
        Assert.Equal(ErrorCodes.TokenSignatureWrong, await CodeAsync(Token(
            new SigningCredentials(new SymmetricSecurityKey(new byte[64]), SecurityAlgorithms.HmacSha256), Audience)));

    [Fact] // The oldest trick: the public key, taken as a shared secret.
    public async Task A_token_signed_with_the_public_key_as_a_secret_is_refused() =>
        Assert.Equal(ErrorCodes.TokenSignatureWrong, await CodeAsync(Token(
            new SigningCredentials(new SymmetricSecurityKey(rsa.ExportSubjectPublicKeyInfo()) { KeyId = "k1" }, SecurityAlgorithms.HmacSha256), Audience)));

    [Fact]
    public async Task An_issuer_that_does_not_answer_is_told_apart_from_a_bad_token() =>
        await Assert.ThrowsAsync<SignInUnavailableException>(async () =>
            await new TokenReader(new DiscoveredTokenKeys(new Uri("http://127.0.0.1:9"), Audience), TimeProvider.System)
                .ReadAsync(Token(Signing(), Audience), CancellationToken.None));

    [Fact]
    public void Keys_are_not_fetched_from_another_machine_in_the_clear() =>
        Assert.Contains("https alone", Assert.Throws<RefusedException>(() => new DiscoveredTokenKeys(new Uri("http://id.example.org"), Audience)).Message, StringComparison.Ordinal);

    private TokenReader Reader() => new(new DiscoveredTokenKeys(new Uri(address), Audience), TimeProvider.System);

    private async Task<string?> CodeAsync(string token) => (await Reader().ReadAsync(token, CancellationToken.None)).Problem?.Code;

    private SigningCredentials Signing() => new(new RsaSecurityKey(rsa) { KeyId = "k1" }, SecurityAlgorithms.RsaSha256);

    private string Token(SigningCredentials signing, string audience) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = address,
        Audience = audience,
        Expires = DateTime.UtcNow.AddMinutes(5),
        Claims = new Dictionary<string, object> { ["sub"] = "o", [TokenClaims.Role] = TokenClaims.OperatorRole },
        SigningCredentials = signing,
    });
}
