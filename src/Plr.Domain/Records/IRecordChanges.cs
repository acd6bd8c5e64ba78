using Plr.Domain.Identifiers;

namespace Plr.Domain.Records;

/// <summary>Announces changes of records, once they are durable.</summary>
public interface IRecordChanges
{
    /// <summary>Watches one record from now on, until the token is cancelled.</summary>
    /// <param name="learner">The number the record is kept under.</param>
    /// <remarks>Changes may be announced twice, and after <see cref="RecordChangeKind.Missed"/> some were not announced at all. A watcher that does not
    /// keep up is ended.</remarks>
    IAsyncEnumerable<RecordChange> Watch(Uln learner, CancellationToken cancellationToken);
}
