using Npgsql;
using NpgsqlTypes;

namespace Plr.Benchmarks.Serving;

/// <summary>The SQL work of both servers: learners in one round trip, all their achievements with units in another.</summary>
internal sealed class LearnerReader(NpgsqlDataSource source) : IDisposable
{
    private NpgsqlConnection? connection;

    public async ValueTask<LearnerRow?> LearnerAsync(long uln, CancellationToken cancellation)
    {
        await using var command = await CommandAsync("select uln from bench.learner where uln = $1", cancellation);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = uln });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? new LearnerRow(reader.GetInt64(0)) : null;
    }

    public async ValueTask<IReadOnlyList<LearnerRow>> LearnersAsync(int first, CancellationToken cancellation)
    {
        await using var command = await CommandAsync("select uln from bench.learner order by uln limit $1", cancellation);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = first });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var learners = new List<LearnerRow>(first);
        while (await reader.ReadAsync(cancellation))
        {
            learners.Add(new LearnerRow(reader.GetInt64(0)));
        }

        return learners;
    }

    /// <summary>One list a learner, in the learners' order, each in the order of its positions.</summary>
    public async ValueTask<IReadOnlyList<IReadOnlyList<AchievementRow>>> AchievementsAsync(IReadOnlyList<LearnerRow> learners, CancellationToken cancellation)
    {
        // Lateral, since the planner takes any array for ten learners and would hash every unit to answer one.
        await using var command = await CommandAsync(
            """
            select a.uln, a.awarded_on, u.code, u.title, u.credit, u.level
            from bench.achievement a cross join lateral (select * from bench.unit where code = a.unit_code offset 0) u
            where a.uln = any($1) order by a.uln, a.position
            """,
            cancellation);
        var keys = new long[learners.Count];
        var lists = new List<AchievementRow>[learners.Count];
        var byUln = new Dictionary<long, List<AchievementRow>>(learners.Count);
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = learners[i].Uln;
            lists[i] = byUln[keys[i]] = new List<AchievementRow>(12);
        }

        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = keys, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            byUln[reader.GetInt64(0)].Add(new AchievementRow(
                reader.GetFieldValue<DateOnly>(1),
                new UnitRow(reader.GetString(2), reader.GetString(3), reader.GetInt32(4), reader.GetInt32(5))));
        }

        return lists;
    }

    public void Dispose() => connection?.Dispose();

    private async ValueTask<NpgsqlCommand> CommandAsync(string sql, CancellationToken cancellation)
    {
        connection ??= await source.OpenConnectionAsync(cancellation);
        return new NpgsqlCommand(sql, connection);
    }
}
