using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Plr.Host.SignIn;

/// <summary>Takes the tokens of an OpenID Connect issuer, whose keys it finds by discovery and renews as the issuer does.</summary>
/// <remarks>Source: OpenID Connect Discovery 1.0, section 4. Symmetric algorithms are refused: everyone who could check could forge.</remarks>
public sealed class DiscoveredTokenKeys : ITokenKeys
{
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    private readonly ConfigurationManager<OpenIdConnectConfiguration> discovery;
    private readonly string audience;

    // The discovery hands out the same object until it has fetched again.
    private Discovered? last;

    /// <summary>Trusts one issuer.</summary>
    /// <param name="authority">Its address; plain http is for the loopback address alone.</param>
    /// <param name="audience">What its tokens must be made for.</param>
    /// <exception cref="RefusedException">Plain http to another machine.</exception>
    public DiscoveredTokenKeys(Uri authority, string audience)
    {
        if (authority.Scheme != Uri.UriSchemeHttps && !authority.IsLoopback)
        {
            throw new RefusedException($"`Authentication__Authority` is `{authority}`; keys are fetched over https alone");
        }

        this.audience = audience;
        discovery = new ConfigurationManager<OpenIdConnectConfiguration>(
            $"{authority.AbsoluteUri.TrimEnd('/')}/.well-known/openid-configuration",
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever { RequireHttps = authority.Scheme == Uri.UriSchemeHttps });
    }

    /// <inheritdoc/>
    public async ValueTask<TrustedKeys> CurrentAsync(CancellationToken cancellationToken)
    {
        try
        {
            var found = await discovery.GetConfigurationAsync(cancellationToken);
            var known = last;
            if (known?.Configuration != found)
            {
                last = known = new Discovered(found, Trust(found));
            }

            return known.Keys;
        }
        catch (InvalidOperationException unreachable)
        {
            throw new SignInUnavailableException(unreachable);
        }
    }

    private TrustedKeys Trust(OpenIdConnectConfiguration found) => new(new TokenValidationParameters
    {
        ValidIssuer = found.Issuer,
        ValidAudience = audience,
        IssuerSigningKeys = found.SigningKeys,
        ValidAlgorithms = Algorithms,
        ConfigurationManager = discovery, // A key it does not know makes it look again, at most so often.
    });

    private sealed record Discovered(OpenIdConnectConfiguration Configuration, TrustedKeys Keys);
}
