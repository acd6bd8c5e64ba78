using Microsoft.CodeAnalysis;

namespace Plr.GraphQL.Generators.Tests;

/// <summary>Each build error, provoked by one edit of the sample: its id, the coordinate it names and the line it is on.</summary>
public sealed class BuildErrorTests
{
    /// <summary>Id; the file to edit; what is replaced by what; the coordinate; the file and a text on the line of the error.</summary>
    public static TheoryData<string, string, string, string, string, string, string> Cases { get; } = new()
    {
        { "PLR0001", "sdl", "type Credits", "type type Credits {", "sample.graphql", "schema/sample.graphql", "type type Credits" },
        { "PLR0002", "sdl", "  greeting: String!", "  age: Int @open(reason: \"x\")\n  greeting: String!", "Learner.age", "schema/sample.graphql", "age: Int" },
        { "PLR0002", "sdl", "  ticks: Int!", "  tocks: Int! @open(reason: \"x\")\n  ticks: Int!", "Subscription.tocks", "schema/sample.graphql", "tocks: Int" },
        { "PLR0003", "code", "IAsyncEnumerable<int> Ticks(", "IAsyncEnumerable<int> Tiks(", "Subscription.tiks", "Sample.cs", "Tiks" },
        { "PLR0003", "code", "string Greeting(Learner parent)", "string Greting(Learner parent)", "Learner.greting", "Sample.cs", "Greting" },
        { "PLR0004", "code", "string Greeting(Learner parent) => \"hello\"", "int Greeting(Learner parent) => 1", "Learner.greeting", "Sample.cs", "Greeting" },
        { "PLR0004", "code", "public Credits Credits", "public int Credits", "Award.credits", "Sample.cs", "public int Credits" },
        { "PLR0004", "code", "ValueTask<Learner?> LearnerAsync(Uln uln, CancellationToken cancellationToken) => new((Learner?)null)", "Award? Learner(Uln uln) => null", "Query.learner", "Sample.cs", "Award? Learner" },
        { "PLR0004", "code", "IAsyncEnumerable<int> Ticks(", "IAsyncEnumerable<string> Ticks(", "Subscription.ticks", "Sample.cs", "Ticks" },
        { "PLR0005", "code", "IAsyncEnumerable<int> Ticks(", "IAsyncEnumerable<int?> Ticks(", "Subscription.ticks", "Sample.cs", "Ticks" },
        { "PLR0005", "code", "string Greeting(Learner parent)", "string? Greeting(Learner parent)", "Learner.greeting", "Sample.cs", "Greeting" },
        { "PLR0005", "sdl", "  level: Level\n", "  level: Level!\n", "Award.level", "Sample.cs", "public Level? Level { get" },
        { "PLR0006", "code", "object? Node(string id)", "object? Node()", "Query.node(id:)", "Sample.cs", "Node()" },
        { "PLR0006", "sdl", "  name: String @", "  name(short: Boolean): String @", "Learner.name(short:)", "schema/sample.graphql", "name(short" },
        { "PLR0007", "code", "object? Node(string id)", "object? Node(string id, int depth)", "Query.node(depth:)", "Sample.cs", "int depth" },
        { "PLR0008", "code", "string? text", "int? text", "Query.search(text:)", "Sample.cs", "int? text" },
        { "PLR0008", "code", "string? text", "string text", "Query.search(text:)", "Sample.cs", "string text" },
        { "PLR0009", "code", "[assembly: BindType<Credits>(\"Credits\")]", "", "Credits", "schema/sample.graphql", "type Credits" },
        { "PLR0009", "code", "[assembly: BindEnum<Level>(\"Level\")]", "", "Level", "schema/sample.graphql", "enum Level" },
        { "PLR0009", "code", "[assembly: BindInput<RecordInput>(\"RecordInput\")]", "", "RecordInput", "schema/sample.graphql", "input RecordInput" },
        { "PLR0010", "sdl", "LEVEL_2 }", "LEVEL_2 LEVEL_3 }", "Level.LEVEL_3", "schema/sample.graphql", "LEVEL_3" },
        { "PLR0010", "code", "Level2 }", "Level2, Level3 }", "Level", "Sample.cs", "BindEnum<Level>" },
        { "PLR0011", "sdl", "title: String!, level", "title: String!, credits: Int, level", "RecordInput.credits", "schema/sample.graphql", "credits: Int" },
        { "PLR0011", "code", "    string Title,", "    string Title,\n    string Extra,", "RecordInput", "Sample.cs", "string Extra" },
        { "PLR0011", "code", "    Level? Level,", "    Level Level,", "RecordInput.level", "Sample.cs", "    Level Level," },
        { "PLR0012", "code", "[ScalarType<Uln>(\"Uln\")]", "", "Uln", "schema/sample.graphql", "scalar Uln" },
        { "PLR0013", "sdl", "  best: Award @consent(scope: IDENTITY)", "  best: Award", "Learner.best", "schema/sample.graphql", "best: Award" },
        { "PLR0014", "code", "[ObjectType<Award>(\"Award\")]", "[ObjectType<Award>(\"Awrd\")]", "Awrd", "Sample.cs", "class AwardResolvers" },
        { "PLR0015", "sdl", "type Credits", "extend type Award { title: Int! }\ntype Credits", "Award.title", "schema/sample.graphql", "extend type Award" },
        { "PLR0016", "code", "public string Greeting(Learner parent)", "public string Greeting()", "Learner.greeting", "Sample.cs", "Greeting()" },
        { "PLR0016", "code", "public IReadOnlyList<FieldResult<Award>> Best(", "public FieldResult<Award> Best(", "Learner.best", "Sample.cs", " Best(" },
        { "PLR0016", "code", "ValueTask<Award?> RecordAsync(RecordInput input, CancellationToken cancellationToken) => new((Award?)null)", "Task<Award?> RecordAsync(RecordInput input) => null!", "Mutation.record", "Sample.cs", "RecordAsync" },
        { "PLR0016", "code", "IAsyncEnumerable<int> Ticks(", "int Ticks(", "Subscription.ticks", "Sample.cs", "Ticks" },
        { "PLR0017", "code", "[assembly: BindType<Credits>(\"Credits\")]", "[assembly: BindType<Credits>(\"Credits\")]\n[assembly: BindType<Uln>(\"Credits\")]", "Credits", "Sample.cs", "BindType<Uln>" },
        { "PLR0017", "code", "    public static string Version()", "    public static string VersionAsync() => \"1\";\n    public static string Version()", "Query.version", "Sample.cs", "string Version()" },
        { "PLR0018", "code", "    [EntityResolver]\n", "", "Learner", "schema/sample.graphql", "type Learner" },
        { "PLR0018", "code", "public ValueTask<IReadOnlyList<Learner?>> FindAsync(", "public ValueTask<Learner?> FindAsync(", "Learner", "Sample.cs", "FindAsync" },
        { "PLR0018", "sdl", " @key(fields: \"uln\")", "", "Learner", "Sample.cs", "FindAsync" },
    };

