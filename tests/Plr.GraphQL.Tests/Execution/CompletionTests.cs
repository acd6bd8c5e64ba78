using Microsoft.Extensions.DependencyInjection;
using Plr.GraphQL.Binding;
using Plr.GraphQL.Execution;

namespace Plr.GraphQL.Tests.Execution;

public sealed class CompletionTests
{
    [Fact]
    public async Task The_last_word_is_asked_once_after_execution()
    {
        var completion = new Completion(null);
        Assert.Equal("""{"data":{"hello":"world"}}""", await Make(completion).ExecuteAsync("query Greeting { hello }"));
        Assert.Equal((1, "Greeting"), (completion.Asked, completion.Name));
    }

    [Fact]
    public async Task An_answer_that_the_last_word_refuses_is_not_released()
    {
        var response = await Make(new Completion(new GraphQLException("LOG_UNAVAILABLE", "try again"))).ExecuteAsync("{ hello }");
        Assert.Equal("""{"errors":[{"message":"try again","extensions":{"code":"LOG_UNAVAILABLE"}}]}""", response);
    }

    [Fact]
    public async Task A_failure_that_the_host_describes_ends_the_request_with_its_code()
    {
        var engine = new Engine(
            "type Query { hello: String }",
            _ => new SchemaBindings().Resolve<RootValue, string>("Query.hello", (_, _, _, _) => throw new TimeoutException("db:5432")),
            options => options.DescribeFailure = exception =>
                exception is TimeoutException ? new GraphQLError("the store is away", "STORE_AWAY") : null);
        Assert.Equal("""{"errors":[{"message":"the store is away","extensions":{"code":"STORE_AWAY"}}]}""", await engine.ExecuteAsync("{ hello }"));
    }

    private static Engine Make(IRequestCompletion completion) => new(
        "type Query { hello: String }",
        _ => new SchemaBindings().Leaf<RootValue, string>("Query.hello", _ => "world"),
        register: services => services.AddSingleton(completion));

    private sealed class Completion(Exception? failure) : IRequestCompletion
    {
        public int Asked { get; private set; }

        public string? Name { get; private set; }

        public ValueTask CompleteAsync(string? operationName, CancellationToken cancellationToken)
        {
            Asked++;
            Name = operationName;
            return failure is null ? ValueTask.CompletedTask : throw failure;
        }
    }
}
