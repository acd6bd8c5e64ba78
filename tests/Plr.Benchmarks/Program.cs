using System.CommandLine;
using Plr.Benchmarks.Comparison;
using Plr.Benchmarks.Consented;
using Plr.Benchmarks.Fuzzing;
using Plr.Benchmarks.Hostile;
using Plr.Benchmarks.Misses;
using Plr.Benchmarks.National;
using Plr.Benchmarks.Routes;
using Plr.Benchmarks.Rules;
using Plr.Benchmarks.Seeding;
using Plr.Benchmarks.Serving;
using Plr.Benchmarks.Serving.Floor;
using Plr.Benchmarks.Serving.Graph;
using Plr.Benchmarks.Serving.Plain;
using Plr.Benchmarks.SideBySide;
using Plr.Benchmarks.Soak;
using Plr.Benchmarks.Starts;

var database = new Option<string?>("--database") { Description = "A PostgreSQL connection string; without it a private cluster is started." };
var urls = new Option<string>("--urls") { Description = "Where to listen, on 127.0.0.1.", DefaultValueFactory = _ => "http://127.0.0.1:5090" };

var seed = new Command("seed", "Writes 10,000 learners with 12 achievements each, and 2,000 units; the same every time.") { database };
seed.SetAction((parsed, cancellation) => BenchmarkDatabase.WithAsync(parsed.GetValue(database), Seeder.SeedAsync, cancellation));

var reports = new Option<bool>("--reports") { Description = "Tells its memory on standard output when it is asked to on standard input; `compare` and `soak` do." };
Command Serve(string name, string description, Func<string, string, CancellationToken, Task> run)
{
    var command = new Command(name, description) { database, urls, reports };
    command.SetAction((parsed, cancellation) =>
    {
        if (parsed.GetValue(reports))
        {
            MemoryAnswers.Begin();
        }

        return BenchmarkDatabase.WithAsync(parsed.GetValue(database), (connection, stop) => run(connection, parsed.GetValue(urls)!, stop), cancellation);
    });
    return command;
}

var serve = new Command("serve", "Serves one of them.")
{
    Serve("floor", "Hand-written endpoints: Npgsql and Utf8JsonWriter, no engine.", FloorServer.RunAsync),
    Serve("plain", "The engine without consent, with the same SQL.", PlainServer.RunAsync),
    Serve("graph", "The whole product.", GraphServer.RunAsync),
    Serve(
        "consented-floor",
        "A hand-written endpoint with the product's token, snapshot, decision and log, on a database that `graph` or `consented` has filled.",
        (connection, address, stop) => ConsentedFloorServer.RunAsync(connection, address, GraphServer.DataDirectory, stop)),
};

var rounds = new Option<int>("--rounds") { Description = "Interleaved rounds; medians are reported.", DefaultValueFactory = _ => 5 };
var seconds = new Option<double>("--seconds") { Description = "Seconds a run.", DefaultValueFactory = _ => 4 };
var connections = new Option<int>("--connections") { Description = "Keep-alive connections.", DefaultValueFactory = _ => 32 };
var compare = new Command("compare", "Drives floor and plain, interleaved, and prints ratios to floor.") { database, rounds, seconds, connections };
compare.SetAction((parsed, cancellation) => BenchmarkDatabase.WithAsync(
    parsed.GetValue(database),
    (connection, stop) => ComparisonRun.RunAsync(
        connection,
        new Rounds(parsed.GetValue(rounds), ComparisonRun.WarmUp, TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(connections)),
        stop),
    cancellation));

var catalogue = new Option<FileInfo?>("--catalogue") { Description = "A catalogue in the exchange format, published first; without it the one in the database is taken." };
var learners = new Option<int>("--learners") { Description = "Synthetic learners, 30 units each, who permit the adviser.", DefaultValueFactory = _ => 5_000 };
var national = new Command("national", "Publishes a catalogue of national size and makes learners of it.") { database, catalogue, learners };
national.SetAction((parsed, cancellation) => BenchmarkDatabase.WithAsync(
    parsed.GetValue(database), (connection, stop) => NationalDatabase.FillAsync(connection, parsed.GetValue(catalogue), parsed.GetValue(learners), stop), cancellation, durable: true));

var routes = new Command("routes", "Drives routes(first: 20) through the whole product, on the catalogue of `national`.") { database, catalogue, learners, rounds, seconds, connections };
routes.SetAction((parsed, cancellation) => BenchmarkDatabase.WithAsync(
    parsed.GetValue(database),
    (connection, stop) => RoutesRun.RunAsync(
        connection,
        new RoutesOptions(
            parsed.GetValue(rounds), TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(connections), parsed.GetValue(learners), parsed.GetValue(catalogue)),
        stop),
    cancellation,
    durable: true));

var target = new Option<string?>("--target") { Description = "One of lexer, parser, validator, variables, cost, cursor; all of them without it." };
var runs = new Option<int>("--runs") { Description = "Runs a target.", DefaultValueFactory = _ => 20_000 };
var firstSeed = new Option<int?>("--seed") { Description = "The first run's seed; the others follow. Without it, any." };
var fuzz = new Command("fuzz", "Drives the engine with what is nearly right; 1 when anything fails or takes longer than 100 ms.") { target, runs, firstSeed };
fuzz.SetAction(async (parsed, cancellation) =>
{
    var isGood = true;
    foreach (var name in parsed.GetValue(target) is { } one ? [one] : new FuzzTargets().All.Keys)
    {
        var report = await FuzzRun.RunAsync(name, parsed.GetValue(firstSeed) ?? Random.Shared.Next(), parsed.GetValue(runs), cancellation);
        Console.WriteLine(report);
        isGood &= report is { Failure: null, Slow: 0 };
    }

    return isGood ? 0 : 1;
});

var times = new Option<int>("--times") { Description = "How often each attack is sent over each transport.", DefaultValueFactory = _ => 100 };
var settle = new Option<double>("--settle") { Description = "Seconds after the last attack until the memory is looked at.", DefaultValueFactory = _ => 60 };
var hostile = new Command("hostile", "Attacks `plr serve` by the table of hostile inputs; 1 when a row is not met.") { database, urls, times, settle };
hostile.SetAction(async (parsed, cancellation) =>
{
    var result = 1;
    await BenchmarkDatabase.WithAsync(
        parsed.GetValue(database),
        async (connection, stop) => result = await HostileRun.RunAsync(
            connection, new HostileOptions(parsed.GetValue(times), TimeSpan.FromSeconds(parsed.GetValue(settle)), parsed.GetValue(urls)!), Console.Out, stop),
        cancellation);
    return result;
});

return await new RootCommand("Measures the engine against no engine at all, the rules, and the whole product.")
{
    seed, serve, compare, ConsentedCommand.Create(database, seconds, connections, ConsentedRun.RunAsync),
    SoakCommand.Create(database, connections, (connection, options, stop) => SoakRun.RunAsync(connection, options, Console.Out, stop)), PeerCommand.Create(database, rounds, seconds, connections), national, routes,
    RulesCommands.Catalogue(), RulesCommands.Parts(), RulesCommands.Scale(), fuzz, hostile,
    StartCommand.Create(database), MissesCommand.Create(),
}.Parse(args).InvokeAsync();
