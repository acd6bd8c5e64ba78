using System.Net;
using Plr.Host.Serving;
using Plr.Testing;

namespace Plr.Host.Tests.Serving;

/// <summary>Limits can be tried before they hold, and what is off at first can be switched on; both by settings.</summary>
public sealed class LimitSettingTests : IAsyncLifetime
{
    private readonly TestDatabase database = new(DatabaseTemplate.Demonstration);
    private readonly HttpClient http = new();

    public Task InitializeAsync() => database.CreateAsync();

    public async Task DisposeAsync()
    {
        http.Dispose();
        await database.DisposeAsync();
    }

    [Theory]
    [InlineData("true", 50, null)]
    [InlineData("true", 51, "LIMIT_ALIASES")]
    [InlineData("false", 51, null)]
    [InlineData("false", 500, null)]
    [InlineData("false", 501, "LIMIT_ALIASES")]
    public async Task Limits_warn_at_first_where_they_are_told_to_and_ten_times_as_much_is_refused_all_the_same(string enforce, int aliases, string? code)
    {
        await using var server = await PlrServer.StartAsync(GraphServer.Options(database.ConnectionString, ("Plr:EnforceLimits", enforce)), CancellationToken.None);
        var document = $"{{{string.Concat(Enumerable.Range(0, aliases).Select(i => $"a{i}:viewer{{kind}} "))}}}";
        var answer = await GraphAnswer.AskAsync(http, server.Address + "/graphql", document, null, token: null);
        Assert.Equal(code, answer.Codes.Count > 0 ? answer.Codes[0] : null);
        Assert.Equal(code is null ? HttpStatusCode.OK : HttpStatusCode.BadRequest, answer.Status);
    }

    [Theory]
    [InlineData("0", "BATCHING_DISABLED")]
    [InlineData("2", null)]
    [InlineData("1", "LIMIT_BATCH_ENTRIES")]
    public async Task A_batch_has_as_many_entries_as_the_operator_says_and_none_at_first(string most, string? code)
    {
        await using var server = await PlrServer.StartAsync(GraphServer.Options(database.ConnectionString, ("Plr:MaxBatchEntries", most)), CancellationToken.None);
        using var body = new StringContent("""[{"query":"{viewer{kind}}"},{"query":"{viewer{kind}}"}]""", System.Text.Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri(server.Address + "/graphql"), body);
        Assert.Contains(code ?? """[{"data":{"viewer":{"kind":null}}},{""", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Plr:EnforceLimits", "perhaps", "`Plr__EnforceLimits` is `perhaps`; it is `true` or `false`")]
    [InlineData("Plr:MaxBatchEntries", "101", "`Plr__MaxBatchEntries` is `101`; it is a whole number, at least 0 and at most 100")]
    public async Task A_setting_that_can_not_be_understood_is_refused_at_start(string name, string value, string message) => Assert.Equal(
        message,
        (await Assert.ThrowsAsync<RefusedException>(() => PlrServer.StartAsync(GraphServer.Options(database.ConnectionString, (name, value)), CancellationToken.None))).Message);
}
