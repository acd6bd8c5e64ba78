using System.Net.Sockets;
using Npgsql;
using Plr.Domain.Records;

namespace Plr.Storage;

/// <summary>Tells "the database does not answer" from every other failure.</summary>
internal static class Unavailability
{
    /// <summary>Runs the work; a database that does not answer becomes <see cref="RecordStoreUnavailableException"/>.</summary>
    public static async ValueTask<T> GuardAsync<T>(Func<ValueTask<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception failure) when (Is(failure))
        {
            throw new RecordStoreUnavailableException(failure);
        }
    }

    /// <summary>Whether the failure, or one inside it, is a connection that could not be made or was lost, or a server that shuts down, is full
    /// or takes longer than it may.</summary>
    public static bool Is(Exception? failure) => failure switch
    {
        null => false,
        RecordStoreUnavailableException => false,
        OperationCanceledException => false, // The request gave up, not the database.
        PostgresException refused => refused.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown
            or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.ReadOnlySqlTransaction
            or PostgresErrorCodes.QueryCanceled
            || refused.SqlState.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException or SocketException or EndOfStreamException => true,
        TimeoutException => true,
        _ => Is(failure.InnerException),
    };
}
