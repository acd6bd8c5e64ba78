using System.Collections;
using Microsoft.Extensions.DependencyInjection;
using Plr.GraphQL.Binding;
using Plr.GraphQL.DataLoading;

namespace Plr.GraphQL.Tests.Execution;

public sealed class BatchingTests
{
    private const string Sdl = """
        type Query { a: [Thing!] b: [Thing!] one(name: String!): Thing slow: Int shared: Int }
        type Thing { name: String part: Thing other: Thing slowPart: Thing gathered: Thing }
        """;

    private readonly Journal journal = new();

    [Fact]
    public async Task Sibling_fields_of_a_stage_share_the_batches_of_their_loader()
    {
        Assert.Equal(2, await CountAsync("{ a { part { name part { name } } other { name } } b { part { name } } }"));
        Assert.Equal(["load 1,2,3,4", "load 11,12"], journal.Entries); // Each key once; the second stage is what the first found below `a`.
    }

    [Fact]
    public async Task Keys_beyond_the_batch_size_go_into_further_batches()
    {
        Assert.Equal(3, await CountAsync("{ a { part { name } } b { part { name } } }", batchSize: 2, extra: 1));
        Assert.Equal(["load 1,2", "load 3,4", "load 5"], journal.Entries);
    }

    [Fact]
    public async Task A_resolver_that_works_before_it_loads_is_waited_for_so_that_the_batch_is_whole()
    {
        Assert.Equal(1, await CountAsync("{ x: one(name: \"slow 1\") { name } y: one(name: \"2\") { name } z: one(name: \"slow 3\") { name } }"));
        Assert.Equal(["load 1,2,3"], journal.Entries);
    }

    [Fact] // The first key it asks for is no sign that it waits: it may be asking for the rest on another thread.
    public async Task A_resolver_that_asks_for_several_keys_is_waited_for_until_it_has_asked_for_all()
    {
        Assert.Equal(1, await CountAsync("{ a { gathered { name } } b { part { name } } }"));
        Assert.Equal(["load 1,2,3,4"], journal.Entries);
    }

    [Fact] // One request has one connection: two fields that work on their own never do so at once.
    public async Task Asynchronous_fields_of_a_stage_run_one_after_another()
    {
        await CountAsync("{ x: slow y: slow z: slow }");
        Assert.Equal(["begin", "end", "begin", "end", "begin", "end"], journal.Entries);
    }

