using Plr.Domain.Identifiers;
using Plr.Storage.Catalogue;
using Plr.Storage.Import;
using Plr.Storage.Tests.Import;
using Plr.Testing;

namespace Plr.Storage.Tests.Catalogue;

/// <summary>A publication takes the place of the one before it whole, or not at all.</summary>
public sealed class PublicationTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly UnitNumber First = UnitNumber.Parse("D/000/9112").Value, Second = UnitNumber.Parse("H/000/9113").Value;
    private readonly PlrDatabase database = new(postgres.ConnectionString);

    [Fact]
    public async Task A_reader_never_sees_a_part_of_a_publication()
    {
        await PublishAsync("edition 0");
        using var stop = new CancellationTokenSource();
        var publishing = PublishEditionsAsync(stop.Token);
        for (var turn = 0; turn < 60; turn++)
        {
            var catalogue = await CatalogueSource.ReadAsync(database, default);
            Assert.Equal(catalogue.Unit(First)!.Title, catalogue.Unit(Second)!.Title);
        }

        await stop.CancelAsync();
        Assert.True(await publishing > 1, "nothing was published meanwhile");
    }

    [Fact] // The units are written before the rules, and the database ends the run between the two.
    public async Task A_publication_that_fails_half_way_changes_nothing()
    {
        await PublishAsync("before");
        await using var source = await CatalogueSource.StartAsync(database, default);
        var before = source.Current;
        await ExecuteAsync("""
            CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the disk is full' USING ERRCODE = '53100'; END $$;
            CREATE TRIGGER refuse BEFORE INSERT ON rules EXECUTE FUNCTION refuse();
            """);
        await Assert.ThrowsAnyAsync<Exception>(() => PublishAsync("after"));
        await source.RefreshAsync(default);
        Assert.Same(before, source.Current);
        Assert.Equal("before", (await CatalogueSource.ReadAsync(database, default)).Unit(First)!.Title);

        await ExecuteAsync("DROP TRIGGER refuse ON rules; DROP FUNCTION refuse()");
        await PublishAsync("after");
        await source.RefreshAsync(default);
        Assert.Equal("after", source.Current.Unit(First)!.Title);
    }

    [Fact]
    public async Task A_publication_that_can_not_be_read_is_told_of_and_the_one_before_stays_until_the_next()
    {
        await PublishAsync("whole");
        await using var source = await CatalogueSource.StartAsync(database, default);
        var refused = new TaskCompletionSource<Exception>(TaskCreationOptions.RunContinuationsAsynchronously);
        source.Refused = failure => refused.TrySetResult(failure);
        var before = source.Current;
        await ExecuteAsync("""
            UPDATE rules SET rule = '{"root": {"id": "x", "type": "no such type"}}';
            INSERT INTO catalogue_publications (published_at, origin) VALUES (now(), 'damaged');
            SELECT pg_notify('plr_catalogue', '');
            """);
        Assert.Contains("no such type", (await refused.Task.WaitAsync(Patience)).Message, StringComparison.Ordinal);
        Assert.Same(before, source.Current);

        await PublishAsync("whole again");
        await ReachesAsync(source, "whole again");
    }

    [Fact]
    public async Task A_catalogue_is_prepared_before_anyone_reads_it()
    {
        await PublishAsync("first");
        CatalogueSource? source = null;
        var prepared = new List<string>();
        await using var started = source = new CatalogueSource(
            database,
            catalogue =>
            {
                Assert.NotSame(catalogue, source?.Current);
                lock (prepared)
                {
                    prepared.Add(catalogue.Unit(First)!.Title!);
                }
            });
        Assert.Null(started.Current.Unit(First));
        await started.BeginAsync(default);
        Assert.Equal("first", started.Current.Unit(First)?.Title);
        await PublishAsync("second");
        await ReachesAsync(started, "second");
        lock (prepared)
        {
            Assert.Equal(["first", "second"], prepared.Distinct());
        }
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private async Task<int> PublishEditionsAsync(CancellationToken stop)
    {
        var edition = 0;
        while (!stop.IsCancellationRequested)
        {
            await PublishAsync($"edition {++edition}");
        }

        return edition;
    }

    /// <summary>Two units of one title, and a rule that lists them.</summary>
    private async Task PublishAsync(string title)
    {
        using var file = new TemporaryFile(".json", $$$$"""
            {"format": "plr-catalogue/1",
             "organisations": [{"id": "RN9111", "name": "Publisher", "recognitionNumber": "RN9111", "kinds": ["AwardingOrganisation"]}],
             "units": [{"number": "{{{{First}}}}", "title": "{{{{title}}}}", "level": "2", "credits": 3}, {"number": "{{{{Second}}}}", "title": "{{{{title}}}}", "level": "2", "credits": 3, "withdrawnOn": "2020-08-31"}],
             "qualifications": [{"number": "600/8900/3", "title": "{{{{title}}}}", "awardingOrganisation": "RN9111", "framework": "Qcf", "type": "Other", "level": "2",
               "operationalStart": "2012-09-01", "operationalEnd": "2030-08-31", "regulatoryStatus": "Demonstration",
               "rule": {"root": {"id": "{{{{title}}}}", "type": "pool", "units": ["{{{{First}}}}", "{{{{Second}}}}"], "bounds": [{"measure": "Credits", "min": 3}]}}}]}
            """);
        var report = await new CatalogueImport(database, TimeProvider.System).RunAsync([file.Path], default);
        Assert.Equal(0, report.Rejected);
    }

    private static async Task ReachesAsync(CatalogueSource source, string title)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (source.Current.Unit(First)!.Title != title)
        {
            await Task.Delay(20, limit.Token);
        }

        Assert.Equal(new DateOnly(2020, 8, 31), source.Current.Unit(Second)!.WithdrawnOn);
        Assert.Equal(new DateOnly(2030, 8, 31), source.Current.Qualification(QualificationNumber.Parse("600/8900/3").Value)!.OperationalEnd);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = postgres.DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
