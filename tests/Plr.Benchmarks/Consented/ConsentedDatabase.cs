using Npgsql;
using Plr.Benchmarks.National;
using Plr.Domain.Identifiers;
using Plr.Storage;
using Plr.Storage.Catalogue;
using Plr.Storage.Demonstration;
using Plr.Storage.Seeding;

namespace Plr.Benchmarks.Consented;

/// <summary>A database of the product's with the demonstration's catalogue, and learners of it who permit a careers adviser.</summary>
internal static class ConsentedDatabase
{
    private const int AchievementsEach = 12;
    private const int Seed = 20261129;

    /// <summary>Writes what is missing; the same every time.</summary>
    /// <returns>The learners.</returns>
    public static async Task<IReadOnlyList<Uln>> FillAsync(string connectionString, int learners, CancellationToken cancellation)
    {
        await using var database = new PlrDatabase(connectionString);
        await database.MigrateAsync(cancellation);
        await new DemonstrationData(database, TimeProvider.System).LoadIfEmptyAsync(cancellation);
        var catalogue = await CatalogueSource.ReadAsync(database, cancellation);
        var adviser = catalogue.Organisation(Ukprn.Parse(NationalDatabase.Adviser).Value)?.Id;
        await new LearnerSeeding(database, TimeProvider.System).RunAsync(
            new SeedOptions(learners, AchievementsEach, Seed, ConsentingPercent: 100, adviser), cancellation);
        return [.. SyntheticUlns.Of(Seed).Take(learners)];
    }

    /// <summary>How many rows the disclosure log has.</summary>
    public static async Task<long> DisclosuresAsync(string connectionString, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand("SELECT count(*) FROM disclosures");
        return (long)(await command.ExecuteScalarAsync(cancellation))!; // A count is one row.
    }
}
