using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Plr.GraphQL.AspNetCore;

/// <summary>What ends a connection that outlives one answer, and what must have ended before it is forgotten.</summary>
internal sealed class ConnectionLifetime(IServiceProvider services) : IDisposable
{
    // A timer takes no longer; whoever holds a token for a year is asked again before.
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(40);

    private readonly TimeProvider clock = services.GetService<TimeProvider>() ?? TimeProvider.System;
    private readonly Lock gate = new();
    private readonly List<IDisposable> timers = [];
    private readonly List<Task> tasks = [];
    private bool isDisposed;

    /// <summary>Acts when the server is about to stop.</summary>
    public IDisposable OnStopping(Action act) =>
        services.GetService<IHostApplicationLifetime>()?.ApplicationStopping.Register(act) ?? default(CancellationTokenRegistration);

    /// <summary>Acts after a while, unless disposed before.</summary>
    public IDisposable After(TimeSpan delay, Action act)
    {
        lock (gate)
        {
            var timer = clock.CreateTimer(
                static state => ((Action)state!)(), act, isDisposed ? Timeout.InfiniteTimeSpan : delay, Timeout.InfiniteTimeSpan);
            timers.Add(timer);
            return timer;
        }
    }

    /// <summary>Acts at a moment; false, and at once, when it has passed.</summary>
    public bool EndAt(DateTimeOffset? until, Action act)
    {
        if (until is not { } end)
        {
            return true;
        }

        var left = end - clock.GetUtcNow();
        if (left <= TimeSpan.Zero)
        {
            act();
            return false;
        }

        After(left < LongestTimer ? left : LongestTimer, act);
        return true;
    }

    /// <summary>Begins work that never fails; it does not run on the caller's time.</summary>
    public void Begin(Func<Task> work)
    {
        tasks.RemoveAll(static task => task.IsCompleted);
        tasks.Add(LaterAsync(work));
    }

    /// <summary>Returns when everything that was begun has ended.</summary>
    public Task AllEndedAsync() => Task.WhenAll(tasks);

    public void Dispose()
    {
        lock (gate)
        {
            isDisposed = true;
            timers.ForEach(static timer => timer.Dispose());
        }
    }

    private static async Task LaterAsync(Func<Task> work)
    {
        await Task.Yield();
        await work();
    }
}
