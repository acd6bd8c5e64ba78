namespace Plr.Domain.Records;

/// <summary>The database does not answer. The request is refused with <see cref="ErrorCodes.DatabaseUnavailable"/>; the next may succeed.</summary>
/// <param name="innerException">What the driver said: for the log alone.</param>
public sealed class RecordStoreUnavailableException(Exception innerException)
    : Exception("the database does not answer", innerException);
