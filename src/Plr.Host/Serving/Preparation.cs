using Plr.Host.Configuration;
using Plr.Host.Database;
using Plr.Storage;
using Plr.Storage.Demonstration;

namespace Plr.Host.Serving;

/// <summary>Brings a database to where a graph can be served from it.</summary>
internal static class Preparation
{
    /// <summary>In Development: migrates, and loads the demonstration into an empty database. Elsewhere: refuses a schema that is behind.</summary>
    /// <exception cref="RefusedException">Migrations are missing, with the remedy.</exception>
    public static async Task PrepareAsync(
        OpenedDatabase opened, PlrConfiguration configuration, TextWriter progress, CancellationToken cancellationToken)
    {
        var database = opened.Database;
        if (configuration.IsDevelopment)
        {
            await database.MigrateAsync(cancellationToken);
            await LoadDemonstrationAsync(database, progress, cancellationToken);
            return;
        }

        var status = await database.StatusAsync(cancellationToken);
        if (status.Pending.Count > 0)
        {
            throw new RefusedException(
                $"the database lacks {status.Pending.Count} of this build's migrations; apply them with `plr db migrate`, then start again");
        }
    }

    private static async Task LoadDemonstrationAsync(PlrDatabase database, TextWriter progress, CancellationToken cancellationToken)
    {
        await progress.WriteLineAsync("looking for the demonstration data; the first time it is loaded, which takes half a minute");
        var report = await new DemonstrationData(database, TimeProvider.System).LoadIfEmptyAsync(cancellationToken);
        if (report is not null)
        {
            await progress.WriteLineAsync($"loaded {report.Read} entries of the register and of published rules; {report.Rejected} rejected");
        }
    }
}
