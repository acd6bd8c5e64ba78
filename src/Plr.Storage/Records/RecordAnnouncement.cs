using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Plr.Domain.Identifiers;
using Plr.Domain.Records;

namespace Plr.Storage.Records;

/// <summary>How a change is announced between processes: by the number of the record, and the key of an achievement.</summary>
/// <remarks>Announced inside the transaction that makes the change, so PostgreSQL delivers it with the commit, and not without.</remarks>
internal static class RecordAnnouncement
{
    /// <summary>The channel of announcements.</summary>
    public const string Channel = "plr_records";

    /// <summary>That an achievement was recorded.</summary>
    public static string Of(Uln learner, AchievementId achievement) =>
        string.Create(CultureInfo.InvariantCulture, $"{learner.Value}:{achievement.Value:n}");

    /// <summary>That a permission was changed.</summary>
    public static string Of(Uln learner) => learner.Value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Announces with the transaction of a context.</summary>
    public static Task SendAsync(DbContext context, IReadOnlyCollection<string> announcements, CancellationToken cancellationToken)
    {
        var payloads = announcements.Distinct(StringComparer.Ordinal).ToArray();
        return payloads.Length == 0 ? Task.CompletedTask : context.Database.ExecuteSqlAsync(
            $"SELECT pg_notify({Channel}, a.payload) FROM unnest({payloads}) AS a(payload)", cancellationToken);
    }

    /// <summary>Reads an announcement.</summary>
    public static (Uln Learner, RecordChange Change) Read(string payload)
    {
        var colon = payload.IndexOf(':', StringComparison.Ordinal);
        var learner = Uln.FromStore(long.Parse(colon < 0 ? payload : payload[..colon], CultureInfo.InvariantCulture));
        return (learner, colon < 0
            ? new RecordChange(RecordChangeKind.PermissionChanged)
            : new RecordChange(RecordChangeKind.AchievementRecorded, new AchievementId(Guid.ParseExact(payload[(colon + 1)..], "n"))));
    }
}
