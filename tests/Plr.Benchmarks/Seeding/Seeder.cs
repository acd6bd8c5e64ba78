using System.Globalization;
using Npgsql;

namespace Plr.Benchmarks.Seeding;

/// <summary>Writes the benchmark's tables: the same rows every time, from a fixed seed.</summary>
internal static class Seeder
{
    public const int Learners = 10_000;
    public const int AchievementsPerLearner = 12;
    public const int Units = 2_000;
    public const long FirstUln = 1_000_000_000;
    private const int Seed = 20261122;

    private const string Tables = """
        create schema if not exists bench;
        drop table if exists bench.achievement, bench.unit, bench.learner;
        create table bench.learner (uln bigint primary key);
        create table bench.unit (code text primary key, title text not null, credit integer not null, level integer not null);
        create table bench.achievement (
          uln bigint not null, position integer not null, awarded_on date not null, unit_code text not null, primary key (uln, position));
        """;

    public static async Task SeedAsync(string connectionString, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await ExecuteAsync(connection, Tables, cancellation);
        await WriteUnitsAsync(connection, cancellation);
        await WriteLearnersAsync(connection, cancellation);
        await WriteAchievementsAsync(connection, cancellation);
        await ExecuteAsync(connection, "analyze bench.learner, bench.unit, bench.achievement", cancellation);
        Console.WriteLine($"{Learners} learners, {AchievementsPerLearner} achievements each, {Units} units");
    }

    /// <summary>Whether the tables are there, whole.</summary>
    public static async Task<bool> IsSeededAsync(string connectionString, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var table = source.CreateCommand("select to_regclass('bench.achievement') is not null");
        if (await table.ExecuteScalarAsync(cancellation) is not true)
        {
            return false;
        }

        await using var rows = source.CreateCommand("select count(*) from bench.achievement");
        return (long?)await rows.ExecuteScalarAsync(cancellation) == Learners * AchievementsPerLearner;
    }

    private static async Task WriteUnitsAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var copy = await connection.BeginBinaryImportAsync("copy bench.unit from stdin (format binary)", cancellation);
        for (var unit = 0; unit < Units; unit++)
        {
            await copy.StartRowAsync(cancellation);
            await copy.WriteAsync(Code(unit), cancellation);
            await copy.WriteAsync($"Understand the principles and practice of subject {unit} in the workplace", cancellation);
            await copy.WriteAsync((unit % 15) + 1, cancellation);
            await copy.WriteAsync((unit % 8) + 1, cancellation);
        }

        await copy.CompleteAsync(cancellation);
    }

    private static async Task WriteLearnersAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var copy = await connection.BeginBinaryImportAsync("copy bench.learner from stdin (format binary)", cancellation);
        for (var learner = 0; learner < Learners; learner++)
        {
            await copy.StartRowAsync(cancellation);
            await copy.WriteAsync(FirstUln + learner, cancellation);
        }

        await copy.CompleteAsync(cancellation);
    }

    private static async Task WriteAchievementsAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var random = new Random(Seed);
        await using var copy = await connection.BeginBinaryImportAsync("copy bench.achievement from stdin (format binary)", cancellation);
        for (var row = 0; row < Learners * AchievementsPerLearner; row++)
        {
            await copy.StartRowAsync(cancellation);
            await copy.WriteAsync(FirstUln + (row / AchievementsPerLearner), cancellation);
            await copy.WriteAsync(row % AchievementsPerLearner, cancellation);
            await copy.WriteAsync(new DateOnly(2010, 1, 1).AddDays(random.Next(5_000)), cancellation);
            await copy.WriteAsync(Code(random.Next(Units)), cancellation);
        }

        await copy.CompleteAsync(cancellation);
    }

    private static string Code(int unit) => string.Create(CultureInfo.InvariantCulture, $"U/{100 + (unit / 1000)}/{1000 + (unit % 1000)}");

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
