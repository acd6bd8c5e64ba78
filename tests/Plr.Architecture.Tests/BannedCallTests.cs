namespace Plr.Architecture.Tests;

public sealed class BannedCallTests
{
    [Fact]
    public void Source_makes_no_banned_call() =>
        Assert.Empty(
            from file in Repository.SourceFiles
            from violation in BannedCalls.In(Repository.Read(file), TalksToATerminal(file))
            select $"{file}:{violation}");

    [Theory]
    [InlineData("Task.Run(() => 1);", "1: Task.Run")]
    [InlineData("var x = ReadAsync().Result;", "1: Task.Result")]
    [InlineData("ReadAsync().GetAwaiter().GetResult();", "1: GetAwaiter().GetResult")]
    [InlineData("async void Fire() { await x; }", "1: async void")]
    [InlineData("var now = DateTime.Now;", "1: DateTime.Now")]
    [InlineData("var now = System.DateTimeOffset.UtcNow;", "1: DateTimeOffset.UtcNow")]
    [InlineData("Console.WriteLine(1);", "1: Console.WriteLine")]
    [InlineData("try { A(); } catch (Exception) { }", "1: an exception swallowed without a reason")]
    [InlineData("using System.Reflection;", "1: reflection")]
    [InlineData("throw new NotImplementedException();", "1: NotImplementedException")]
    public void A_banned_call_is_found(string source, string expected) =>
        Assert.Equal([expected], BannedCalls.In(source, consoleAllowed: false));

    [Theory]
    [InlineData("var x = parsed.Result;", false)]
    [InlineData("try { A(); }\ncatch (Exception)\n{\n// the reader went away: nobody is left to tell\n}", false)]
    [InlineData("Console.WriteLine(1);", true)]
    public void What_is_not_banned_is_left_alone(string source, bool consoleAllowed) =>
        Assert.Empty(BannedCalls.In(source, consoleAllowed));

    private static bool TalksToATerminal(string file) => file.StartsWith("src/Plr.Host/", StringComparison.Ordinal);
}
