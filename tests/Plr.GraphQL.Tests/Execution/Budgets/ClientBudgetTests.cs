using Plr.GraphQL.Execution.Budgets;

namespace Plr.GraphQL.Tests.Execution.Budgets;

public sealed class ClientBudgetTests
{
    private readonly HandClock clock = new();

    [Theory]
    [InlineData(99, true)]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void A_budget_holds_its_capacity_and_no_more(double cost, bool isTaken)
    {
        var reading = Make().Take("a", cost, out _);
        Assert.Equal((isTaken, isTaken ? 100 - cost : 100), (reading.IsTaken, reading.Remaining));
    }

    [Theory]
    [InlineData(1.9, false)]
    [InlineData(2.0, true)]
    [InlineData(2.1, true)]
    public void It_comes_back_by_the_second(double seconds, bool isTaken)
    {
        var budgets = Make();
        budgets.Take("a", 100, out _);
        clock.Passed = TimeSpan.FromSeconds(seconds);
        Assert.Equal(isTaken, budgets.Take("a", 20, out _).IsTaken);
    }

    [Fact] // However often it is looked at in between.
    public void It_comes_back_in_the_smallest_steps()
    {
        var budgets = Make();
        budgets.Take("a", 100, out _);
        for (var step = 1; step <= 20_000; step++)
        {
            clock.Passed = TimeSpan.FromMicroseconds(step * 100);
            budgets.Take("a", 50, out _);
        }

        Assert.True(budgets.Take("a", 20, out _).IsTaken);
    }

    [Fact]
    public void It_never_holds_more_than_its_capacity()
    {
        var budgets = Make();
        budgets.Take("a", 1, out var bucket);
        clock.Passed = TimeSpan.FromDays(400);
        Assert.Equal(100, bucket.Return(50).Remaining);
    }

    [Fact]
    public void A_refusal_says_when_it_would_pass_and_when_all_is_back()
    {
        var budgets = Make();
        budgets.Take("a", 75, out _);
        var refused = budgets.Take("a", 40, out _);
        Assert.Equal((false, TimeSpan.FromSeconds(1.5)), (refused.IsTaken, refused.RetryAfter));
        Assert.Equal(clock.GetUtcNow() + TimeSpan.FromSeconds(7.5), refused.RestoresAt);
        clock.Passed = refused.RetryAfter;
        Assert.True(budgets.Take("a", 40, out _).IsTaken);
    }

    [Fact]
    public void One_client_does_not_spend_what_is_another_s()
    {
        var budgets = Make();
        budgets.Take("a", 100, out _);
        Assert.True(budgets.Take("b", 100, out _).IsTaken);
        Assert.False(budgets.Take("a", 1, out _).IsTaken);
    }

    [Theory]
    [InlineData(2, 3)]
    [InlineData(3, 3)]
    [InlineData(4, 3)]
    public void As_many_clients_are_remembered_as_may_be(int clients, int most)
    {
        var budgets = Make(most);
        for (var i = 0; i < clients; i++)
        {
            budgets.Take($"client {i}", 10, out _);
        }

        Assert.Equal(Math.Min(clients, most), budgets.Count);
    }

    [Fact] // The attack: push one's own bucket out of the memory to get a fresh one.
    public void A_crowd_of_names_wins_no_fresh_budget()
    {
        var budgets = Make(maxClients: 3);
        Assert.True(budgets.Take("attacker", 100, out _).IsTaken);
        for (var i = 0; i < 100; i++)
        {
            budgets.Take($"name {i}", 50, out _);
        }

        Assert.False(budgets.Take("attacker", 1, out _).IsTaken);
        Assert.False(budgets.Take("one more name", 1, out _).IsTaken); // The newcomers' common budget is spent too.
        Assert.Equal(3, budgets.Count);
    }

    [Fact]
    public void Who_has_everything_back_is_forgotten_for_a_newcomer()
    {
        var budgets = Make(maxClients: 2);
        budgets.Take("a", 10, out _);
        budgets.Take("b", 100, out _);
        clock.Passed = TimeSpan.FromSeconds(2);
        Assert.True(budgets.Take("c", 100, out _).IsTaken);
        Assert.False(budgets.Take("b", 100, out _).IsTaken);
        Assert.Equal(2, budgets.Count);
    }

    [Theory] // Each spends all it has. Past the limit newcomers share one budget, which the first of them spends.
    [Trait("Limit", "CostBudgetOptions.MaxClients")]
    [InlineData(1, 2, 1)]
    [InlineData(2, 2, 2)]
    [InlineData(3, 2, 3)]
    [InlineData(4, 2, 3)]
    [InlineData(4, 3, 4)]
    public void So_many_clients_have_budgets_of_their_own(int clients, int most, int served)
    {
        var budgets = Make(most);
        Assert.Equal(served, Enumerable.Range(0, clients).Count(client => budgets.Take($"{client}", 100, out _).IsTaken));
        Assert.Equal(Math.Min(clients, most), budgets.Count);
    }

    [Fact]
    public async Task Many_threads_together_take_exactly_what_is_there()
    {
        var budgets = new ClientBudgets(new CostBudgetOptions { Capacity = 10_000, RestorePerSecond = 1, Time = clock, MaxClients = 2 });
        var taken = 0;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Run(() =>
        {
            for (var i = 0; i < 2_000; i++)
            {
                Interlocked.Add(ref taken, budgets.Take("a", 1, out _).IsTaken ? 1 : 0);
                budgets.Take($"{thread} {i}", 1, out _); // Newcomers, so that the memory is swept meanwhile.
            }
        })));
        Assert.Equal(10_000, taken);
    }

    private ClientBudgets Make(int maxClients = 10) =>
        new(new CostBudgetOptions { Capacity = 100, RestorePerSecond = 10, MaxClients = maxClients, Time = clock });
}
