using Plr.Host.Commands;

namespace Plr.Host.Tests.Commands;

public sealed class RulesCheckTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("plr-rules").FullName;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public async Task Rules_check_prints_findings_with_file_line_and_code_and_fails_on_an_error()
    {
        var file = await WriteAsync("unit A 4 credits at level 2\nqualification Q\n  any of R\n    at least 5 credits\n    A\n");
        var outcome = await RunAsync("check", file);
        Assert.Equal((ExitCode.Refused, ""), (outcome.ExitCode, outcome.Error));
        Assert.Contains($"{file}:4:5: error MINIMUM_ABOVE_OFFER", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_check_takes_the_exchange_format_too_and_is_content_with_a_sound_rule()
    {
        var file = await WriteAsync("""{"format":"rta-exchange/1","units":[{"id":"A","credits":4,"level":2}],"qualifications":[{"id":"Q","root":{"id":"R","type":"all","units":["A"]}}]}""");
        var outcome = await RunAsync("check", file);
        Assert.Equal((ExitCode.Done, "0 errors, 0 other findings\n", ""), (outcome.ExitCode, outcome.Output, outcome.Error));
    }

    [Fact]
    public async Task Rules_format_prints_the_canonical_layout_or_the_place_of_what_is_wrong()
    {
        var formatted = await RunAsync("format", await WriteAsync("qualification   Q # one\n any of R\n     A ,B\n"));
        Assert.Equal((ExitCode.Done, "qualification Q  # one\n  any of R\n    A, B\n", ""), (formatted.ExitCode, formatted.Output, formatted.Error));
        var file = await WriteAsync("qualification Q\n  any R\n");
        var refused = await RunAsync("format", file);
        Assert.Equal((ExitCode.Refused, ""), (refused.ExitCode, refused.Output));
        Assert.StartsWith($"{file}:2:", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_check_says_where_in_an_exchange_document_its_findings_are()
    {
        var file = await WriteAsync("""
            {"format":"rta-exchange/1",
             "units":[{"id":"A","credits":4,"level":2}],
             "equivalent":[{"achieved":"B","countsAs":"A"}],
             "qualifications":[{"id":"Q","root":{"id":"R","type":"pool","units":["A"],
              "bounds":[{"measure":"credits","min":5}]}}]}
            """);
        var outcome = await RunAsync("check", file);
        Assert.Equal((ExitCode.Refused, ""), (outcome.ExitCode, outcome.Error));
        Assert.StartsWith($"{file}:3:28: error UNIT_UNKNOWN: `B` is not described", outcome.Output, StringComparison.Ordinal);
        Assert.Contains($"{file}:5:13: error MINIMUM_ABOVE_OFFER: `Q`", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1:1: the file is empty; write rules as text or as `rta-exchange/1`", new byte[0])]
    [InlineData("1:1: the file is empty; write rules as text or as `rta-exchange/1`", new byte[] { 0xEF, 0xBB, 0xBF, 0x0A })]
    [InlineData("2:1: the byte 0xFF is part of no character of UTF-8; save the file as UTF-8", new byte[] { 0x23, 0x0A, 0xFF })]
    [InlineData("1:2: $: the byte 0xFF is part of no character of UTF-8; save the file as UTF-8", new byte[] { 0x7B, 0xFF, 0x7D })]
    [InlineData("1:1: $: the document has no `format`; expected `rta-exchange/1`", new byte[] { 0x7B, 0x7D })]
    public async Task A_file_that_is_no_rules_is_refused_and_not_called_sound(string says, byte[] bytes)
    {
        var file = await WriteAsync("");
        await File.WriteAllBytesAsync(file, bytes);
        var outcome = await RunAsync("check", file);
        Assert.Equal((ExitCode.Refused, "", $"{file}:{says}\n"), (outcome.ExitCode, outcome.Output, outcome.Error));
    }

    [Fact]
    public async Task Rules_check_ends_at_a_number_of_findings_and_does_not_call_the_rest_sound()
    {
        var notes = string.Concat(Enumerable.Repeat("    at least 0 credits\n", 1_500));
        var file = await WriteAsync(string.Concat(Enumerable.Range(0, 10).Select(number => $"qualification Q{number}\n  any of R\n{notes}")));
        var outcome = await RunAsync("check", file);
        Assert.Equal((ExitCode.Refused, 10_001), (outcome.ExitCode, outcome.Output.Count(each => each == '\n')));
        Assert.EndsWith("0 errors, 10000 other findings\n", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("ended at 10000 findings (MaxFindings)", outcome.Error, StringComparison.Ordinal);
    }

    private static Task<PlrOutcome> RunAsync(string command, string file) => PlrProcess.RunAsync(null, "rules", command, file);

    private async Task<string> WriteAsync(string text)
    {
        var file = Path.Combine(directory, "rules.txt");
        await File.WriteAllTextAsync(file, text);
        return file;
    }
}