    [Theory, MemberData(nameof(Cases))]
    public void A_mistake_is_a_build_error_with_coordinate_and_line(
        string id, string edited, string old, string changed, string coordinate, string file, string line)
    {
        var sdl = edited == "sdl" ? Replace(GeneratorRun.SampleSdl, old, changed) : GeneratorRun.SampleSdl;
        var code = edited == "code" ? Replace(GeneratorRun.SampleCode, old, changed) : GeneratorRun.SampleCode;

        var problems = new GeneratorRun(sdl, code).Problems;

        var expected = LineOf(file == "Sample.cs" ? code : sdl, line);
        Assert.Contains(problems, problem =>
            problem.Id == id
            && problem.Severity == DiagnosticSeverity.Error
            && Names(problem.GetMessage(System.Globalization.CultureInfo.InvariantCulture), coordinate)
            && problem.Location.GetLineSpan().Path == file
            && problem.Location.GetLineSpan().StartLinePosition.Line == expected);
    }

    [Fact]
    public void A_misspelt_resolver_is_told_what_was_meant()
    {
        var code = Replace(GeneratorRun.SampleCode, "string Greeting(Learner parent)", "string Greting(Learner parent)");

        var messages = new GeneratorRun(GeneratorRun.SampleSdl, code).Problems.Select(static problem => problem.GetMessage(null));

        Assert.Contains("Learner.greting is not in the schema, but `LearnerResolvers.Greting` resolves it: did you mean `greeting`?", messages);
        Assert.Contains("Learner.greeting has no resolver: add a method `Greeting` to a resolver class of `Learner`: did you mean `Greting`?", messages);
    }

    [Fact]
    public void A_file_without_policies_needs_none() =>
        Assert.Empty(new GeneratorRun(
            Replace(GeneratorRun.SampleSdl, "  best: Award @consent(scope: IDENTITY)", "  best: Award"), GeneratorRun.SampleCode, policies: "").Problems);

    [Fact]
    public void Every_build_error_is_provoked_here() =>
        Assert.Equal(BindingRules.All.Select(static rule => rule.Id), Cases.Select(static row => (string)row[0]).Distinct().Order());

    [Fact]
    public void Every_build_error_is_in_the_table() =>
        Assert.Equal(
            BindingRules.All.Select(static rule => rule.Id),
            File.ReadLines(TableOfErrors()).Where(static l => l.StartsWith("| PLR", StringComparison.Ordinal)).Select(static l => l.Split('|')[1].Trim()));

    private static string Replace(string text, string old, string changed)
    {
        Assert.Contains(old, text, StringComparison.Ordinal);
        return text.Replace(old, changed, StringComparison.Ordinal);
    }

    private static int LineOf(string text, string part) =>
        text[..text.IndexOf(part, StringComparison.Ordinal)].Count(static c => c == '\n');

    private static bool Names(string message, string coordinate) =>
        message.StartsWith(coordinate + " ", StringComparison.Ordinal) || message.StartsWith(coordinate + ": ", StringComparison.Ordinal);

    private static string TableOfErrors([System.Runtime.CompilerServices.CallerFilePath] string test = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(test)!, "../../docs/build-errors.md")); // A test file is in a folder.
}
