using System.Diagnostics;
using System.Globalization;
using Plr.Rules.Exchange;
using Plr.Storage;
using Plr.Storage.Catalogue;
using Plr.Storage.Import;
using Plr.Storage.Seeding;

namespace Plr.Benchmarks.National;

/// <summary>A database with a catalogue of national size and learners: written by the importer and the seeding that the product has.</summary>
internal static class NationalDatabase
{
    private const int LearnersEach = 30;
    private const int Seed = 20191201;

    /// <summary>The demonstration's careers adviser, whom the learners permit.</summary>
    public const string Adviser = "19990020";

    /// <summary>Publishes a catalogue of the exchange format, unless the database has one of its size already, and makes learners of it.</summary>
    public static async Task FillAsync(string connectionString, FileInfo? exchange, int learners, CancellationToken cancellation)
    {
        await using var database = new PlrDatabase(connectionString);
        await database.MigrateAsync(cancellation);
        var clock = Stopwatch.StartNew();
        if (exchange is not null)
        {
            await PublishAsync(database, exchange, cancellation);
            Say(clock, "published");
        }

        var catalogue = await CatalogueSource.ReadAsync(database, cancellation);
        Say(clock, $"{catalogue.Qualifications.Length} qualifications, {catalogue.Units.Length} units read");
        var report = await new LearnerSeeding(database, TimeProvider.System).RunAsync(
            new SeedOptions(learners, LearnersEach, Seed, ConsentingPercent: 100, catalogue.Organisation(Domain.Identifiers.Ukprn.Parse(Adviser).Value)?.Id), cancellation);
        Say(clock, $"{report.Learners} learners with {report.Achievements} achievements, {report.Consenting} of whom permit {report.Adviser?.Name}");
    }

    private static async Task PublishAsync(PlrDatabase database, FileInfo exchange, CancellationToken cancellation)
    {
        var (document, problem) = ExchangeReader.Read(await File.ReadAllBytesAsync(exchange.FullName, cancellation));
        if (document is null)
        {
            throw new InvalidDataException($"{exchange}: {problem}");
        }

        var file = Path.Combine(Directory.CreateTempSubdirectory("plr-national").FullName, "national.json");
        await using (var output = File.Create(file))
        {
            new NationalCatalogueFile(document, Sectors()).Write(output);
        }

        var import = new CatalogueImport(database, TimeProvider.System);
        var report = await import.RunAsync([Data("demonstration/organisations.json"), Data("register/qualification-sector-subject-area.tsv"), file], cancellation);
        File.Delete(file);
        if (report.Rejected > 0)
        {
            throw new InvalidDataException(report.Findings.First(finding => finding.Severity == ImportSeverity.Rejected).ToString());
        }
    }

    private static string[] Sectors() =>
        [.. File.ReadLines(Data("register/qualification-sector-subject-area.tsv")).Select(line => line.Split('\t')[0]).Where(code => code.Contains('.', StringComparison.Ordinal))];

    private static string Data(string name) => Path.Combine(Plr.Storage.Demonstration.DemonstrationData.DataDirectory, name);

    private static void Say(Stopwatch clock, string what) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalSeconds,6:0.0} s  {what}"));
}
