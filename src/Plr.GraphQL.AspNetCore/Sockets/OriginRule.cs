using Microsoft.AspNetCore.Http;

namespace Plr.GraphQL.AspNetCore.Sockets;

/// <summary>Which pages may open a socket.</summary>
/// <remarks>No browser asks leave before it opens a socket to another site, and it sends that site's cookies along; but it says in <c>Origin</c>
/// whose page it is, and no page can change that. Other clients send none. RFC 6455, 10.2.</remarks>
internal static class OriginRule
{
    public static bool Allows(HttpRequest request, GraphQLSocketOptions options)
    {
        var origin = request.Headers.Origin;
        return origin.Count is 0
            || (origin is [{ } only] && (options.AllowedOrigins.Contains(only, StringComparer.OrdinalIgnoreCase) || IsSameHost(only, request.Host)));
    }

    // The scheme is not compared: whatever ends TLS before us speaks plain HTTP to us.
    private static bool IsSameHost(string origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var page)
        && string.Equals(page.Host, host.Host, StringComparison.OrdinalIgnoreCase)
        && (host.Port is { } port ? page.Port == port : page.IsDefaultPort);
}
