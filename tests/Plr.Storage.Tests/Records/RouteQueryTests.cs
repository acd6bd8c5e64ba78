using Plr.Domain;
using Plr.Domain.Catalogue;
using Plr.Domain.Identifiers;
using Plr.Domain.Learners;
using Plr.Domain.Records;
using Plr.Domain.Routes;
using Plr.Testing;

namespace Plr.Storage.Tests.Records;

public sealed class RouteQueryTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IAsyncDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 9, 30, 0, TimeSpan.Zero);
    private static int registered;
    private readonly PlrDatabase database = new(postgres.ConnectionString);

    private IRecordStore Store => database.Records;

    [Fact]
    public async Task A_saved_query_comes_back_whole()
    {
        var unit = UnitNumber.Parse("M/504/7527").Value;
        var filter = new RouteFilter(
            "care", [QualificationLevel.Level2, QualificationLevel.Entry1], [QualificationSize.Diploma], ["01.3"], Nation.NorthernIreland, "RN5326", [unit],
            new DateOnly(2026, 9, 1), 12, [QualificationNumber.Parse("600/8900/3").Value]);
        var learner = await RegisterAsync();
        Assert.True((await Store.SaveRouteQueryAsync(Query(learner, "all of it", filter, unit), default)).Succeeded);

        var found = Assert.Single(await ListAsync(learner));
        Assert.Equal(("all of it", Now, learner), (found.Name, found.SavedAt, found.Learner));
        Assert.Equal([unit], found.WhatIf);
        Assert.Equivalent(filter, found.Filter, strict: true);
    }

    [Fact]
    public async Task An_empty_filter_comes_back_empty()
    {
        var learner = await RegisterAsync();
        await Store.SaveRouteQueryAsync(Query(learner, "everything", new RouteFilter(Levels: [])), default);
        Assert.Equal(new RouteFilter(), Assert.Single(await ListAsync(learner)).Filter);
    }

    [Fact]
    public async Task The_same_name_replaces_and_keeps_the_key()
    {
        var learner = await RegisterAsync();
        var first = (await Store.SaveRouteQueryAsync(Query(learner, "care", new RouteFilter("care")), default)).Value;
        var second = (await Store.SaveRouteQueryAsync(Query(learner, "care", new RouteFilter("health")), default)).Value;
        Assert.Equal(first.Id, second.Id);
        Assert.Equal("health", Assert.Single(await ListAsync(learner)).Filter.Keyword);
    }

    [Fact]
    public async Task Nobody_keeps_more_than_the_limit_even_at_once()
    {
        var learner = await RegisterAsync();
        for (var number = 2; number <= SavedRouteQuery.MaxSavedRouteQueries; number++)
        {
            await Store.SaveRouteQueryAsync(Query(learner, $"query {number}", new RouteFilter()), default);
        }

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => Store.SaveRouteQueryAsync(Query(learner, $"late {number}", new RouteFilter()), default).AsTask()));
        Assert.Single(results, result => result.Succeeded);
        Assert.All(results.Where(result => !result.Succeeded), result => Assert.Equal(ErrorCodes.TooManyRouteQueries, result.Problem!.Code));
        Assert.Equal(SavedRouteQuery.MaxSavedRouteQueries, (await ListAsync(learner)).Count);
        Assert.True((await Store.SaveRouteQueryAsync(Query(learner, "query 2", new RouteFilter("again")), default)).Succeeded);
    }

    [Fact]
    public async Task A_query_is_deleted_by_its_own_learner_alone()
    {
        var (learner, other) = (await RegisterAsync(), await RegisterAsync());
        var query = (await Store.SaveRouteQueryAsync(Query(learner, "care", new RouteFilter()), default)).Value;
        Assert.Equal(ErrorCodes.RouteQueryUnknown, (await Store.DeleteRouteQueryAsync(other, query.Id, default)).Problem?.Code);
        Assert.Equal("care", (await Store.DeleteRouteQueryAsync(learner, query.Id, default)).Value.Name);
        Assert.Empty(await ListAsync(learner));
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private static SavedRouteQuery Query(Uln learner, string name, RouteFilter filter, params UnitNumber[] whatIf) => new()
    {
        Id = new RouteQueryId(Guid.NewGuid()), Learner = learner, Name = name, Filter = filter, WhatIf = whatIf, SavedAt = Now,
    };

    private async Task<Uln> RegisterAsync() => (await Store.RegisterLearnerAsync(
        new LearnerRegistration(
            PersonName.Parse("Ada", "Prys", null).Value, new DateOnly(2000, 1, 1).AddDays(Interlocked.Increment(ref registered)), Gender.Female,
            "CF10 1AA", null, Language.Welsh, PrivacyNotice.SeenShares, null),
        Now, default)).Value.Uln;

    private async Task<IReadOnlyList<SavedRouteQuery>> ListAsync(Uln learner)
    {
        await using var snapshot = await Store.OpenSnapshotAsync(default);
        return (await snapshot.RouteQueriesAsync([learner], default)).GetValueOrDefault(learner) ?? [];
    }
}
