using Microsoft.Extensions.Logging;

namespace Plr.Benchmarks.Fuzzing;

/// <summary>Keeps the last bug that the engine masked.</summary>
internal sealed class FailureLog : ILogger
{
    public Exception? Last { get; private set; }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Last = exception ?? Last;
}
