using System.Data;
using Npgsql;
using Plr.Domain.Identifiers;
using Plr.Storage;
using Plr.Storage.Records;

namespace Plr.Benchmarks.Serving.Floor;

/// <summary>A learner, grants and achievements as one snapshot has them: the product's statements in the product's one round trip, read by hand.</summary>
/// <param name="Learner">The number the record is kept under.</param>
/// <param name="PrivacyNotice">As it is stored.</param>
/// <param name="Grants">Newest first.</param>
/// <param name="Achievements">Newest award first.</param>
internal sealed record HandRecord(Uln Learner, string PrivacyNotice, IReadOnlyList<HandGrant> Grants, IReadOnlyList<HandAchievement> Achievements)
{
    /// <summary>Reads one; null for a number that nobody has.</summary>
    public static async ValueTask<HandRecord?> ReadAsync(PlrDatabase database, Uln uln, CancellationToken cancellation)
    {
        await using var connection = await database.Reading.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        long[] keys = [uln.Value];
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands = { Command(RecordQueries.Learners, keys), Command(RecordQueries.GrantsByLearner, keys), Command(RecordQueries.QualificationAchievements, keys) },
        };
        await using var rows = await batch.ExecuteReaderAsync(cancellation);
        if (!await rows.ReadAsync(cancellation))
        {
            return null;
        }

        var (learner, notice) = (Uln.FromStore(rows.GetInt64(1)), rows.GetString(2));
        await rows.NextResultAsync(cancellation);
        var grants = new List<HandGrant>(2);
        while (await rows.ReadAsync(cancellation))
        {
            grants.Add(HandGrant.Read(rows));
        }

        await rows.NextResultAsync(cancellation);
        var achievements = new List<HandAchievement>(12);
        while (await rows.ReadAsync(cancellation))
        {
            achievements.Add(new HandAchievement(rows.GetFieldValue<DateOnly>(3), rows.GetString(12)));
        }

        return new HandRecord(learner, notice, grants, achievements);
    }

    private static NpgsqlBatchCommand Command(string sql, long[] keys) => new(sql) { Parameters = { new NpgsqlParameter<long[]> { TypedValue = keys } } };
}
