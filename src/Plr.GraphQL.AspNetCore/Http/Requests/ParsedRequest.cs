using System.Buffers;
using Plr.GraphQL.Execution;

namespace Plr.GraphQL.AspNetCore.Http.Requests;

/// <summary>The parameters of a GraphQL-over-HTTP request: slices of its body wherever the body has them ready.</summary>
/// <remarks>GraphQL over HTTP, Request Parameters. The body must outlive it.</remarks>
internal sealed class ParsedRequest : IDisposable
{
    private byte[]? rented;

    /// <summary>The document as UTF-8, unescaped.</summary>
    public ReadOnlyMemory<byte> Document { get; private set; }

    /// <summary>Null when absent, null or empty.</summary>
    public string? OperationName { get; set; }

    /// <summary>One JSON object; empty when absent or null.</summary>
    public ReadOnlyMemory<byte> Variables { get; set; }

    /// <summary>Several sets of variables, each a JSON value; null when there is one or none.</summary>
    public List<ReadOnlyMemory<byte>>? VariableSets { get; set; }

    /// <summary>One JSON object; empty when absent or null.</summary>
    public ReadOnlyMemory<byte> Extensions { get; set; }

    public bool HasDocument { get; private set; }

    /// <summary>What the client names the document by; null when it names it by nothing.</summary>
    public string? DocumentHash { get; set; }

    /// <summary>What the client wants to be told beside the data.</summary>
    public ReportHeaders Reports { get; set; }

    /// <summary>How it came; by a request of its own unless told.</summary>
    public RequestTransport Transport { get; set; } = RequestTransport.Http;

    /// <summary>Whose budget it is charged to; null where clients have none.</summary>
    public string? Client { get; set; }

    public void SetDocument(ReadOnlyMemory<byte> document)
    {
        Document = document;
        HasDocument = true;
    }

    /// <summary>Room for a document that has to be unescaped; give it to <see cref="SetDocument"/> once filled.</summary>
    public Memory<byte> RentDocument(int length)
    {
        Dispose();
        rented = ArrayPool<byte>.Shared.Rent(length);
        return rented.AsMemory(0, length);
    }

    public GraphQLRequest ToRequest(bool isQueryOnly, bool allowsSubscription = true) => new()
    {
        Cost = Reports.Cost,
        ReportsPlan = Reports.Plan,
        Client = Client,
        Transport = Transport,
        Document = Document,
        DocumentHash = DocumentHash,
        OperationName = OperationName,
        Variables = Variables,
        IsQueryOnly = isQueryOnly,
        AllowsSubscription = allowsSubscription,
    };

    /// <summary>The request in memory of its own, for an operation that outlives the body.</summary>
    public GraphQLRequest Keep() => new()
    {
        Cost = Reports.Cost,
        ReportsPlan = Reports.Plan,
        Client = Client,
        Transport = Transport,
        Document = Document.ToArray(),
        DocumentHash = DocumentHash,
        OperationName = OperationName,
        Variables = Variables.ToArray(),
    };

    public void Dispose()
    {
        if (rented is { } buffer)
        {
            rented = null;
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
