using System.Collections.Frozen;
using Npgsql;
using Plr.Domain;
using Plr.Domain.Achievements;
using Plr.Domain.Catalogue;
using Plr.Domain.Identifiers;
using Plr.Domain.Learners;
using Plr.Domain.Organisations;
using Plr.Domain.Permissions;
using Plr.Domain.Records;
using Plr.Testing;

namespace Plr.Storage.Tests.Records;

public sealed class RecordStoreTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IAsyncDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 9, 30, 0, TimeSpan.Zero);
    private static readonly OrganisationId Laser = new("RN5000");
    private static readonly UnitNumber CareerPlanning = UnitNumber.Parse("M/504/7527").Value;
    private static int registered;
    private readonly PlrDatabase database = new(postgres.ConnectionString);

    private IRecordStore Store => database.Records;

    [Fact]
    public async Task A_registered_learner_has_a_valid_number_and_is_found_whole()
    {
        var learner = (await Store.RegisterLearnerAsync(Registration("Carys"), Now, default)).Value;
        Assert.True(Uln.Parse(learner.Uln.ToDigits()).Succeeded);
        await using var snapshot = await Store.OpenSnapshotAsync(default);
        Assert.Equal(PrivacyNotice.SeenShares, (await snapshot.LearnersAsync([learner.Uln], default))[learner.Uln].PrivacyNotice);
        Assert.Equal("Carys", (await snapshot.IdentitiesAsync([learner.Uln], default))[learner.Uln].Name.Given);
        Assert.Equal(Language.Welsh, (await snapshot.ContactsAsync([learner.Uln], default))[learner.Uln].PreferredLanguage);
        Assert.Empty(await snapshot.QualificationAchievementsAsync([learner.Uln], default));
    }

    [Fact]
    public async Task The_same_person_is_not_registered_twice_even_at_once()
    {
        var twin = Registration("Twin");
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Store.RegisterLearnerAsync(twin, Now, default).AsTask()));
        Assert.Single(results, result => result.Succeeded);
        Assert.All(results.Where(result => !result.Succeeded), result => Assert.Equal(ErrorCodes.PossibleDuplicateLearner, result.Problem!.Code));
    }

    [Fact]
    public async Task An_unknown_learner_is_absent_and_not_an_error()
    {
        await using var snapshot = await Store.OpenSnapshotAsync(default);
        Assert.Empty(await snapshot.AccessAsync([Uln.Parse("9276308686").Value], default));
    }

    [Fact]
    public async Task A_merged_number_finds_the_learner_it_was_merged_into()
    {
        var learner = await RegisterAsync();
        var older = Uln.Parse("1000000043").Value;
        await ExecuteAsync($"INSERT INTO linked_ulns (uln, linked_uln) VALUES ({learner.Value}, {older.Value})");
        await Store.GrantAsync(Grant(learner), default);
        await using var snapshot = await Store.OpenSnapshotAsync(default);
        var access = (await snapshot.AccessAsync([older], default))[older];
        Assert.Equal(learner, access.Learner.Uln);
        Assert.Equal([older], access.Learner.LinkedUlns);
        Assert.Single(access.Grants);
    }

    [Fact] // The record is one, whichever of its numbers is asked for, and what was awarded before the merge is part of it.
    public async Task A_merged_number_finds_the_whole_record_of_the_learner_it_was_merged_into()
    {
        var (present, older) = (await RegisterAsync(), await RegisterAsync());
        var before = (await SubmitAsync(Item(older)))[0].Achievement!.Id;
        var after = (await SubmitAsync(Item(present) with { AwardedOn = new DateOnly(2025, 7, 1) }))[0].Achievement!.Id;
        await ExecuteAsync($"INSERT INTO linked_ulns (uln, linked_uln) VALUES ({present.Value}, {older.Value})");
        await Store.GrantAsync(Grant(older), default);
        await using var snapshot = await Store.OpenSnapshotAsync(default);
        foreach (var asked in new[] { present, older })
        {
            Assert.Equal([after, before], (await snapshot.QualificationAchievementsAsync([asked], default))[asked].Select(achievement => achievement.Id));
            Assert.Equal(present, (await snapshot.IdentitiesAsync([asked], default))[asked].Uln);
            Assert.Equal(present, (await snapshot.ContactsAsync([asked], default))[asked].Uln);
            var read = await snapshot.AccessWithAchievementsAsync([asked], default);
            Assert.Equal(2, read.Achievements[asked].Count);
            Assert.Empty(read.Access[asked].Grants); // What the number that was merged away permitted is not what the learner permits.
        }

        var both = await snapshot.QualificationAchievementsAsync([present, older], default);
        Assert.Equal(both[present].Select(achievement => achievement.Id), both[older].Select(achievement => achievement.Id));
    }

    [Fact]
    public async Task A_grant_comes_back_as_it_was_made_and_is_revoked_once()
    {
        var learner = await RegisterAsync();
        var grant = Grant(learner);
        await Store.GrantAsync(grant, default);
        await using (var snapshot = await Store.OpenSnapshotAsync(default))
        {
            var read = (await snapshot.GrantsAsync([grant.Id], default))[grant.Id];
            Assert.Equal(grant.Grantee, read.Grantee);
            Assert.True(grant.Scopes.SetEquals(read.Scopes));
            Assert.Equal(PermissionState.Active, read.State(Now));
        }

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Store.RevokeAsync(learner, grant.Id, Now, default).AsTask()));
        Assert.Equal(PermissionState.Revoked, Assert.Single(results, result => result.Succeeded).Value.State(Now));
        Assert.All(results.Where(result => !result.Succeeded), result => Assert.Equal(ErrorCodes.GrantAlreadyRevoked, result.Problem!.Code));
    }

    [Fact]
    public async Task A_learner_can_not_revoke_the_grant_of_another()
    {
        var grant = Grant(await RegisterAsync());
        await Store.GrantAsync(grant, default);
        var result = await Store.RevokeAsync(await RegisterAsync(), grant.Id, Now, default);
        Assert.Equal(ErrorCodes.GrantUnknown, result.Problem!.Code);
    }

    [Fact]
    public async Task A_snapshot_does_not_see_what_was_written_after_its_first_read()
    {
        var learner = await RegisterAsync();
        var grant = Grant(learner);
        await Store.GrantAsync(grant, default);
        await using var before = await Store.OpenSnapshotAsync(default);
        Assert.Null((await before.AccessAsync([learner], default))[learner].Grants.Single().RevokedAt);
        await Store.RevokeAsync(learner, grant.Id, Now, default);
        Assert.Null((await before.AccessAsync([learner], default))[learner].Grants.Single().RevokedAt);
        await using var after = await Store.OpenSnapshotAsync(default);
        Assert.Equal(Now, (await after.AccessAsync([learner], default))[learner].Grants.Single().RevokedAt);
    }

    [Fact]
    public async Task Achievements_are_created_then_unchanged_then_updated_and_every_version_is_kept()
    {
        var learner = await RegisterAsync();
        var item = Item(learner);
        var results = await SubmitAsync(item);
        Assert.Equal(ItemOutcome.Created, results[0].Outcome);
        Assert.Equal(ItemOutcome.Unchanged, (await SubmitAsync(item))[0].Outcome);
        Assert.Equal(ItemOutcome.Updated, (await SubmitAsync(item with { Grade = "Merit" }))[0].Outcome);

        var id = results[0].Achievement!.Id;
        await using var snapshot = await Store.OpenSnapshotAsync(default);
        Assert.Equal(["Pass", "Merit"], (await snapshot.HistoriesAsync([id], default))[id].Select(version => version.Grade));
        var latest = Assert.IsType<UnitAchievement>(Assert.Single((await snapshot.QualificationAchievementsAsync([learner], default))[learner]));
        Assert.Equal(("Merit", 2, CareerPlanning), (latest.Grade, latest.Version, latest.Unit));
        Assert.Equal("Merit", (await snapshot.AchievementsAsync([id], default))[id].Grade);
    }

    [Fact]
    public async Task A_rejected_item_leaves_the_others_and_unknown_and_mismatched_learners_look_the_same()
    {
        var learner = await RegisterAsync();
        var results = await SubmitAsync(
            Item(learner) with { FamilyName = "Other" }, Item(Uln.Parse("9276308686").Value), Item(learner) with { FamilyName = " hughes " });
        Assert.Equal([ItemOutcome.Rejected, ItemOutcome.Rejected, ItemOutcome.Created], results.Select(result => result.Outcome));
        Assert.Equal(results[0].Problem, results[1].Problem);
        Assert.Equal(ErrorCodes.LearnerNotMatched, results[0].Problem!.Code);
    }

    [Fact]
    public async Task Submissions_of_the_same_thousand_items_at_once_make_each_achievement_once()
    {
        var learners = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => RegisterAsync()));
        var items = learners.SelectMany(learner => Enumerable.Range(0, 100).Select(day => Item(learner) with { AwardedOn = new DateOnly(2025, 1, 1).AddDays(day) })).ToArray();
        var submissions = await Task.WhenAll(Enumerable.Range(0, 3).Select(turn => SubmitAsync(turn == 1 ? [.. items.Reverse()] : items)));
        Assert.Equal(1_000, submissions.Sum(results => results.Count(result => result.Outcome == ItemOutcome.Created)));
        Assert.Equal(2_000, submissions.Sum(results => results.Count(result => result.Outcome == ItemOutcome.Unchanged)));
    }

    [Fact]
    public async Task Disclosures_are_paged_newest_first_without_gap_or_repeat()
    {
        var learner = await RegisterAsync();
        var disclosures = Enumerable.Range(0, 25).Select(minute => Disclosure(learner, Now.AddMinutes(minute / 5))).ToList();
        await Store.AppendDisclosuresAsync(disclosures, default);
        await Store.AppendDisclosuresAsync([], default);
        await using var snapshot = await Store.OpenSnapshotAsync(default);
        var read = new List<Disclosure>();
        (DateTimeOffset At, Guid Id)? after = null;
        while (await snapshot.DisclosuresAsync(learner, 4, after, default) is { Count: > 0 } page)
        {
            read.AddRange(page);
            after = (page[^1].At, page[^1].Id);
        }

        Assert.Equal(25, read.Select(row => row.Id).Distinct().Count());
        Assert.Equal(read.OrderByDescending(row => row.At).Select(row => row.At), read.Select(row => row.At));
        Assert.Equal([ConsentScope.Identity, ConsentScope.Routes], read[0].Scopes);
    }

    [Fact]
    public async Task An_open_challenge_shows_on_the_achievement_until_it_is_resolved()
    {
        var learner = await RegisterAsync();
        var id = (await SubmitAsync(Item(learner)))[0].Achievement!.Id;
        await ExecuteAsync($"INSERT INTO data_challenges (uln, id, achievement_id, raised_at) VALUES ({learner.Value}, gen_random_uuid(), '{id.Value}', now())");
        Assert.True((await LatestAsync(learner)).UnderChallenge);
        Assert.True((await SubmitAsync(Item(learner)))[0].Achievement!.UnderChallenge);
        Assert.True((await SubmitAsync(Item(learner) with { Grade = "Merit" }))[0].Achievement!.UnderChallenge); // A correction does not end it by itself.
        await ExecuteAsync($"UPDATE data_challenges SET resolved_at = now() WHERE uln = {learner.Value}");
        Assert.False((await LatestAsync(learner)).UnderChallenge);
        Assert.False((await SubmitAsync(Item(learner)))[0].Achievement!.UnderChallenge);
    }

    [Fact]
    public async Task The_reading_pool_can_not_write()
    {
        await using var command = database.Reading.CreateCommand("DELETE FROM learners");
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());
        Assert.Equal(PostgresErrorCodes.ReadOnlySqlTransaction, refusal.SqlState);
    }

    [Fact]
    public async Task The_model_and_the_migrations_agree_and_migrating_again_changes_nothing()
    {
        await database.MigrateAsync(default);
        var status = await database.StatusAsync(default);
        Assert.NotEmpty(status.Applied);
        Assert.Empty(status.Pending);
        Assert.Empty(status.Unknown);
        await using var context = database.NewContext();
        Assert.False(Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.HasPendingModelChanges(context.Database));
    }

    [Fact]
    public async Task Every_personal_table_is_keyed_by_ULN_first()
    {
        await using var context = database.NewContext();
        var personal = context.Model.GetEntityTypes().Where(entity => entity.FindProperty("Uln") is not null).ToList();
        Assert.Equal(10, personal.Count);
        Assert.All(personal, entity => Assert.Equal("Uln", entity.FindPrimaryKey()!.Properties[0].Name));
        await Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private static LearnerRegistration Registration(string given) => new(
        PersonName.Parse(given, "Hughes", null).Value, new DateOnly(2000, 1, 1).AddDays(Interlocked.Increment(ref registered)), Gender.Female,
        "CF10 1AA", null, Language.Welsh, PrivacyNotice.SeenShares, null);

    private async Task<Uln> RegisterAsync() => (await Store.RegisterLearnerAsync(Registration("Ada"), Now, default)).Value.Uln;

    private async Task<IReadOnlyList<ItemResult>> SubmitAsync(params AchievementItem[] items) => await Store.SubmitAsync(Laser, items, Now, default);

    private async Task<Achievement> LatestAsync(Uln learner)
    {
        await using var snapshot = await Store.OpenSnapshotAsync(default);
        return (await snapshot.QualificationAchievementsAsync([learner], default))[learner].Single();
    }

    private static AchievementItem Item(Uln learner) => new(
        learner, "Hughes", CareerPlanning, null, new DateOnly(2025, 6, 1), "Pass", UnitRoute.DirectClaim, null, Language.English, IsFinal: true);

    private static PermissionGrant Grant(Uln learner) => new()
    {
        Id = new GrantId(Guid.NewGuid()),
        Learner = learner,
        Grantee = new Grantee.ToCategory(OrganisationKind.CareersAdviser),
        Scopes = new[] { ConsentScope.Routes, ConsentScope.Identity }.ToFrozenSet(),
        Effect = GrantEffect.Allow,
        Purpose = "advice",
        ValidFrom = Now.AddDays(-1),
        GrantedAt = Now.AddDays(-1),
    };

    private static Disclosure Disclosure(Uln learner, DateTimeOffset at) => new()
    {
        Id = Guid.NewGuid(),
        Learner = learner,
        At = at,
        Organisation = Laser,
        Scopes = [ConsentScope.Identity, ConsentScope.Routes],
        Basis = AccessBasis.Consent,
        Grant = new GrantId(Guid.NewGuid()),
    };

    private async Task ExecuteAsync(string sql)
    {
        await using var command = postgres.DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
