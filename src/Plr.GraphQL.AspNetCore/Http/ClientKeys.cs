using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Plr.GraphQL.AspNetCore.Http;

/// <summary>Who a request comes from, for budgets.</summary>
public static class ClientKeys
{
    private const int NetworkBytes = 8;

    /// <summary>The subject (<c>sub</c>) that signed in, else <see cref="Address"/>.</summary>
    public static string SubjectOrAddress(HttpContext context) =>
        context.User.FindFirst("sub")?.Value is { } subject ? $"subject:{subject}" : Address(context);

    /// <summary>The remote address; of IPv6 the first 64 bits, since whoever has one address of a network has all of them.</summary>
    public static string Address(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        if (address is { IsIPv4MappedToIPv6: true })
        {
            address = address.MapToIPv4();
        }

        return address is { AddressFamily: AddressFamily.InterNetworkV6 } && !IPAddress.IsLoopback(address)
            ? $"network:{Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, NetworkBytes))}"
            : $"address:{address}";
    }
}
