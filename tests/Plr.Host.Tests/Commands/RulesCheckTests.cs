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
        Assert.StartsWith($"plr: {file}:2:", refused.Error, StringComparison.Ordinal);
    }

    private static Task<PlrOutcome> RunAsync(string command, string file) => PlrProcess.RunAsync(null, "rules", command, file);

    private async Task<string> WriteAsync(string text)
    {
        var file = Path.Combine(directory, "rules.txt");
        await File.WriteAllTextAsync(file, text);
        return file;
    }
}
