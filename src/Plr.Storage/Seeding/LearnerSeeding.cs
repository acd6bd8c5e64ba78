using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Plr.Domain.Catalogue;
using Plr.Domain.Organisations;
using Plr.Domain.Records;
using Plr.Storage.Catalogue;
using Plr.Storage.Import;

namespace Plr.Storage.Seeding;

/// <summary>Synthetic learners on the catalogue in hand, written in bulk. The same options on the same catalogue make the same learners, to the byte.</summary>
/// <remarks>
/// Numbers check, names and addresses are made up. A part of the run is written whole or not at all; a run that was cut off is completed by
/// running it again. No learner who is there already is changed.
/// </remarks>
public sealed class LearnerSeeding(PlrDatabase database, TimeProvider clock)
{
    private const int PartSize = 5_000;

    /// <summary>Makes them.</summary>
    /// <exception cref="SeedRefusedException">A number is out of range, the catalogue lacks what is needed, or other learners hold the numbers.</exception>
    /// <exception cref="RecordStoreUnavailableException">The database does not answer.</exception>
    public async Task<SeedReport> RunAsync(SeedOptions options, CancellationToken cancellationToken)
    {
        Check(options);
        var catalogue = await CatalogueSource.ReadAsync(database, cancellationToken);
        var adviser = AdviserOf(catalogue, options);
        var units = new CatalogueUnits(catalogue);
        if (options.Achievements > 0 && units.IsEmpty)
        {
            throw new SeedRefusedException("no rule of the catalogue lists a unit that learners could have achieved: import rules first, or take `--achievements 0`");
        }

        var report = new SeedReport(0, 0, 0, 0, adviser);
        foreach (var part in Learners(options, adviser, units).Chunk(PartSize))
        {
            var added = await Unavailability.GuardAsync(() => WriteAsync(part, options, cancellationToken));
            report = report with
            {
                Learners = report.Learners + part.Length,
                Achievements = report.Achievements + part.Sum(learner => learner.Achievements.Count),
                Consenting = report.Consenting + part.Count(learner => learner.Grant is not null),
                Added = report.Added + added,
            };
        }

        await Unavailability.GuardAsync(() => AnalyseAsync(cancellationToken));
        return report;
    }

    private static void Check(SeedOptions options)
    {
        Check("learners", options.Learners, 1, SeedOptions.MaxLearners);
        Check("achievements", options.Achievements, 0, SeedOptions.MaxAchievements);
        Check("consenting", options.ConsentingPercent, 0, 100);
    }

    private static void Check(string name, int value, int least, int most)
    {
        if (value < least || value > most)
        {
            throw new SeedRefusedException(string.Create(CultureInfo.InvariantCulture, $"`--{name} {value}`: it is {least} to {most}"));
        }
    }

    private Organisation? AdviserOf(NationalCatalogue catalogue, SeedOptions options)
    {
        if (options.ConsentingPercent == 0)
        {
            return null;
        }

        if (options.Adviser is { } named)
        {
            return catalogue.Organisation(named) ?? throw new SeedRefusedException($"the catalogue holds no organisation `{named}` for learners to permit");
        }

        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return catalogue.Organisations
            .Where(organisation => organisation.Kinds.Contains(OrganisationKind.CareersAdviser) && Participation.Of(organisation, today).Participates)
            .OrderBy(organisation => organisation.Id.Value, StringComparer.Ordinal)
            .FirstOrDefault()
            ?? throw new SeedRefusedException(
                "the catalogue holds no participating careers adviser for learners to permit: import one, name another with `--adviser UKPRN`, or take `--consenting 0`");
    }

    private static IEnumerable<SyntheticLearner> Learners(SeedOptions options, Organisation? adviser, CatalogueUnits units) =>
        SyntheticUlns.Of(options.Seed).Take(options.Learners)
            .Select((uln, index) => new SyntheticLearner(uln, unchecked((options.Seed * 486_187_739) + index), options, adviser?.Id, units));

    private async ValueTask<int> WriteAsync(SyntheticLearner[] part, SeedOptions options, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var writer = new BulkWriter(context);
        await writer.WriteAsync([.. part.Select(learner => learner.Learner)], cancellationToken);
        await writer.WriteAsync([.. part.Select(learner => learner.Identity)], cancellationToken);
        await writer.WriteAsync([.. part.Select(learner => learner.Contact)], cancellationToken);
        await writer.WriteAsync([.. part.SelectMany(learner => learner.Achievements)], cancellationToken);
        await writer.WriteAsync([.. part.Select(learner => learner.Grant).OfType<Permissions.PermissionGrantRow>()], cancellationToken);
        if (writer.Total.Changed > 0)
        {
            throw new SeedRefusedException(string.Create(
                CultureInfo.InvariantCulture,
                $"learners who are there already hold numbers of seed {options.Seed} and differ from what it makes, so nothing of them was touched: choose another `--seed`"));
        }

        await transaction.CommitAsync(cancellationToken);
        return writer.Total.Added;
    }

    /// <summary>So that the first queries are planned for what is there now.</summary>
    private async ValueTask<int> AnalyseAsync(CancellationToken cancellationToken)
    {
        await using var command = database.Writing.CreateCommand(
            "ANALYZE learners, learner_identities, learner_contacts, qualification_achievements, permission_grants");
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
