using Plr.Domain.Identifiers;
using Plr.Domain.Records;
using Plr.Storage.Embedded;
using Plr.Testing;

namespace Plr.Storage.Tests.Records;

/// <summary>On a cluster of its own: it is stopped under load.</summary>
public sealed class UnavailableDatabaseTests : IDisposable
{
    private static readonly Uln Somebody = Uln.Parse("9276308686").Value;
    private readonly string directory = Path.Combine(Path.GetTempPath(), $"plr-cluster-{Guid.NewGuid():n}");

    [Fact]
    public async Task While_the_server_is_stopped_requests_are_refused_and_when_it_returns_they_succeed_by_themselves()
    {
        var cluster = await StartAsync();
        await using var database = new PlrDatabase(cluster.ConnectionString);
        await database.MigrateAsync(default);
        await using var open = await database.Records.OpenSnapshotAsync(default);
        Assert.Empty(await open.LearnersAsync([Somebody], default));

        cluster.Dispose();
        await Assert.ThrowsAsync<RecordStoreUnavailableException>(async () => await open.LearnersAsync([Somebody], default));
        await Assert.ThrowsAsync<RecordStoreUnavailableException>(ReadAsync);
        await Assert.ThrowsAsync<RecordStoreUnavailableException>(() => database.PingAsync(default));
        await Assert.ThrowsAsync<RecordStoreUnavailableException>(
            async () => await database.Records.SubmitAsync(new OrganisationId("x"), [], DateTimeOffset.UnixEpoch, default));

        using var again = await StartAsync();
        Assert.Equal(cluster.ConnectionString, again.ConnectionString);
        await ReadAsync();

        async Task ReadAsync()
        {
            await using var snapshot = await database.Records.OpenSnapshotAsync(default);
            await snapshot.LearnersAsync([Somebody], default);
        }
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);

    private Task<EmbeddedCluster> StartAsync() => EmbeddedCluster.StartAsync(
        new EmbeddedClusterOptions { DataDirectory = directory, PackageDirectory = TestCluster.PackageDirectory, Durable = false }, default);
}
