using Plr.Storage.Embedded;
using Plr.Testing;

// Not run by the tests' runner: a second process for the tests of the embedded database, which hold it and kill it.
// Starts or finds the cluster of the directory, says so, and leaves when its input ends.
var options = new EmbeddedClusterOptions { DataDirectory = args[0], PackageDirectory = args.ElementAtOrDefault(1) ?? TestCluster.PackageDirectory, Durable = false };
try
{
    await using var cluster = await EmbeddedCluster.StartAsync(options, CancellationToken.None);
    Console.WriteLine($"{(cluster.StartedHere ? "started" : "found")} {cluster.ConnectionString}");
    await Console.In.ReadToEndAsync();
}
catch (EmbeddedDatabaseException refused)
{
    Console.WriteLine($"refused {refused.Message}");
}
