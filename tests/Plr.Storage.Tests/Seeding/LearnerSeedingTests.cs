using System.Globalization;
using Plr.Domain.Achievements;
using Plr.Domain.Identifiers;
using Plr.Domain.Learners;
using Plr.Domain.Permissions;
using Plr.Storage.Catalogue;
using Plr.Storage.Seeding;
using Plr.Testing;

namespace Plr.Storage.Tests.Seeding;

/// <summary>Synthetic learners on the demonstration's catalogue.</summary>
public sealed class LearnerSeedingTests(DemonstrationFixture demonstration) : IClassFixture<DemonstrationFixture>, IAsyncDisposable
{
    private readonly PlrDatabase database = new(demonstration.ConnectionString);

    [Fact]
    public async Task The_same_run_again_adds_nothing_and_fewer_learners_are_the_first_of_more()
    {
        var few = await SeedAsync(new SeedOptions(40, 8, Seed: 11, ConsentingPercent: 50));
        Assert.Equal(40, few.Learners);
        Assert.InRange(few.Achievements, 40, 320);
        Assert.True(few.Added > 40 * 3);
        Assert.Equal(0, (await SeedAsync(new SeedOptions(40, 8, Seed: 11, ConsentingPercent: 50))).Added);

        var more = await SeedAsync(new SeedOptions(55, 8, Seed: 11, ConsentingPercent: 50));
        Assert.Equal(
            (more.Achievements - few.Achievements) + (more.Consenting - few.Consenting) + (3 * (more.Learners - few.Learners)),
            more.Added);
    }

    [Fact]
    public async Task A_run_of_several_parts_is_complete()
    {
        Assert.Equal(5_010 * 3, (await SeedAsync(new SeedOptions(5_010, 0, Seed: 12, ConsentingPercent: 0))).Added);
        Assert.Equal(5_010L, await CountAsync(SyntheticUlns.Of(12).Take(5_010)));
    }

    [Fact]
    public async Task What_learners_have_is_in_the_catalogue_and_awarded_by_who_awards_it()
    {
        await SeedAsync(new SeedOptions(30, 12, Seed: 13, ConsentingPercent: 100));
        var catalogue = await CatalogueSource.ReadAsync(database, default);
        var learners = SyntheticUlns.Of(13).Take(30).ToList();
        await using var snapshot = await database.Records.OpenSnapshotAsync(default);
        var achieved = await snapshot.QualificationAchievementsAsync(learners, default);
        Assert.Equal(30, achieved.Count);
        foreach (var achievement in achieved.Values.SelectMany(each => each).Cast<UnitAchievement>())
        {
            Assert.NotNull(catalogue.Unit(achievement.Unit));
            Assert.Contains(catalogue.QualificationsUsing(achievement.Unit), using_ => using_.AwardingOrganisation == achievement.AwardingOrganisation);
        }

        Assert.All(achieved.Values, each => Assert.Equal(each.Count, each.Cast<UnitAchievement>().Select(unit => unit.Unit).Distinct().Count()));
    }

    [Fact]
    public async Task The_share_that_consents_permits_the_adviser_and_every_privacy_notice_state_is_met_among_the_others()
    {
        var report = await SeedAsync(new SeedOptions(200, 0, Seed: 14, ConsentingPercent: 25));
        Assert.InRange(report.Consenting, 25, 75);
        Assert.Equal("Bright Paths Careers (demonstration)", report.Adviser!.Name);
        await using var snapshot = await database.Records.OpenSnapshotAsync(default);
        var access = (await snapshot.AccessAsync([.. SyntheticUlns.Of(14).Take(200)], default)).Values.ToList();
        var consenting = access.Where(learner => learner.Grants.Count > 0).ToList();
        Assert.Equal(report.Consenting, consenting.Count);
        Assert.All(consenting, learner => Assert.Equal(PrivacyNotice.SeenShares, learner.Learner.PrivacyNotice));
        Assert.All(consenting, learner => Assert.Superset(new HashSet<ConsentScope> { ConsentScope.Routes }, Assert.Single(learner.Grants).Scopes.ToHashSet()));
        Assert.Equal(
            Enum.GetValues<PrivacyNotice>().Order(),
            access.Except(consenting).Select(learner => learner.Learner.PrivacyNotice).Distinct().Order());
    }

    [Fact]
    public async Task Learners_who_are_there_are_never_changed()
    {
        var options = new SeedOptions(10, 0, Seed: 15, ConsentingPercent: 0);
        var taken = SyntheticUlns.Of(15).ElementAt(7);
        await ExecuteAsync($"INSERT INTO learners (uln, privacy_notice, registered_at, version) VALUES ({taken.Value}, 'NotSeen', now(), 5)");
        var refusal = await Assert.ThrowsAsync<SeedRefusedException>(() => SeedAsync(options));
        Assert.Contains("--seed", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1L, await CountAsync(SyntheticUlns.Of(15).Take(10)));
        await using var snapshot = await database.Records.OpenSnapshotAsync(default);
        Assert.Equal(5, (await snapshot.LearnersAsync([taken], default))[taken].Version);
    }

    [Theory]
    [InlineData(0, 1, 50, "--learners 0")]
    [InlineData(5_000_001, 1, 50, "--learners 5000001")]
    [InlineData(1, 501, 50, "--achievements 501")]
    [InlineData(1, -1, 50, "--achievements -1")]
    [InlineData(1, 1, 101, "--consenting 101")]
    public async Task A_number_out_of_range_is_refused_with_the_range(int learners, int achievements, int consenting, string says)
    {
        var refusal = await Assert.ThrowsAsync<SeedRefusedException>(() => SeedAsync(new SeedOptions(learners, achievements, 1, consenting)));
        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_adviser_whom_the_catalogue_does_not_hold_is_refused() =>
        Assert.Contains("`nobody`", (await Assert.ThrowsAsync<SeedRefusedException>(
            () => SeedAsync(new SeedOptions(1, 0, 1, 50, new OrganisationId("nobody"))))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-2_147_483_648)]
    public void Numbers_check_and_none_comes_twice_nor_is_the_demonstrations(int seed)
    {
        var ulns = SyntheticUlns.Of(seed).Take(100_000).ToList();
        Assert.Equal(ulns.Count, ulns.Distinct().Count());
        Assert.All(ulns, uln => Assert.True(Uln.Parse(uln.ToDigits()).Succeeded));
        Assert.DoesNotContain(ulns, uln => uln.ToDigits().StartsWith("9000000", StringComparison.Ordinal));
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private Task<SeedReport> SeedAsync(SeedOptions options) => new LearnerSeeding(database, TimeProvider.System).RunAsync(options, default);

    private async Task<long> CountAsync(IEnumerable<Uln> ulns)
    {
        await using var command = demonstration.DataSource.CreateCommand("SELECT count(*) FROM learners WHERE uln = ANY($1)");
        command.Parameters.AddWithValue(ulns.Select(uln => uln.Value).ToArray());
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = demonstration.DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
