using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Plr.GraphQL.Binding;
using Plr.GraphQL.DataLoading;
using Plr.GraphQL.Execution;

namespace Plr.GraphQL.Tests.Execution;

public sealed class AllocationTests
{
    private const int MaxBytes = 2_048;

    [Fact]
    public async Task A_cached_request_of_one_field_allocates_at_most_2_KB()
    {
        var executor = new Engine(
            "type Query { hello: String }", _ => new SchemaBindings().Leaf<RootValue, string>("Query.hello", _ => "world")).Executor;
        using var services = new ServiceCollection().AddScoped<BatchScheduler>().BuildServiceProvider();
        var request = new GraphQLRequest { Document = Encoding.UTF8.GetBytes("{ hello }") };
        await ExecuteAsync(1_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        await ExecuteAsync(1_000);
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / 1_000;
        Assert.InRange(bytes, 1, MaxBytes);

        async Task ExecuteAsync(int times)
        {
            for (var i = 0; i < times; i++)
            {
                using var result = await executor.ExecuteAsync(request, services, CancellationToken.None);
            }
        }
    }
}
