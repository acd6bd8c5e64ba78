using Microsoft.Extensions.DependencyInjection;
using Plr.GraphQL.Binding;
using Plr.GraphQL.DataLoading;
using Xunit.Abstractions;

namespace Plr.GraphQL.Tests.Execution;

// The number and the order of batches are those of the operation and the data, on whatever threads and in whatever time resolvers work.
public sealed class DeterministicBatchingTests(ITestOutputHelper output)
{
    private const string Sdl = """
        type Query { things(from: Int!, to: Int!): [Thing!] }
        type Thing { id: Int part: Thing twice: Thing both: Thing parts: [Thing!] same: Thing }
        """;

    private const string Document = """
        {
          a: things(from: 1, to: 4) { twice { id part { id } } part { id } both { id } same { id } }
          b: things(from: 3, to: 6) { parts { part { id } } both { twice { id } } same { id } }
        }
        """;

    // Written down once; every run under every disturbance must give it again.
    private static readonly string[] Expected =
    [
        "Parts 1,2,3,4,501,502,503,504,7,5,6,505,506",
        "Others 201,202,203,204,205,206",
        "Parts 1001,1002,1003,1004",
        "Parts 2001,2002,2003,2004,1005,1006,1503,1504,1505,1506",
        "Parts 2503,2504,2505,2506",
    ];

    [Fact]
    public async Task The_batches_are_the_same_in_every_run_whatever_the_scheduling()
    {
        var firstSeed = Random.Shared.Next();
        output.WriteLine($"first seed {firstSeed}");
        var calm = await RunAsync(new Disturbance(null));
        output.WriteLine(string.Join("\n", calm));
        for (var round = 0; round < 40; round++)
        {
            var seeds = Enumerable.Range(0, 8).Select(i => unchecked(firstSeed + (round * 8) + i)).ToList();
            var runs = await Task.WhenAll(seeds.Select(seed => Task.Run(() => RunAsync(new Disturbance(seed)))));
            for (var i = 0; i < runs.Length; i++)
            {
                Assert.True(calm.SequenceEqual(runs[i]), $"seed {seeds[i]}:\n{string.Join("\n", runs[i])}");
            }
        }

        Assert.Equal(Expected, calm);
    }

    private static async Task<IReadOnlyList<string>> RunAsync(Disturbance disturbance)
    {
        var journal = new List<string>();
        var logger = new RecordingLogger();
        // On a starved machine a resolver may stand still for seconds; one that stands still for twenty waits for ever.
        var engine = new Engine(Sdl, _ => Bindings(disturbance), options => options.Execution.StallLimit = TimeSpan.FromSeconds(20), logger: logger, register: services => services
            .AddScoped(provider => new Loader("Parts", provider.GetRequiredService<BatchScheduler>(), journal, disturbance))
            .AddKeyedScoped("others", (provider, _) => new Loader("Others", provider.GetRequiredService<BatchScheduler>(), journal, disturbance)));
        var response = await engine.ExecuteAsync(Document);
        Assert.DoesNotContain("errors", response, StringComparison.Ordinal);
        Assert.Equal(journal.Count, engine.LastBatchCount);
        Assert.Empty(logger.Entries); // Nobody was overtaken.
        return journal;
    }

    private static SchemaBindings Bindings(Disturbance disturbance) => new SchemaBindings()
        .Object<Thing>("Thing")
        .Leaf<Thing, int>("Thing.id", thing => thing.Id)
        .Resolve<RootValue, IReadOnlyList<Thing>>("Query.things", async (_, _, arguments, _) =>
        {
            await disturbance.PauseAsync();
            return [.. Enumerable.Range(arguments.Get<int>(0), arguments.Get<int>(1) - arguments.Get<int>(0) + 1).Select(id => new Thing(id))];
        })
        .Resolve<Thing, Thing?>("Thing.part", async (context, thing, _, cancellationToken) =>
        {
            await disturbance.PauseAsync();
            return await Parts(context).LoadAsync(thing.Id, cancellationToken);
        })
        .Resolve<Thing, Thing?>("Thing.twice", async (context, thing, _, cancellationToken) =>
        {
            await disturbance.PauseAsync();
            var first = await Parts(context).LoadAsync(thing.Id, cancellationToken);
            await disturbance.PauseAsync();
            var second = await Parts(context).LoadAsync(first!.Id, cancellationToken);
            await disturbance.PauseAsync();
            return second;
        })
        .Resolve<Thing, Thing?>("Thing.both", async (context, thing, _, cancellationToken) =>
        {
            Thing? found = null;
            await context.Resolvers<BatchScheduler>().TogetherAsync(
            [
                async () =>
                {
                    await disturbance.PauseAsync();
                    found = await Parts(context).LoadAsync(thing.Id + 500, cancellationToken);
                    await disturbance.PauseAsync();
                },
                async () =>
                {
                    await disturbance.PauseAsync();
                    await Others(context).LoadAsync(thing.Id + 200, cancellationToken);
                },
            ]);
            await disturbance.PauseAsync();
            return found;
        })
        .ResolveBatch<Thing, IReadOnlyList<Thing>>("Thing.parts", async (context, things, _, cancellationToken) =>
        {
            await disturbance.PauseAsync();
            var found = await Parts(context).LoadAllAsync([.. things.Select(thing => thing.Id)], cancellationToken);
            await disturbance.PauseAsync();
            return [.. found.Select(thing => (IReadOnlyList<Thing>)[thing!])];
        })
        .Resolve<Thing, Thing?>("Thing.same", async (context, _, _, cancellationToken) =>
        {
            await disturbance.PauseAsync();
            return await Parts(context).LoadAsync(7, cancellationToken);
        });

    private static Loader Parts(FieldContext context) => context.Resolvers<Loader>();

    private static Loader Others(FieldContext context) => context.Services.GetRequiredKeyedService<Loader>("others");

    private sealed record Thing(int Id);

    // Makes every resolver and loader end when and where it likes: at once, later on this thread's queue, on another thread, after a while.
    private sealed class Disturbance(int? seed)
    {
        private readonly Random? random = seed is { } known ? new Random(known) : null;

        public async Task PauseAsync()
        {
            switch (Next())
            {
                case 0:
                    await Task.Yield();
                    break;
                case 1:
                    await Task.Run(() => Thread.SpinWait(2_000));
                    break;
                case 2:
                    await Task.Delay(1);
                    break;
                case 3:
                    await Task.Run(PauseAsync);
                    break;
            }
        }

        private int Next()
        {
            if (random is null)
            {
                return -1;
            }

            lock (random)
            {
                return random.Next(8);
            }
        }
    }

    private sealed class Loader(string name, BatchScheduler scheduler, List<string> journal, Disturbance disturbance)
        : BatchLoader<int, Thing>(scheduler, maxBatchSize: 100)
    {
        protected override async ValueTask<IReadOnlyDictionary<int, Thing>> LoadBatchAsync(IReadOnlySet<int> keys, CancellationToken cancellationToken)
        {
            lock (journal)
            {
                journal.Add($"{name} {string.Join(',', keys)}");
            }

            await disturbance.PauseAsync();
            return keys.ToDictionary(key => key, key => new Thing(key + 1_000));
        }
    }
}
