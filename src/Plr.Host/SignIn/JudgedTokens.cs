using System.Collections.Concurrent;

namespace Plr.Host.SignIn;

/// <summary>Tokens that were found genuine, so that the next request with the same one is not judged from the start. Bounded.</summary>
/// <remarks>
/// A token is known only under the keys it was judged by: when the issuer's keys change, all are judged again, so one signed with a key that was
/// taken back ends with it. Whether it is in force is asked anew each time. Refusals are not kept. Two halves: when the younger is full the older
/// is forgotten, so what is in use stays.
/// </remarks>
/// <param name="capacity">The most tokens known, 2 or more.</param>
internal sealed class JudgedTokens(int capacity)
{
    private ConcurrentDictionary<TokenFingerprint, JudgedToken> younger = new();
    private ConcurrentDictionary<TokenFingerprint, JudgedToken> older = new();

    /// <summary>How many are known; one in both halves counts twice.</summary>
    public int Count => younger.Count + older.Count;

    /// <summary>The token's content; null when it was not judged by these keys.</summary>
    public JudgedToken? Find(TokenFingerprint token, TrustedKeys keys)
    {
        if (younger.TryGetValue(token, out var judged))
        {
            return judged.Keys == keys ? judged : null;
        }

        if (older.TryGetValue(token, out judged) && judged.Keys == keys)
        {
            Keep(token, judged);
            return judged;
        }

        return null;
    }

    /// <summary>Remembers a genuine token.</summary>
    public void Keep(TokenFingerprint token, JudgedToken judged)
    {
        // Of several at once each may turn the halves over; what is lost is judged again.
        if (younger.Count >= capacity / 2)
        {
            (older, younger) = (younger, new ConcurrentDictionary<TokenFingerprint, JudgedToken>());
        }

        younger[token] = judged;
    }
}

/// <summary>A genuine token.</summary>
/// <param name="Content">Whom it names, and until when.</param>
/// <param name="From">First instant it holds, UTC; null when it says none.</param>
/// <param name="Keys">What it was judged by.</param>
internal sealed record JudgedToken(SignedIn Content, DateTimeOffset? From, TrustedKeys Keys);
