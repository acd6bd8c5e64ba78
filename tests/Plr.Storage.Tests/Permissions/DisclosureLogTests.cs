using System.Globalization;
using Npgsql;
using Plr.Domain.Identifiers;
using Plr.Domain.Permissions;
using Plr.Domain.Records;
using Plr.Storage.Permissions;
using Plr.Testing;

namespace Plr.Storage.Tests.Permissions;

/// <summary>One commit for many requests: each waits for its own rows, none pays for another's.</summary>
public sealed class DisclosureLogTests(DemonstrationFixture demonstration) : IClassFixture<DemonstrationFixture>, IAsyncDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 9, 30, 0, TimeSpan.Zero);
    private static readonly Uln Gwen = Uln.Parse("9000000075").Value;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly PlrDatabase database = new(demonstration.ConnectionString);

    [Fact]
    public async Task Rows_that_gather_during_a_commit_go_together_in_the_order_in_which_they_came()
    {
        var commits = new List<IReadOnlyList<Disclosure>>();
        var disk = new SemaphoreSlim(0);
        await using var log = new DisclosureLog(async rows =>
        {
            commits.Add(rows);
            await disk.WaitAsync();
        });
        var rows = Enumerable.Range(0, 40).Select(_ => Row()).ToList();
        var appends = rows.ConvertAll(row => log.AppendAsync([row], default).AsTask());
        Assert.DoesNotContain(appends, append => append.IsCompleted); // Nothing is on the disk yet.
        disk.Release(40);
        await Task.WhenAll(appends).WaitAsync(Patience);
        Assert.True(commits.Count <= 2, $"{commits.Count} commits");
        Assert.Equal(rows.Select(row => row.Id), commits.SelectMany(commit => commit).Select(row => row.Id));
    }

    [Fact]
    public async Task A_request_is_answered_by_its_own_commit_and_not_by_a_later_one()
    {
        var disk = new SemaphoreSlim(0);
        var begun = new SemaphoreSlim(0);
        await using var log = new DisclosureLog(async _ =>
        {
            begun.Release();
            await disk.WaitAsync();
        });
        var first = log.AppendAsync([Row()], default).AsTask();
        Assert.True(await begun.WaitAsync(Patience)); // Or the second may yet go with the first.
        var second = log.AppendAsync([Row()], default).AsTask();
        disk.Release();
        await first.WaitAsync(Patience);
        Assert.False(second.IsCompleted);
        disk.Release();
        await second.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_commit_that_is_lost_fails_every_request_of_it_and_the_next_one_is_written()
    {
        var lost = true;
        await using var log = new DisclosureLog(async _ =>
        {
            await Task.Yield();
            if (lost)
            {
                throw new NpgsqlException("the connection was lost");
            }
        });
        var appends = Enumerable.Range(0, 5).Select(_ => log.AppendAsync([Row()], default).AsTask()).ToList();
        foreach (var append in appends)
        {
            await Assert.ThrowsAsync<NpgsqlException>(() => append.WaitAsync(Patience));
        }

        lost = false;
        await log.AppendAsync([Row()], default);
    }

    [Fact]
    public async Task A_row_that_the_database_refuses_fails_its_own_request_alone()
    {
        // Held up, so that all of them gather.
        await using var blocker = await LockAsync();
        var nobody = Row(Uln.Parse("9276308686").Value);
        var good = Enumerable.Range(0, 6).Select(_ => Row()).ToList();
        List<Task> appends = [AppendAsync(Row()), .. good.Take(3).Select(AppendAsync), AppendAsync(nobody), .. good.Skip(3).Select(AppendAsync)];
        await blocker.DisposeAsync();
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => appends[4].WaitAsync(Patience));
        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, refusal.SqlState);
        appends.RemoveAt(4);
        await Task.WhenAll(appends).WaitAsync(Patience);
        Assert.Equal(6L, await CountAsync(good));
    }

    [Fact]
    public async Task Nothing_is_answered_before_the_row_is_durable()
    {
        await using var blocker = await LockAsync();
        var row = Row();
        var append = AppendAsync(row);
        await Task.Delay(300);
        Assert.False(append.IsCompleted);
        await blocker.DisposeAsync();
        await append.WaitAsync(Patience);
        Assert.Equal(1L, await CountAsync([row]));
    }

    [Fact]
    public async Task A_server_that_dies_during_the_commit_fails_the_requests_and_leaves_no_row()
    {
        var row = Row();
        await using (await LockAsync())
        {
            var append = AppendAsync(row);
            await KillWaitingAsync();
            await Assert.ThrowsAsync<RecordStoreUnavailableException>(() => append.WaitAsync(Patience));
        }

        Assert.Equal(0L, await CountAsync([row]));
        await AppendAsync(Row()).WaitAsync(Patience);
    }

    [Fact]
    public async Task A_request_that_gives_up_before_its_turn_is_not_written()
    {
        var written = new List<Disclosure>();
        var disk = new SemaphoreSlim(0);
        var begun = new SemaphoreSlim(0);
        await using var log = new DisclosureLog(async rows =>
        {
            begun.Release();
            await disk.WaitAsync();
            written.AddRange(rows);
        });
        var first = log.AppendAsync([Row()], default).AsTask();
        Assert.True(await begun.WaitAsync(Patience)); // Or the one that leaves may yet go with the first.
        using var leaving = new CancellationTokenSource();
        var left = log.AppendAsync([Row()], leaving.Token).AsTask();
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left.WaitAsync(Patience));
        disk.Release(2);
        await first.WaitAsync(Patience);
        await log.DisposeAsync();
        Assert.Single(written);
    }

    [Fact]
    public async Task Disposing_it_writes_what_waits_and_takes_no_more()
    {
        var written = 0;
        var log = new DisclosureLog(async rows =>
        {
            await Task.Delay(20);
            written += rows.Count;
        });
        var appends = Enumerable.Range(0, 10).Select(_ => log.AppendAsync([Row()], default).AsTask()).ToList();
        await log.DisposeAsync();
        await Task.WhenAll(appends);
        Assert.Equal(10, written);
        await Assert.ThrowsAsync<System.Threading.Channels.ChannelClosedException>(() => log.AppendAsync([Row()], default).AsTask());
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private Task AppendAsync(Disclosure row) => database.Records.AppendDisclosuresAsync([row], default).AsTask();

    private static Disclosure Row(Uln? learner = null) => new()
    {
        Id = Guid.NewGuid(),
        Learner = learner ?? Gwen,
        At = Now,
        Scopes = [ConsentScope.Routes],
        Basis = AccessBasis.Consent,
    };

    /// <summary>Keeps every writer of the log waiting until it is disposed.</summary>
    private async Task<NpgsqlConnection> LockAsync()
    {
        var connection = await demonstration.DataSource.OpenConnectionAsync();
        await using var take = new NpgsqlCommand("BEGIN; LOCK TABLE disclosures IN ACCESS EXCLUSIVE MODE", connection);
        await take.ExecuteNonQueryAsync();
        return connection;
    }

    private async Task KillWaitingAsync()
    {
        var deadline = DateTime.UtcNow + Patience;
        while (true)
        {
            await using var kill = demonstration.DataSource.CreateCommand(
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE 'INSERT INTO disclosures%'");
            if (Convert.ToInt64(await kill.ExecuteScalarAsync(), CultureInfo.InvariantCulture) > 0)
            {
                return;
            }

            Assert.True(DateTime.UtcNow < deadline, "the writer never came to its commit");
            await Task.Delay(20);
        }
    }

    private async Task<long> CountAsync(IEnumerable<Disclosure> rows)
    {
        await using var count = demonstration.DataSource.CreateCommand("SELECT count(*) FROM disclosures WHERE id = ANY($1)");
        count.Parameters.AddWithValue(rows.Select(row => row.Id).ToArray());
        return Convert.ToInt64(await count.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
