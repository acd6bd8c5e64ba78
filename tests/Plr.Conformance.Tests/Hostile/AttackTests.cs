using System.Diagnostics;
using Plr.Benchmarks.Hostile;
using Plr.GraphQL.Execution;
using Xunit.Abstractions;

namespace Plr.Conformance.Tests.Hostile;

/// <summary>The table of attacks against the program as it is served. <c>dotnet run --project tests/Plr.Benchmarks -- hostile</c>
/// runs it longer, and holds it to the strict figures.</summary>
public sealed class AttackTests(HostileFixture fixture, ITestOutputHelper output) : IClassFixture<HostileFixture>
{
    // The list asks for 50 ms; a machine that is busy with other tests gets four times as much.
    private static readonly TimeSpan MaxProcessorTime = TimeSpan.FromMilliseconds(200);
    private const long MaxGrowth = 96 << 20;

    public static TheoryData<string, string> Operations
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var attack in AttackTable.All.Values)
            {
                foreach (var transport in Enum.GetValues<Transport>().Where(transport => attack.ReasonAgainst(transport) is null))
                {
                    rows.Add(attack.Id, transport.ToString());
                }
            }

            return rows;
        }
    }

    public static TheoryData<string> Protocols => [.. ProtocolAttacks.All.Keys];

    [Theory, MemberData(nameof(Operations))]
    public async Task An_operation_is_refused_or_answered_as_the_table_says(string id, string transport)
    {
        var probe = await Probe.RunAsync(
            fixture.Server, fixture.Client, AttackTable.All[id], Enum.Parse<Transport>(transport), times: 3, CancellationToken.None);
        output.WriteLine($"{probe.Attack.Name}: {probe.Median.TotalMilliseconds:0.0} ms");
        Assert.Empty(probe.Wrong);
        Assert.True(probe.Median <= MaxProcessorTime, $"{probe.Median.TotalMilliseconds} ms of processor time");
        await AssertUnharmedAsync();
    }

    [Theory, MemberData(nameof(Protocols))]
    public async Task An_attack_on_a_protocol_is_met_as_the_table_says(string id)
    {
        Assert.Null(await ProtocolAttacks.All[id].RunAsync(fixture.Server.Address, CancellationToken.None));
        await AssertUnharmedAsync();
    }

    [Fact]
    public async Task While_all_of_them_run_a_bystander_is_served_and_afterwards_the_memory_is_back()
    {
        await RunAllAsync(); // The first time fills caches and pools.
        var before = fixture.Server.ResidentBytes;
        using var bystander = new Bystander(fixture.Server.Address);
        using var stop = new CancellationTokenSource();
        var serving = bystander.RunAsync(stop.Token);
        await RunAllAsync();
        await stop.CancelAsync();
        await serving;
        Assert.Empty(bystander.Errors);
        Assert.NotEmpty(bystander.TakeLatencies());
        Assert.True(fixture.Server.ResidentBytes < before + MaxGrowth, $"{before >> 20} MiB before, {fixture.Server.ResidentBytes >> 20} MiB afterwards");
    }

    [Fact]
    public async Task A_refusal_is_one_line_of_the_log_and_a_flood_of_them_is_no_flood_of_lines()
    {
        const string Line = "Request refused: LIMIT_ALIASES";
        var attack = AttackTable.All["B02b"];
        await Task.Delay(TimeSpan.FromSeconds(1.5)); // So that what other tests did has its own second.
        var before = Lines();
        await fixture.Client.SendAsync(Transport.Http, attack.Payload, CancellationToken.None);
        for (var tries = 0; Lines() == before && tries < 100; tries++)
        {
            await Task.Delay(20);
        }

        Assert.Equal(before + 1, Lines());
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < 300; i++)
        {
            await fixture.Client.SendAsync(Transport.Http, attack.Payload, CancellationToken.None);
        }

        var seconds = (int)Math.Ceiling(clock.Elapsed.TotalSeconds) + 1; // Parts of two seconds are two.
        Assert.InRange(Lines() - before, 2, 1 + (seconds * RefusalLog.MaxLinesPerSecond));

        int Lines() => fixture.Server.Output.Split(Line).Length - 1;
    }

    private async Task RunAllAsync()
    {
        foreach (var attack in AttackTable.All.Values)
        {
            foreach (var transport in Enum.GetValues<Transport>().Where(transport => attack.ReasonAgainst(transport) is null))
            {
                await fixture.Client.SendAsync(transport, attack.Payload, CancellationToken.None);
            }
        }
    }

    // The same process, alive, and nothing of its inside in the log.
    private async Task AssertUnharmedAsync()
    {
        Assert.False(fixture.Server.HasExited, fixture.Server.Output);
        using var bystander = new Bystander(fixture.Server.Address);
        await bystander.AskAsync(CancellationToken.None);
        Assert.Empty(bystander.Errors);
        Assert.DoesNotContain("   at ", fixture.Server.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("admin login ok", fixture.Server.Output, StringComparison.Ordinal);
    }
}
