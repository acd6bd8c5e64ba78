using System.Text;

namespace Plr.GraphQL.AspNetCore.Sockets;

/// <summary>Why a socket is closed.</summary>
/// <param name="Code">One of <see cref="CloseCodes"/>.</param>
/// <param name="Reason">For whoever wrote the client; never what the client sent.</param>
internal sealed record SocketClosure(int Code, string Reason)
{
    // RFC 6455, 5.5: a control frame has 125 bytes, of which the code takes two.
    private const int MaxReasonBytes = 123;

    /// <summary>The reason, as long as a close frame can be.</summary>
    public string ShortReason
    {
        get
        {
            var reason = Reason;
            while (Encoding.UTF8.GetByteCount(reason) > MaxReasonBytes)
            {
                reason = reason[..^1];
            }

            return reason;
        }
    }
}
