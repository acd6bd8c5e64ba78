using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Plr.GraphQL.Binding;
using Plr.GraphQL.Execution;
using Plr.GraphQL.Execution.Coercion;
using Plr.GraphQL.Execution.Documents;
using Plr.GraphQL.Execution.Planning;
using Plr.GraphQL.Observation;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Tests.Execution;

public sealed class TrustedDocumentTests
{
    private const string Trusted = "query Trusted { hello }";
    private const string Other = "query Other { hello }";

    private static readonly BoundSchema Bound = BoundSchema.Bind(
        Schema.Build("type Query { hello: String }"), new SchemaBindings().Leaf<RootValue, string>("Query.hello", _ => "world"), new Dictionary<string, FieldGuard>());

    [Theory]
    [InlineData("[]", "the manifest must be one JSON object of documents by their SHA-256")]
    [InlineData("{", "the manifest is not JSON with each hash once (line 1, byte 2)")]
    [InlineData("{\"abc\": \"{ hello }\"}", "`abc` in the manifest is not 64 lower-case hexadecimal digits")]
    [InlineData("{\"HASH\": 7}", "the document of `HASH` in the manifest is not a string")]
    [InlineData("{\"HASH\": \"{ hello }\"}", "`HASH` in the manifest is not the SHA-256 of its document")]
    public void A_manifest_that_can_not_be_used_says_why(string manifest, string message)
    {
        var hash = new string('a', 64);
        var text = manifest.Replace("HASH", hash, StringComparison.Ordinal);
        var refusal = Assert.Throws<TrustedDocumentException>(() => TrustedDocuments.Parse(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(message.Replace("HASH", hash, StringComparison.Ordinal), refusal.Message);
    }

    [Fact]
    public void A_trusted_document_that_does_not_fit_the_schema_stops_the_start()
    {
        var refusal = Assert.Throws<TrustedDocumentException>(() => Make(options => options.Trusted = Manifest("{ nothing }")));
        Assert.StartsWith($"the trusted document `{Hash("{ nothing }")}` can not be executed on this schema: GRAPHQL_VALIDATION_FAILED", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, null, Trusted, null)]
    [InlineData(true, null, Trusted, null)] // its text is as good as its hash
    [InlineData(true, Trusted, null, null)]
    [InlineData(true, Trusted, Trusted, null)]
    [InlineData(false, null, Other, null)] // the guard off: anything goes
    [InlineData(true, null, Other, ErrorCodes.DocumentNotTrusted)]
    [InlineData(true, null, Trusted + " ", ErrorCodes.DocumentNotTrusted)] // one byte more
    [InlineData(true, Other, null, ErrorCodes.DocumentNotTrusted)]
    [InlineData(true, Other, Other, ErrorCodes.DocumentNotTrusted)] // registering is no way round
    [InlineData(true, Trusted, Other, ErrorCodes.PersistedQueryHashMismatch)] // nor is a trusted name on another document
    [InlineData(false, Trusted, Other, ErrorCodes.PersistedQueryHashMismatch)]
    [InlineData(false, Other, null, ErrorCodes.PersistedQueryNotFound)]
    public void Only_trusted_documents_pass_where_only_they_may(bool onlyTrusted, string? hashOf, string? document, string? code)
    {
        var documents = Make(options =>
        {
            options.Trusted = Manifest(Trusted);
            options.OnlyTrusted = onlyTrusted;
            options.AutomaticPersistedQueries = true;
        });
        var (found, error) = Find(documents, hashOf is null ? null : Hash(hashOf), document);
        Assert.Equal((code, code is null), (error, found is not null));
    }

    [Fact]
    public void A_document_that_is_not_registered_is_sent_once_with_its_hash_and_then_by_hash_alone()
    {
        var documents = Make(options => options.AutomaticPersistedQueries = true);
        Assert.Equal(ErrorCodes.PersistedQueryNotFound, Find(documents, Hash(Other), null).Code);
        var (registered, _) = Find(documents, Hash(Other), Other);
        Assert.NotNull(registered);
        Assert.Same(registered, Find(documents, Hash(Other), null).Document);
    }

    [Theory] // A client that reads this sends its documents from then on.
    [InlineData(null, ErrorCodes.PersistedQueryNotSupported)]
    [InlineData(Trusted, ErrorCodes.DocumentNotTrusted)]
    public void Where_nothing_is_registered_a_hash_alone_is_refused(string? trusted, string code)
    {
        var documents = Make(options => options.Trusted = trusted is null ? null : Manifest(trusted));
        Assert.NotNull(Find(documents, Hash(Other), Other).Document);
        Assert.Equal(code, Find(documents, Hash(Other), null).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("DIGITS")]
    public void What_is_no_hash_names_no_document(string hash)
    {
        var documents = Make(options => options.AutomaticPersistedQueries = true);
        var text = hash == "DIGITS" ? Hash(Other).ToUpperInvariant() : hash;
        Assert.Equal(ErrorCodes.PersistedQueryHashMismatch, Find(documents, text, Other).Code);
        Assert.Equal(ErrorCodes.PersistedQueryNotFound, Find(documents, text, null).Code);
    }

    [Theory]
    [InlineData(true)] // registered by hash
    [InlineData(false)] // as text
    public void A_flood_of_documents_evicts_no_trusted_one_and_no_plan_of_it(bool registers)
    {
        var documents = Make(options =>
        {
            options.Trusted = Manifest(Trusted);
            options.AutomaticPersistedQueries = true;
            options.PersistedQueryBytes = 100_000;
        });
        var trusted = Find(documents, Hash(Trusted), null).Document!;
        var plan = PlanOf(trusted);
        var other = Find(documents, registers ? Hash(Other) : null, Other).Document!;
        for (var i = 0; i < 2_000; i++)
        {
            var text = $"{{ a{i}: hello }}";
            Find(documents, registers ? Hash(text) : null, text);
            Find(documents, registers ? Hash(text) : null, text); // A full cache takes none before it has come twice.
        }

        Assert.Same(trusted, Find(documents, null, Trusted).Document);
        Assert.Same(plan, PlanOf(trusted));
        // The same flood has evicted what is not trusted, so that it was one.
        Assert.NotSame(other, Find(documents, registers ? Hash(Other) : null, Other).Document);
        Assert.InRange(registers ? documents.Registered.Bytes : documents.Cached.Bytes, 1, 100_000);
    }

    [Fact]
    public void A_flood_of_plain_documents_evicts_no_registered_one()
    {
        var documents = Make(options => options.AutomaticPersistedQueries = true);
        Find(documents, Hash(Other), Other);
        for (var i = 0; i < 2_000; i++)
        {
            Find(documents, null, $"{{ a{i}: hello }}");
        }

        Assert.NotNull(Find(documents, Hash(Other), null).Document);
    }

    [Fact]
    public void A_registered_document_that_is_not_valid_is_not_kept()
    {
        var documents = Make(options => options.AutomaticPersistedQueries = true);
        Assert.Equal(ErrorCodes.GraphQLValidationFailed, Find(documents, Hash("{ nothing }"), "{ nothing }").Code);
        Assert.Equal(ErrorCodes.PersistedQueryNotFound, Find(documents, Hash("{ nothing }"), null).Code);
    }

    private static OperationPlan PlanOf(PreparedDocument document)
    {
        var operation = document.GetOperation(null, out _)!;
        return operation.PlanFor(new VariableValues(operation, [], null), mayDeliver: false);
    }

    private static (PreparedDocument? Document, string? Code) Find(DocumentPreparation documents, string? hash, string? text)
    {
        var errors = new List<GraphQLError>();
        var found = documents.Find(new GraphQLRequest { Document = Encoding.UTF8.GetBytes(text ?? ""), DocumentHash = hash }, span: null, errors);
        return (found, errors.SingleOrDefault()?.Code);
    }

    private static DocumentPreparation Make(Action<DocumentOptions> configure)
    {
        var options = new GraphQLServerOptions();
        options.Execution.DocumentCacheBytes = 100_000;
        configure(options.Documents);
        return new DocumentPreparation(Bound, options, new RefusalLog(Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance), EngineMetrics.Shared);
    }

    private static TrustedDocuments Manifest(string document) =>
        TrustedDocuments.Parse(JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["sha256:" + Hash(document)] = document }));

    private static string Hash(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));
}
