using System.Text;
using Plr.GraphQL.Binding;
using Plr.GraphQL.Execution;
using Plr.GraphQL.Execution.Documents;
using Plr.GraphQL.Language.Parsing;
using Plr.GraphQL.Observation;

namespace Plr.GraphQL.Tests.Execution;

public sealed class DocumentCacheTests
{
    private const long Bound = 100_000;

    [Fact]
    public async Task A_flood_of_documents_stays_within_the_bound()
    {
        var engine = Make();
        for (var i = 0; i < 1_000; i++)
        {
            await engine.ExecuteAsync($"{{ a{i}: hello }}");
        }

        var (count, bytes) = engine.Executor.CachedDocuments;
        Assert.InRange(bytes, 1, Bound);
        Assert.InRange(count, 10, 100);
    }

    [Fact]
    public void A_flood_of_documents_that_come_once_evicts_nothing()
    {
        var schema = Make().Executor.BoundSchema;
        var cache = new DocumentCache(Bound);
        for (var i = 0; i < 1_000; i++)
        {
            Add(cache, schema, i);
        }

        Assert.NotNull(cache.Find(DocumentKey.Of("{ a0: hello }"u8)));
        Assert.InRange(cache.Bytes, 1, Bound);
    }

    [Fact]
    public void A_full_cache_takes_a_document_that_comes_again()
    {
        var schema = Make().Executor.BoundSchema;
        var cache = new DocumentCache(Bound);
        for (var i = 0; i < 1_000; i++)
        {
            Add(cache, schema, i);
        }

        var late = DocumentKey.Of("{ a999: hello }"u8);
        Assert.Null(cache.Find(late));
        Add(cache, schema, 999);
        Assert.NotNull(cache.Find(late));
        Assert.InRange(cache.Bytes, 1, Bound);
    }

    [Fact]
    public void A_document_in_use_outlives_those_that_are_not()
    {
        var schema = Make().Executor.BoundSchema;
        var cache = new DocumentCache(Bound);
        var used = DocumentKey.Of("used"u8);
        cache.Add(used, Prepare(schema, "{ hello }"));
        for (var i = 0; i < 1_000; i++)
        {
            Add(cache, schema, i);
            Add(cache, schema, i); // A full cache takes it now.
            Assert.NotNull(cache.Find(used));
        }

        Assert.Null(cache.Find(DocumentKey.Of("{ a0: hello }"u8)));
        Assert.InRange(cache.Bytes, 1, Bound);
    }

    [Fact]
    public void A_document_whose_plans_grow_makes_room_for_them()
    {
        var schema = Make().Executor.BoundSchema;
        var cache = new DocumentCache(Bound);
        var documents = Enumerable.Range(0, 10).Select(i => (Key: DocumentKey.Of([(byte)i]), Document: Prepare(schema, "{ hello }"))).ToList();
        documents.ForEach(entry => cache.Add(entry.Key, entry.Document));
        Assert.Equal(10, cache.Count);
        documents[9].Document.AddPlan(180);
        Assert.InRange(cache.Count, 1, 9);
        Assert.InRange(cache.Bytes, 1, Bound);
        documents[9].Document.AddPlan(1_000_000); // More than the whole cache may hold.
        Assert.Equal((0, 0L), (cache.Count, cache.Bytes));
    }

    [Fact]
    public async Task Documents_that_are_refused_are_not_kept()
    {
        var engine = Make();
        await engine.ExecuteAsync("{ nothing }");
        await engine.ExecuteAsync("{");
        Assert.Equal(0, engine.Executor.CachedDocuments.Count);
    }

    [Fact]
    public async Task A_document_larger_than_the_cache_is_executed_and_not_kept()
    {
        var engine = Make();
        var response = await engine.ExecuteAsync($"{{ {string.Join(' ', Enumerable.Repeat("hello", 900))} }}");
        Assert.Equal("""{"data":{"hello":"world"}}""", response);
        Assert.Equal(0, engine.Executor.CachedDocuments.Count);
    }

    [Fact] // Each outcome has a plan of its own, and there are more outcomes than plans that are kept.
    public async Task Every_outcome_of_many_conditions_is_right()
    {
        var engine = Make();
        var names = Enumerable.Range(0, 6).Select(i => $"v{i}").ToArray();
        var document = $"query ({string.Join(' ', names.Select(name => $"${name}: Boolean!"))}) {{ {string.Join(' ', names.Select(name => $"{name}: hello @include(if: ${name})"))} }}";
        for (var round = 0; round < 2; round++)
        {
            for (var bits = 0; bits < 64; bits++)
            {
                var variables = "{" + string.Join(',', names.Select((name, i) => $"\"{name}\":{((bits >> i & 1) == 1 ? "true" : "false")}")) + "}";
                var expected = "{\"data\":{" + string.Join(',', names.Where((_, i) => (bits >> i & 1) == 1).Select(name => $"\"{name}\":\"world\"")) + "}}";
                Assert.Equal(expected, await engine.ExecuteAsync(document, variables));
            }
        }
    }

    private static void Add(DocumentCache cache, BoundSchema schema, int number)
    {
        var text = $"{{ a{number}: hello }}";
        var document = Prepare(schema, text);
        cache.Add(DocumentKey.Of(Encoding.UTF8.GetBytes(text)), document);
        document.AddPlan(4); // As its first request does.
    }

    private static PreparedDocument Prepare(BoundSchema schema, string text) =>
        new(schema, Parser.Parse(text).Require(), text.Length, new ExecutionOptions(), new OperationNames());

    private static Engine Make() => new(
        "type Query { hello: String }",
        _ => new SchemaBindings().Leaf<RootValue, string>("Query.hello", _ => "world"),
        options => options.Execution.DocumentCacheBytes = Bound);
}
