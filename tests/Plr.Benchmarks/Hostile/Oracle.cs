using Plr.GraphQL;
using Plr.GraphQL.AspNetCore.Http;

namespace Plr.Benchmarks.Hostile;

/// <summary>What must hold of a reply whatever was attacked: points 4 to 6 of the list's oracle, and the verdict itself.</summary>
internal static class Oracle
{
    private const int MaxErrors = 10;
    private const int MaxErrorBytes = 4_096;

    // The names of what runs inside, and the marks of a stack trace, a query, a file or a suggestion.
    private static readonly string[] Secrets =
        ["   at ", "Exception", "StackTrace", "System.", "Microsoft.", "Npgsql", "Plr.", ".cs:", "SELECT ", "pg_", "id you mean", "/src/", "Kestrel"];

    // Of these HTTP itself knows a better status than 400.
    private static readonly Dictionary<string, int> Statuses = new(StringComparer.Ordinal)
    {
        [HttpErrorCodes.LimitRequestBytes] = 413,
        [ErrorCodes.LimitDocumentBytes] = 413,
        [ErrorCodes.LimitVariablesBytes] = 413,
    };

    /// <summary>Everything that is wrong with a reply; empty when it is as it must be.</summary>
    public static List<string> Check(Transport transport, Verdict expected, Reply reply)
    {
        var wrong = new List<string>();
        var (count, code) = reply.Errors;
        if (expected.CloseCodes.Length > 0)
        {
            Require(reply.CloseCode is { } close && expected.CloseCodes.Contains(close), $"close code {reply.CloseCode}, not {expected}");
        }
        else if (expected.Codes.Length > 0)
        {
            Require(code is not null && expected.Codes.Contains(code), $"first code {code ?? "none"}, not {expected}");
            Require(count <= MaxErrors, $"{count} errors");
            Require(reply.Body.Length <= MaxErrorBytes, $"an error body of {reply.Body.Length} bytes");
        }
        else
        {
            Require(code is null, $"refused with {code}");
        }

        Require(expected.Holds is not { } part || reply.Body.Contains(part, StringComparison.Ordinal), $"without {expected.Holds}");
        Require(reply.CloseCode is not null || reply.Status == StatusOf(transport, expected, code), $"status {reply.Status}");
        Require(transport is not Transport.Batch || expected.TakesBatchAlong || reply.Neighbour?.Contains("\"data\":{\"viewer\"", StringComparison.Ordinal) is true, "the neighbour in the batch was not answered");
        foreach (var secret in Secrets)
        {
            Require(!$"{reply.Body}{reply.Headers}".Contains(secret, StringComparison.Ordinal), $"tells `{secret}`");
        }

        return wrong;

        void Require(bool holds, string otherwise)
        {
            if (!holds)
            {
                wrong.Add(otherwise);
            }
        }
    }

    // An execution error, which has a path, stands beside data: 200. So do the entries of a batch, and events that have begun.
    private static int StatusOf(Transport transport, Verdict expected, string? code)
    {
        var isWhole = transport is Transport.Http or Transport.Persisted || (transport is Transport.Batch && expected.TakesBatchAlong);
        var isRefusedBeforeTheStream = transport is Transport.EventStream && code is not null && IsOfHttp(code);
        return code is null || expected.Holds is not null || !(isWhole || isRefusedBeforeTheStream) ? 200 : Statuses.GetValueOrDefault(code, 400);
    }

    private static bool IsOfHttp(string code) => code is HttpErrorCodes.LimitRequestBytes or HttpErrorCodes.LimitJsonDepth or HttpErrorCodes.BodyNotJson
        or HttpErrorCodes.JsonKeyDuplicate or HttpErrorCodes.ParameterMalformed;
}
