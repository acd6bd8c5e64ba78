using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Plr.GraphQL.AspNetCore.Tests.Sockets;
using Plr.GraphQL.Execution;

namespace Plr.GraphQL.AspNetCore.Tests.Observation;

/// <summary>Whoever is told of a bug by its request id can be helped: the log has all of it under the same id.</summary>
public sealed partial class RequestIdTests
{
    private const string Secret = "the secret of the server";
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";

    [Fact]
    public async Task A_bug_over_http_is_in_the_log_under_the_id_of_its_answer()
    {
        using var log = new ErrorLog();
        await using var server = await StartAsync(log);
        AssertLogged(log, (await server.PostAsync(Requests.Query("{ breaks }"))).Body);
    }

    [Fact]
    public async Task A_bug_over_a_socket_is_in_the_log_under_the_id_of_its_answer()
    {
        using var log = new ErrorLog();
        await using var server = await StartAsync(log);
        using var socket = await SocketClient.InitializedAsync(server);
        await socket.SubscribeAsync("1", "{ breaks }");
        AssertLogged(log, await socket.ReceiveAsync());
    }

    [Fact] // What fails outside any resolver is a bug too.
    public async Task A_bug_between_the_resolvers_is_in_the_log_under_the_id_of_its_answer()
    {
        using var log = new ErrorLog();
        await using var server = await StartAsync(log, services => services.AddScoped<IMutationBoundary, BrokenBoundary>());
        AssertLogged(log, (await server.PostAsync(Requests.Query("mutation { add(number: 1) }"))).Body);
    }

    [Fact]
    public async Task The_id_is_that_of_the_client_s_trace()
    {
        using var log = new ErrorLog();
        await using var server = await StartAsync(log);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(Requests.Query("{ breaks }"), null, "application/json") };
        request.Headers.Add("traceparent", $"00-{Trace}-b7ad6b7169203331-01");
        Assert.Equal(Trace, AssertLogged(log, (await server.SendAsync(request, Requests.GraphQLResponse)).Body));
    }

    private static Task<TestServer> StartAsync(ErrorLog log, Action<IServiceCollection>? add = null) => TestServer.StartAsync(configureServices: services =>
    {
        services.AddSingleton<ILoggerProvider>(log);
        add?.Invoke(services);
    });

    private static string AssertLogged(ErrorLog log, string? answer)
    {
        Assert.NotNull(answer);
        Assert.DoesNotContain(Secret, answer, StringComparison.Ordinal);
        var id = RequestId().Match(answer).Groups["id"].Value;
        var entry = Assert.Single(log.Errors);
        Assert.Contains(id, entry.Message, StringComparison.Ordinal);
        Assert.Contains(Secret, entry.Exception?.Message, StringComparison.Ordinal);
        return id;
    }

    [GeneratedRegex("\"requestId\":\"(?<id>[0-9a-f]{32})\"")]
    private static partial Regex RequestId();

    private sealed class BrokenBoundary : IMutationBoundary
    {
        public ValueTask AfterRootFieldAsync(CancellationToken cancellationToken) => throw new InvalidOperationException(Secret);
    }

    private sealed class ErrorLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<(string Message, Exception? Exception)> Errors { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                Errors.Enqueue((formatter(state, exception), exception));
            }
        }

        public void Dispose()
        {
            // It holds nothing.
        }
    }
}
