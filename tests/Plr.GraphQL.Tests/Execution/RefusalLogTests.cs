using Plr.GraphQL.Binding;
using Plr.GraphQL.Execution;

namespace Plr.GraphQL.Tests.Execution;

public sealed class RefusalLogTests
{
    private readonly RecordingLogger logger = new();

    [Theory]
    [InlineData("{", ErrorCodes.GraphQLParseFailed)]
    [InlineData("{ nothing }", ErrorCodes.GraphQLValidationFailed)]
    [InlineData("{ a1: hello a2: hello a3: hello }", ErrorCodes.LimitAliases)]
    [InlineData("query A { hello } query B { hello }", ErrorCodes.OperationNotFound)]
    public async Task A_request_that_is_refused_leaves_one_line_with_its_code_and_nothing_of_its_own(string document, string code)
    {
        var engine = new Engine("type Query { hello: String }", _ => new SchemaBindings().Leaf<RootValue, string>("Query.hello", _ => "world"),
            options => options.Validation.Limits.MaxAliases = 2, logger: logger);
        await engine.ExecuteAsync(document);
        Assert.Equal($"Request refused: {code}", Assert.Single(logger.Entries).Message);
        await engine.ExecuteAsync("{ hello }");
        Assert.Single(logger.Entries);
    }

    [Fact]
    public void A_flood_of_refusals_is_no_flood_of_lines()
    {
        var clock = new Clock();
        var log = new RefusalLog(logger, clock);
        for (var i = 0; i < 1_000; i++)
        {
            log.Refused(ErrorCodes.LimitTokens);
        }

        Assert.Equal(RefusalLog.MaxLinesPerSecond, logger.Entries.Count);
        clock.Now += TimeSpan.FromSeconds(1);
        log.Closed(1009);
        Assert.Equal(
            ["990 refusals and warnings before this one were not logged one by one", "Request refused: closed 1009"],
            logger.Entries.Skip(RefusalLog.MaxLinesPerSecond).Select(entry => entry.Message));
    }

    [Theory]
    [Trait("Limit", "RefusalLog.MaxLinesPerSecond")]
    [InlineData(-1, 9)]
    [InlineData(0, 10)]
    [InlineData(1, 10)]
    public void A_second_has_so_many_lines(int beyond, int lines)
    {
        var log = new RefusalLog(logger, new Clock());
        for (var i = 0; i < RefusalLog.MaxLinesPerSecond + beyond; i++)
        {
            log.Refused(ErrorCodes.LimitTokens);
        }

        Assert.Equal(lines, logger.Entries.Count);
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
