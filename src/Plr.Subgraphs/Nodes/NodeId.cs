using System.Buffers.Text;
using System.Text;
using Plr.Domain;
using Plr.Domain.Identifiers;
using ErrorCodes = Plr.Domain.ErrorCodes;

namespace Plr.Subgraphs.Nodes;

/// <summary>Identifiers over the whole graph: the type's name and the key, as base64url of <c>Type:key</c>.</summary>
/// <remarks>Opaque to clients, stable for ever. It proves nothing: what it names is guarded like any field.</remarks>
public readonly record struct NodeId
{
    private const int MaxLength = 200;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private NodeId(string type, string key)
    {
        Type = type;
        Key = key;
    }

    /// <summary>The object type's name.</summary>
    public string Type { get; }

    /// <summary>The key within the type.</summary>
    public string Key { get; }

    /// <summary>The identifier of an organisation.</summary>
    public static string Of(OrganisationId id) => Encode("Organisation", id.Value);

    /// <summary>The identifier of a qualification.</summary>
    public static string Of(QualificationNumber number) => Encode("Qualification", number.Value);

    /// <summary>The identifier of a unit.</summary>
    public static string Of(UnitNumber number) => Encode("Unit", number.Value);

    /// <summary>The identifier of a learner.</summary>
    public static string Of(Uln uln) => Encode("Learner", uln.ToDigits());

    /// <summary>The identifier of a grant.</summary>
    public static string Of(GrantId id) => Encode("PermissionGrant", id.Value.ToString("N"));

    /// <summary>The identifier of a saved route query. <c>node</c> does not find it: it is its learner's alone, in their own list.</summary>
    public static string Of(RouteQueryId id) => Encode("SavedRouteQuery", id.Value.ToString("N"));

    /// <summary>The identifier of an achievement.</summary>
    /// <param name="type">Its object type's name.</param>
    public static string Of(string type, AchievementId id) => Encode(type, id.Value.ToString("N"));

    /// <summary>Reads an identifier back. Only the one form that was given out is taken.</summary>
    /// <returns>The identifier, or <see cref="ErrorCodes.NodeIdMalformed"/>.</returns>
    public static Result<NodeId> Parse(string text)
    {
        if (text.Length > MaxLength || !Base64Url.IsValid(text))
        {
            return Malformed;
        }

        string decoded;
        try
        {
            decoded = Strict.GetString(Base64Url.DecodeFromChars(text));
        }
        catch (Exception exception) when (exception is DecoderFallbackException or FormatException)
        {
            return Malformed; // Not UTF-8, so not ours.
        }

        var colon = decoded.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon == decoded.Length - 1)
        {
            return Malformed;
        }

        var id = new NodeId(decoded[..colon], decoded[(colon + 1)..]);
        return Encode(id.Type, id.Key) == text ? id : Malformed;
    }

    /// <summary>Reads an identifier whose key is random.</summary>
    public bool TryGuid(out Guid key) => Guid.TryParseExact(Key, "N", out key);

    /// <summary>What is answered to anything else.</summary>
    public static Problem Malformed { get; } = new(ErrorCodes.NodeIdMalformed, "the identifier is none that this graph gives out: use an `id` that it returned");

    private static string Encode(string type, string key) => Base64Url.EncodeToString(Strict.GetBytes($"{type}:{key}"));
}
