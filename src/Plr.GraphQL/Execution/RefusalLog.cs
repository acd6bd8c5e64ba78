using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Plr.GraphQL.Execution;

/// <summary>Tells the operator what was refused, and which limits were passed that only warn.</summary>
/// <remarks>A line holds a code and a name that is a GraphQL name, nothing else that a client sent. A flood of refusals does not become a
/// flood of lines: past <see cref="MaxLinesPerSecond"/> they are counted, and the next line says how many. OWASP ASVS 5.0, 16.3.3.</remarks>
public sealed class RefusalLog(ILogger logger, TimeProvider? clock = null)
{
    /// <summary>Lines that are written in one second.</summary>
    public const int MaxLinesPerSecond = 10;

    private readonly TimeProvider clock = clock ?? TimeProvider.System;
    private readonly Lock gate = new();
    private long second;
    private int lines;
    private int leftOut;

    // Told the code of each limit that was passed and only warns, however many lines there are.
    internal Action<string>? Passed { get; init; }

    /// <summary>A request was refused.</summary>
    /// <param name="code">Of its first error.</param>
    public void Refused(string code)
    {
        if (TryTakeLine())
        {
            logger.LogWarning("Request refused: {Code}", code);
        }
    }

    /// <summary>A connection was closed for what came over it.</summary>
    public void Closed(int closeCode) => Refused(string.Create(CultureInfo.InvariantCulture, $"closed {closeCode}"));

    /// <summary>A limit that only warns was passed.</summary>
    /// <param name="operation">Null where it has no name, or is not known yet.</param>
    public void WouldRefuse(string? operation, GraphQLError limit)
    {
        Passed?.Invoke(limit.Code);
        if (TryTakeLine())
        {
            logger.LogWarning("Operation {Operation} would be refused: {Code}, {Reason}", operation, limit.Code, limit.Message);
        }
    }

    private bool TryTakeLine()
    {
        int unsaid;
        lock (gate)
        {
            var now = clock.GetUtcNow().ToUnixTimeSeconds();
            if (now == second && lines >= MaxLinesPerSecond)
            {
                leftOut++;
                return false;
            }

            lines = now == second ? lines + 1 : 1;
            second = now;
            unsaid = leftOut;
            leftOut = 0;
        }

        if (unsaid > 0)
        {
            logger.LogWarning("{Count} refusals and warnings before this one were not logged one by one", unsaid);
        }

        return true;
    }
}
