using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Plr.Domain.Catalogue;
using Plr.Domain.Identifiers;
using Plr.Domain.Organisations;
using Plr.Domain.Permissions;
using Plr.Host.SignIn;
using Plr.Storage;
using Plr.Storage.Mapping;

namespace Plr.Benchmarks.Serving.Floor;

/// <summary>What a good programmer writes by hand for <see cref="Documents.Consented"/>: the product's token, snapshot, decision and log, and no GraphQL.</summary>
/// <remarks>The token is judged and remembered by the product's own reader, and the log is the product's own. A member of an organisation alone is
/// answered, and only what a grant opens to it: everyone else is refused by the status, without the errors that the graph explains itself with.</remarks>
internal sealed class ConsentedFloor(PlrDatabase database, ICatalogueSource catalogue, TokenReader tokens, TimeProvider clock)
{
    private const string Scheme = "Bearer ";
    private const int PageSize = 12;
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Levels =
    [
        "ENTRY", "ENTRY_1", "ENTRY_2", "ENTRY_3", "ENTRY_1_TO_2", "ENTRY_2_TO_3", "ENTRY_1_TO_3",
        "LEVEL_1", "LEVEL_1_TO_2", "LEVEL_2", "LEVEL_3", "LEVEL_4", "LEVEL_5", "LEVEL_6", "LEVEL_7", "LEVEL_8",
    ];

    public async Task AnswerAsync(HttpContext http)
    {
        var stop = http.RequestAborted;
        if (await MemberAsync(http.Request.Headers.Authorization.ToString(), stop) is not { } member)
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        using var request = await JsonDocument.ParseAsync(http.Request.Body, default, stop);
        if (!request.RootElement.GetProperty("query"u8).ValueEquals(Documents.Consented)
            || Uln.Parse(request.RootElement.GetProperty("variables"u8).GetProperty("uln"u8).GetString() ?? "") is not { Succeeded: true, Value: var uln })
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var current = catalogue.Current;
        var now = clock.GetUtcNow();
        var record = await HandRecord.ReadAsync(database, uln, stop);
        if (current.Organisation(member.Ukprn) is not { } organisation || Permission(record, organisation, member.Kind, now) is not { } grant)
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        var body = new ArrayBufferWriter<byte>(4096);
        Write(body, uln, record!, current); // Permitted: there is a record.
        await database.Records.AppendDisclosuresAsync([Disclosure(record!, organisation, member.Person, grant, now)], stop);
        http.Response.ContentType = "application/graphql-response+json; charset=utf-8";
        http.Response.ContentLength = body.WrittenCount;
        await http.Response.BodyWriter.WriteAsync(body.WrittenMemory, stop);
    }

    private async ValueTask<TokenHolder.Member?> MemberAsync(string header, CancellationToken cancellation)
    {
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var signedIn = await tokens.ReadAsync(header[Scheme.Length..].Trim(), cancellation);
        return signedIn.Succeeded ? signedIn.Value.Holder as TokenHolder.Member : null;
    }

    // A block beats every allow; without agreements in force, and without a notice that was seen by one who shares, no grant helps.
    private static HandGrant? Permission(HandRecord? record, Organisation organisation, OrganisationKind kind, DateTimeOffset now)
    {
        if (record is null || record.PrivacyNotice is not "SeenShares" || !organisation.Kinds.Contains(kind)
            || !Participation.Of(organisation, DateOnly.FromDateTime(now.UtcDateTime)).Participates)
        {
            return null;
        }

        HandGrant? newest = null;
        foreach (var grant in record.Grants)
        {
            if (!grant.Concerns(organisation.Id.Value, kind, "QualificationAchievements", now))
            {
                continue;
            }

            if (grant.Effect is "Block")
            {
                return null;
            }

            newest ??= grant;
        }

        return newest;
    }

    private static Disclosure Disclosure(HandRecord record, Organisation organisation, string? person, HandGrant grant, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Learner = record.Learner,
        At = now,
        Organisation = organisation.Id,
        Person = person,
        Scopes = [ConsentScope.QualificationAchievements],
        Basis = AccessBasis.Consent,
        Grant = new GrantId(grant.Id),
        Operation = "Learner",
        Purpose = grant.Purpose,
    };

    private static void Write(ArrayBufferWriter<byte> body, Uln uln, HandRecord record, NationalCatalogue catalogue)
    {
        using var json = new Utf8JsonWriter(body, Json);
        json.WriteStartObject();
        json.WriteStartObject("data"u8);
        json.WriteStartObject("learner"u8);
        json.WriteString("uln"u8, uln.Value.ToString(CultureInfo.InvariantCulture));
        json.WriteStartObject("achievements"u8);
        json.WriteStartArray("nodes"u8);
        foreach (var achievement in record.Achievements.Take(PageSize))
        {
            json.WriteStartObject();
            json.WriteString("awardedOn"u8, achievement.AwardedOn.ToString("O", CultureInfo.InvariantCulture));
            if (char.IsAsciiLetter(achievement.Subject[0]))
            {
                var number = StoredNumber.Unit(achievement.Subject);
                Write(json, number, catalogue.Unit(number));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, UnitNumber number, Unit? unit)
    {
        json.WriteStartObject("unit"u8);
        json.WriteString("number"u8, number.Value);
        json.WriteString("title"u8, unit?.Title);
        json.WritePropertyName("creditValue"u8);
        if (unit?.CreditValue is { } credits)
        {
            json.WriteNumberValue(credits);
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteString("level"u8, unit?.Level is { } level ? Levels[(int)level] : null);
        json.WriteEndObject();
    }
}