    [Fact]
    public async Task The_same_operation_over_the_same_data_has_the_same_batches_under_any_load()
    {
        const string Document = "{ a { part { name part { other { name } } } slowPart { part { name } } } b { slowPart { name } } x: one(name: \"slow 9\") { part { name } } }";
        var counts = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => new BatchingTests().CountAndListAsync(Document)));
        Assert.Single(counts.Distinct());
    }

    [Fact]
    public async Task A_loader_that_fails_fails_each_position_that_waits_for_it()
    {
        var engine = MakeEngine(100, 0);
        var response = await engine.ExecuteAsync("{ one(name: \"666\") { name } }");
        Assert.Contains("\"data\":{\"one\":null}", response, StringComparison.Ordinal);
        Assert.Contains(ErrorCodes.InternalError, response, StringComparison.Ordinal);
    }

    [Fact] // A mistake of a resolver's author, which must not hang the request for ever.
    [Trait("Limit", "ExecutionOptions.StallLimit")]
    public async Task A_resolver_that_waits_for_the_task_of_another_is_overtaken_after_the_stall_limit()
    {
        var logger = new RecordingLogger();
        var engine = new Engine(
            Sdl, _ => Bindings(0), options => options.Execution.StallLimit = TimeSpan.FromMilliseconds(20), Register(100), logger);
        Assert.Equal("""{"data":{"x":1,"y":1}}""", await engine.ExecuteAsync("{ x: shared y: shared }"));
        Assert.Contains(logger.Entries, entry => entry.Message.Contains("share by a loader", StringComparison.Ordinal));
    }

    private async Task<string> CountAndListAsync(string document)
    {
        var count = await CountAsync(document);
        return $"{count}: {string.Join("; ", journal.Entries)}";
    }

    private async Task<int> CountAsync(string document, int batchSize = 100, int extra = 0)
    {
        var engine = MakeEngine(batchSize, extra);
        Assert.DoesNotContain("errors", await engine.ExecuteAsync(document), StringComparison.Ordinal);
        return engine.LastBatchCount;
    }

    private Engine MakeEngine(int batchSize, int extra) => new(Sdl, _ => Bindings(extra), register: Register(batchSize));

    private Action<IServiceCollection> Register(int batchSize) => services => services
        .AddScoped(provider => new ThingLoader(provider.GetRequiredService<BatchScheduler>(), journal, batchSize))
        .AddScoped<Shared>();

    private SchemaBindings Bindings(int extra) => new SchemaBindings()
        .ReadList<RootValue, Thing>("Query.a", _ => [new Thing(1), new Thing(2)])
        .ReadList<RootValue, Thing>("Query.b", _ => [new Thing(3), new Thing(4), .. Enumerable.Range(5, extra).Select(id => new Thing(id))])
        .Resolve<RootValue, Thing?>("Query.one", async (context, _, arguments, cancellationToken) =>
        {
            var name = arguments.Get<string>(0);
            if (name.StartsWith("slow ", StringComparison.Ordinal))
            {
                await Task.Delay(2, cancellationToken);
            }

            return await context.Resolvers<ThingLoader>().LoadAsync(int.Parse(name.Split(' ')[^1]), cancellationToken);
        })
        .Resolve<RootValue, int>("Query.slow", async (_, _, _, cancellationToken) =>
        {
            journal.Add("begin");
            await Task.Delay(2, cancellationToken);
            journal.Add("end");
            return 1;
        })
        .Resolve<RootValue, int>("Query.shared", async (context, _, _, cancellationToken) =>
            await context.Resolvers<Shared>().GetAsync(context.Resolvers<ThingLoader>(), cancellationToken))
        .Leaf<Thing, string>("Thing.name", thing => $"t{thing.Id}")
        .Resolve<Thing, Thing?>("Thing.part", (context, thing, _, cancellationToken) => context.Resolvers<ThingLoader>().LoadAsync(thing.Id, cancellationToken))
        .Resolve<Thing, Thing?>("Thing.other", (context, thing, _, cancellationToken) => context.Resolvers<ThingLoader>().LoadAsync(thing.Id, cancellationToken))
        .ResolveBatch<Thing, Thing?>("Thing.slowPart", async (context, things, _, cancellationToken) =>
        {
            await Task.Yield();
            return await context.Resolvers<ThingLoader>().LoadAllAsync([.. things.Select(thing => thing.Id)], cancellationToken);
        })
        .ResolveBatch<Thing, Thing?>("Thing.gathered", async (context, things, _, cancellationToken) =>
        {
            await Task.Yield();
            return await context.Resolvers<ThingLoader>().LoadAllAsync(new SlowKeys([.. things.Select(thing => thing.Id)]), cancellationToken);
        });

    private sealed record Thing(int Id);

    // Gives each key after the first so late that whoever takes the first for all goes on meanwhile.
    private sealed class SlowKeys(IReadOnlyList<int> keys) : IReadOnlyList<int>
    {
        public int Count => keys.Count;

        public int this[int index]
        {
            get
            {
                Thread.Sleep(index == 0 ? 0 : 50);
                return keys[index];
            }
        }

        public IEnumerator<int> GetEnumerator() => keys.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class Journal
    {
        private readonly List<string> entries = [];

        public IReadOnlyList<string> Entries => entries;

        public void Add(string entry)
        {
            lock (entries)
            {
                entries.Add(entry);
            }
        }
    }

    private sealed class Shared
    {
        private Task<Thing?>? load;

        public async Task<int> GetAsync(ThingLoader loader, CancellationToken cancellationToken) =>
            (await (load ??= loader.LoadAsync(1, cancellationToken).AsTask())) is null ? 0 : 1;
    }

    private sealed class ThingLoader(BatchScheduler scheduler, Journal journal, int batchSize) : BatchLoader<int, Thing>(scheduler, batchSize)
    {
        protected override async ValueTask<IReadOnlyDictionary<int, Thing>> LoadBatchAsync(IReadOnlySet<int> keys, CancellationToken cancellationToken)
        {
            journal.Add($"load {string.Join(',', keys)}");
            await Task.Yield();
            return keys.Contains(666) ? throw new InvalidOperationException("gone") : keys.ToDictionary(key => key, key => new Thing(key + 10));
        }
    }
}
