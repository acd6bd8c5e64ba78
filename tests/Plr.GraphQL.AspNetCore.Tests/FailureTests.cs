using System.Net;

namespace Plr.GraphQL.AspNetCore.Tests;

public sealed class FailureTests
{
    [Fact]
    public async Task A_database_that_is_away_is_503_with_a_time_to_try_again_in_either_form()
    {
        await using var server = await StartWithDatabaseAwayAsync();

        foreach (var accept in new[] { Requests.GraphQLResponse, "application/json" })
        {
            var answer = await server.PostAsync(Requests.Query("{ hello away }"), accept);

            Assert.Equal((HttpStatusCode.ServiceUnavailable, "DATABASE_UNAVAILABLE"), (answer.Status, answer.Code));
            Assert.Equal("2", answer.Header("Retry-After"));
            Assert.DoesNotContain("secret", answer.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("\"data\"", answer.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_bug_in_a_resolver_is_masked_and_leaves_the_rest_of_the_answer()
    {
        await using var server = await TestServer.StartAsync();

        var answer = await server.PostAsync(Requests.Query("{ hello breaks }"));

        Assert.Equal((HttpStatusCode.OK, ErrorCodes.InternalError), (answer.Status, answer.Code));
        Assert.Contains("\"hello\":\"hello, you\"", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_executions_than_the_server_runs_are_503()
    {
        await using var server = await TestServer.StartAsync(
            configureServer: builder => builder.ModifyOptions(options => options.Execution.MaxConcurrentExecutions = 0));

        var answer = await server.PostAsync(Requests.Query("{ hello }"), "application/json");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, ErrorCodes.LimitConcurrentExecutions), (answer.Status, answer.Code));
        Assert.Equal("2", answer.Header("Retry-After"));
    }

    [Fact]
    public async Task An_operation_that_takes_too_long_is_503()
    {
        await using var server = await TestServer.StartAsync(
            configureServer: builder => builder.ModifyOptions(options => options.Execution.ExecutionTimeout = TimeSpan.FromMilliseconds(50)));

        var answer = await server.PostAsync(Requests.Query("{ waits }"));

        Assert.Equal((HttpStatusCode.ServiceUnavailable, ErrorCodes.ExecutionTimeout), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task An_error_names_the_page_that_explains_it()
    {
        await using var server = await TestServer.StartAsync(options => options.ErrorDocumentation = "/errors/");

        Assert.Contains(
            "\"documentation\":\"/errors/QUERY_MISSING\"", (await server.PostAsync("{}")).Body, StringComparison.Ordinal);
    }

    private static Task<TestServer> StartWithDatabaseAwayAsync() => TestServer.StartAsync(
        options =>
        {
            options.StatusCodes["DATABASE_UNAVAILABLE"] = 503;
            options.RetryAfter = TimeSpan.FromSeconds(1.5);
        },
        builder => builder.ModifyOptions(options => options.DescribeFailure = exception =>
            exception is DatabaseAwayException ? new GraphQLError("the database does not answer", "DATABASE_UNAVAILABLE") : null));
}
