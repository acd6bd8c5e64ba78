using System.Text.Json;
using Plr.Domain.Catalogue;
using Plr.GraphQL.AspNetCore;
using Plr.GraphQL.AspNetCore.Sockets;
using Plr.Subgraphs.Records.Access;

namespace Plr.Host.SignIn;

/// <summary>Signs in whoever opens a socket: by the token in the payload of <c>connection_init</c>, else by that of the handshake.</summary>
/// <remarks>The payload is <c>{"Authorization": "Bearer …"}</c>, in any case. A bad token closes the socket with its code; none is nobody in
/// particular. The socket ends at the token's last instant, without the tolerance for clocks that a single request is given.</remarks>
public sealed class SocketSignIn(TokenReader reader, ICatalogueSource catalogue, RequestViewer current) : IConnectionAuthenticator
{
    private const string Key = "Authorization";
    private const string Scheme = "Bearer ";

    /// <inheritdoc/>
    public async ValueTask<ConnectionDecision> AuthenticateAsync(
        HttpContext context, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        if (!TryFind(payload, out var header))
        {
            return ConnectionDecision.Admit(context.Features.Get<SignInExpiry>()?.Until);
        }

        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return ConnectionDecision.Refuse($"{ErrorCodes.TokenInvalid}: `{Key}` is not `Bearer` followed by a token");
        }

        try
        {
            var signedIn = await reader.ReadAsync(header[Scheme.Length..].Trim(), cancellationToken);
            if (!signedIn.Succeeded)
            {
                return ConnectionDecision.Refuse($"{signedIn.Problem.Code}: {signedIn.Problem.Message}");
            }

            current.Viewer = ViewerOf.Holder(signedIn.Value.Holder, catalogue.Current);
            return ConnectionDecision.Admit(signedIn.Value.Until);
        }
        catch (SignInUnavailableException)
        {
            return ConnectionDecision.Refuse($"{ErrorCodes.SignInUnavailable}: the issuer's keys cannot be fetched; try again later");
        }
    }

    private static bool TryFind(ReadOnlyMemory<byte> payload, out string header)
    {
        header = "";
        if (payload.IsEmpty)
        {
            return false;
        }

        using var json = JsonDocument.Parse(payload);
        foreach (var property in json.RootElement.EnumerateObject())
        {
            if (property.Name.Equals(Key, StringComparison.OrdinalIgnoreCase))
            {
                // What is no text is no token either, and is refused as such.
                header = property.Value.ValueKind is JsonValueKind.String ? property.Value.GetString()! : "";
                return true;
            }
        }

        return false;
    }
}
