using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Plr.Host.Tests.SignIn;

/// <summary>Tokens made by hand, so that a test can break any part of one.</summary>
internal static class TestTokens
{
    /// <summary>Signs a header and a payload with HMAC SHA-256.</summary>
    public static string Sign(SymmetricSecurityKey key, object payload, object? header = null)
    {
        var text = $"{Part(header ?? new { alg = "HS256", typ = "JWT" })}.{Part(payload)}";
        return $"{text}.{Base64UrlEncoder.Encode(HMACSHA256.HashData(key.Key, Encoding.ASCII.GetBytes(text)))}";
    }

    /// <summary>A header and a payload with nothing behind them.</summary>
    public static string Unsigned(object payload, string algorithm) => $"{Part(new { alg = algorithm, typ = "JWT" })}.{Part(payload)}.";

    private static string Part(object json) => Base64UrlEncoder.Encode(JsonSerializer.Serialize(json));
}
