namespace Plr.GraphQL.Execution.Documents;

/// <summary>Which documents are executed, and which may be asked for by their hash alone.</summary>
/// <remarks>GraphQL over HTTP, draft, Appendix A Persisted Documents; Apollo, "Automatic persisted queries".</remarks>
public sealed class DocumentOptions
{
    /// <summary>The documents of the operator's own clients: prepared at start, kept for ever, apart from all others. Null: none.</summary>
    public TrustedDocuments? Trusted { get; set; }

    /// <summary>Whether every other document is refused, <see cref="ErrorCodes.DocumentNotTrusted"/>, whatever way it comes.</summary>
    public bool OnlyTrusted { get; set; }

    /// <summary>Whether a client may register a document by sending it with its hash, and afterwards send the hash alone.</summary>
    public bool AutomaticPersistedQueries { get; set; }

    /// <summary>Bytes, as estimated, of registered documents with their plans; past it the least used are forgotten, and their clients
    /// are told <see cref="ErrorCodes.PersistedQueryNotFound"/> and send them again.</summary>
    public long PersistedQueryBytes { get; set; } = 16_777_216;
}
