using Microsoft.EntityFrameworkCore;
using Plr.Domain.Records;
using Plr.Storage.Import;
using Plr.Storage.Learners;

namespace Plr.Storage.Demonstration;

/// <summary>Fills an empty database: the register and the published rules of <c>data</c>, and eight learners with stories.</summary>
/// <remarks>
/// Amina has the award, Ben half a diploma of two awarding organisations, Chloe stands before a choice of pathways, Dev does not share, Ellie has
/// not seen the privacy notice, Farid challenges an achievement, Gwen reads Welsh and seeks advice, Harriet had another number before. Numbers,
/// keys and dates are fixed: <c>clients/personas.json</c> and the operations beside it name them.
/// </remarks>
public sealed class DemonstrationData(PlrDatabase database, TimeProvider clock)
{
    private const long LoadingLock = 7_071_004;

    /// <summary>The directory <c>data</c> beside the program: the register, the published rules, the demonstration's catalogue.</summary>
    public static string DataDirectory => Path.Combine(AppContext.BaseDirectory, "data");

    /// <summary>Loads what is missing: the catalogue when none was ever published, the learners when there is none.</summary>
    /// <returns>The report of the import; null when there was a catalogue.</returns>
    /// <exception cref="CatalogueImportException">A file of <see cref="DataDirectory"/> is missing or damaged.</exception>
    /// <exception cref="RecordStoreUnavailableException">The database does not answer.</exception>
    public async Task<ImportReport?> LoadIfEmptyAsync(CancellationToken cancellationToken)
    {
        var (hasCatalogue, hasLearners) = await Unavailability.GuardAsync(() => LookAsync(cancellationToken));
        var report = !hasCatalogue
            ? await new CatalogueImport(database, clock).RunAsync([DataDirectory], cancellationToken)
            : null;
        if (!hasLearners)
        {
            await Unavailability.GuardAsync(() => LoadLearnersAsync(cancellationToken));
        }

        return report;
    }

    /// <summary>What is there already. Asked without EF: most starts find both, and need no model of the database.</summary>
    private async ValueTask<(bool HasCatalogue, bool HasLearners)> LookAsync(CancellationToken cancellationToken)
    {
        await using var command = database.Writing.CreateCommand("SELECT EXISTS (SELECT FROM catalogue_publications), EXISTS (SELECT FROM learners)");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetBoolean(0), reader.GetBoolean(1));
    }

    /// <summary>All learners or none; of two programs at once one loads and the other finds them.</summary>
    private async ValueTask<bool> LoadLearnersAsync(CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({LoadingLock})", cancellationToken);
        if (await context.Set<LearnerRow>().AnyAsync(cancellationToken))
        {
            return false;
        }

        context.AddRange(DemonstrationLearners.Rows());
        await context.SaveChangesAsync(cancellationToken);
        context.AddRange(DemonstrationAchievements.Rows());
        context.AddRange(DemonstrationGrants.Rows());
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
