using Plr.Domain.Catalogue;
using Plr.Domain.Combination;
using Plr.Domain.Identifiers;
using Plr.Storage.Catalogue;
using Plr.Storage.Import;
using Plr.Testing;

namespace Plr.Storage.Tests.Import;

/// <summary>The committed register and rules, into a database of this class's own.</summary>
public sealed class CatalogueImportTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IAsyncDisposable
{
    private readonly PlrDatabase database = new(postgres.ConnectionString);

    [Fact]
    public async Task The_whole_of_data_is_imported_and_importing_it_again_changes_nothing()
    {
        var first = await ImportAsync(RepositoryRoot.Combine("data"));
        Assert.Equal(8_092, first.Files.Single(file => file.Content == "approved qualifications").Imported);
        Assert.Equal(210, first.Files.Single(file => file.Content == "organisations").Imported);
        Assert.Equal(28, first.Files.Count(file => file.Content == "published rule of combination"));
        Assert.Empty(first.Findings.Where(finding => finding.Severity == ImportSeverity.Rejected));
        Assert.True(first.Added > 8_300);
        var register = first.Findings.Where(finding => finding.File.EndsWith("approved-qualifications-2025.csv", StringComparison.Ordinal)).ToList();
        Assert.Equal(21, register.Count(finding => finding.Reason.Contains("made from this file", StringComparison.Ordinal)));
        Assert.Equal(["`RSL Awards Ltd` is taken for `Rock School Ltd`", "`VTCT Skills` is taken for `VTCT`"],
            register.Where(finding => finding.Reason.Contains("is taken for", StringComparison.Ordinal)).Select(finding => finding.Reason).Order());
        Assert.Equal(36, register.Count(finding => finding.Reason.Contains("does not fit", StringComparison.Ordinal)));

        await using var source = await CatalogueSource.StartAsync(database, default);
        var catalogue = source.Current;
        var second = await ImportAsync(RepositoryRoot.Combine("data"));
        Assert.Equal((0, 0), (second.Added, second.Changed));
        await source.RefreshAsync(default);
        Assert.Same(catalogue, source.Current);
        HoldsWhatWasPublished(catalogue);
    }

    private static void HoldsWhatWasPublished(NationalCatalogue catalogue)
    {
        var laser = catalogue.Qualification(QualificationNumber.Parse("600/8900/3").Value)!;
        Assert.Equal("Laser Level 1 Award in Personal Career Planning", laser.Title);
        Assert.Equal(3, laser.TotalCredits);
        Assert.Equal("Laser Learning Awards", catalogue.Organisation(laser.AwardingOrganisation)!.Name);
        Assert.IsType<RuleCompleteness.Complete>(laser.RuleOfCombination!.Completeness);
        Assert.Equal(["M/504/7527"], laser.RuleOfCombination.ListedUnits().Select(unit => unit.Value));

        var complete = catalogue.Qualifications.Where(qualification => qualification.RuleOfCombination?.Completeness is RuleCompleteness.Complete).Select(qualification => qualification.Number.Value);
        Assert.Equal(["000/0028/0", "000/9001/3", "000/9002/5", "600/5529/7", "600/8900/3"], complete.Order());
        Assert.True(catalogue.Qualifications.Count(qualification => qualification.RuleOfCombination is not null) > 35);

        var ocr = catalogue.Qualifications.Single(qualification => qualification.Title == "OCR Level 2 Diploma in Team Leading (QCF)");
        var partial = Assert.IsType<RuleCompleteness.Partial>(ocr.RuleOfCombination!.Completeness);
        Assert.Contains("`C` lists units without a unit number", partial.Reasons);
        Assert.Equal(RegulatoryStatus.NotInRegister, ocr.RegulatoryStatus);
        Assert.StartsWith("000/0005/", ocr.Number.Value, StringComparison.Ordinal);

        Assert.Equal("ICT practitioners", catalogue.Qualifications.First(qualification => qualification.SectorSubjectArea?.Code == "06.1").SectorSubjectArea!.Name);
        Assert.Equal(36, catalogue.Qualifications.Count(qualification => !qualification.Number.HasValidCheck));
    }

    [Fact]
    public async Task A_publication_is_announced_to_those_who_listen()
    {
        await using var source = await CatalogueSource.StartAsync(database, default);
        var before = source.Current.Version;
        using var file = new TemporaryFile(".csv", "Recognition Number,Name\r\nRN9901,\"Announced, Ltd\"\r\n");
        await ImportAsync(file.Path);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (source.Current.Version == before)
        {
            await Task.Delay(20, limit.Token);
        }

        Assert.Equal("Announced, Ltd", source.Current.Organisation(new OrganisationId("RN9901"))!.Name);
    }

    [Fact]
    public async Task The_extracts_of_the_register_are_linked_by_their_keys()
    {
        using var organisations = new TemporaryFile(".csv", "Recognition Number,Name,Legal Name,Acronym,Email\nRN9902,Extract Awards,,EA,\n");
        using var qualifications = new TemporaryFile(".csv", """
            Qualification Number,Title,Owner Organisation Recognition Number,Qualification Level,Sub Level,Type,Total Credits,Total Qualification Time,Offered In England,Offered In Wales,Operational Start Date
            603/2658/X,"Extract Award
            on two lines",RN9902,Entry Level,Entry Level 3,Other Life Skills Qualification,6,60,True,False,01/09/2017
            603/5854/3,No such owner,RN0000,Level 2,,Other,13,,,,
            """);
        using var units = new TemporaryFile(".csv", "Unit Key,Owner Organisation Recognition Number,Unique Reference Number,Title,Unit Level,Unit Credit Value\nRN9902D/000/9014,RN9902,D/000/9014,A unit,Level 1,3\n");
        using var links = new TemporaryFile(".csv", "Qualification Number,Unit Key\n603/2658/X,RN9902D/000/9014\n603/2658/X,RN9902H/000/9029\n");
        var report = await ImportAsync(links.Path, units.Path, qualifications.Path, organisations.Path);

        Assert.Equal(2, report.Rejected);
        Assert.Contains(report.Findings, finding => finding.Position == "line 4" && finding.Reason.Contains("`RN0000`", StringComparison.Ordinal));
        Assert.Contains(report.Findings, finding => finding.Position == "line 3" && finding.Reason.Contains("H/000/9029", StringComparison.Ordinal));
        var qualification = (await CatalogueSource.ReadAsync(database, default)).Qualification(QualificationNumber.Parse("603/2658/X").Value)!;
        Assert.Equal("Extract Award\non two lines", qualification.Title);
        Assert.Equal((QualificationLevel.Entry3, 6, new DateOnly(2017, 9, 1)), (qualification.Level, qualification.TotalCredits, qualification.OperationalStart));
        Assert.Equal([Nation.England], qualification.OfferedIn.AsEnumerable());
    }

    [Theory]
    [InlineData(".csv", "", "empty")]
    [InlineData(".csv", "a,b\n1,2\n", "this header is none of those known")]
    [InlineData(".csv", "Recognition Number,Name\nRN1,\"cut o", "never closed")]
    [InlineData(".csv", "Recognition Number,Name\nRN1,A\nRN2", "line 3: 1 fields where the header has 2")]
    [InlineData(".csv", "Recognition Number,Name\nRN1,\"A\"B\n", "not doubled")]
    [InlineData(".csv", "Recognition Number\0,Name", "binary")]
    [InlineData(".json", "{\"title\":\"x\",", "not JSON")]
    [InlineData(".json", "[1]", "neither a catalogue")]
    [InlineData(".json", "{\"format\":7}", "neither a catalogue")]
    [InlineData(".json", "{\"format\":\"\\ud800\"}", "half a character")]
    [InlineData(".json", "{\"format\":\"rta-exchange/1\",\"units\":[]}", "publish the rules as `plr-catalogue/1`")]
    [InlineData(".json", "{\"format\":\"plr-catalogue/1\",\"units\":[],\n\"units\":[]}", "an object has a member twice")]
    [InlineData(".json", "{\"format\":\"plr-catalogue/1\",\"units\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "nested more than 32 deep")]
    [InlineData(".json", "{\"title\":\"x\",\"reading\":{\"groups\":[{\"name\":7}]},\"level\":\"Level 2\",\"qan\":\"600/8900/3\"}", "not the form expected")]
    [InlineData(".txt", "hello", "another kind")]
    public async Task A_file_that_can_not_be_read_is_named_with_its_rule_and_nothing_of_the_run_is_imported(string ending, string content, string reason)
    {
        using var good = new TemporaryFile(".csv", "Recognition Number,Name\nRN9977,Never imported\n");
        using var bad = new TemporaryFile(ending, content);
        var error = await Assert.ThrowsAsync<CatalogueImportException>(() => ImportAsync(good.Path, bad.Path));
        Assert.Equal(bad.Path, error.File);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Null((await CatalogueSource.ReadAsync(database, default)).Organisation(new OrganisationId("RN9977")));
    }

    [Fact]
    public async Task A_register_file_cut_off_in_the_middle_changes_nothing()
    {
        var whole = await File.ReadAllTextAsync(RepositoryRoot.Combine("data", "register", "approved-qualifications-2025.csv"));
        using var half = new TemporaryFile(".csv", whole[..(whole.Length / 2)]);
        var before = (await CatalogueSource.ReadAsync(database, default)).Version;
        var error = await Assert.ThrowsAsync<CatalogueImportException>(() => ImportAsync(half.Path));
        Assert.Contains("cut off", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, (await CatalogueSource.ReadAsync(database, default)).Version);
    }

    [Fact]
    public async Task A_file_that_is_not_UTF8_says_at_which_byte()
    {
        using var file = new TemporaryFile(".csv", "");
        await File.WriteAllBytesAsync(file.Path, [.. "Recognition Number,Name\nRN1,Caf"u8, 0xE9, .. "\n"u8]);
        var error = await Assert.ThrowsAsync<CatalogueImportException>(() => ImportAsync(file.Path));
        Assert.Equal("byte 31", error.Position);
    }

    [Fact]
    public async Task A_wrong_check_character_is_a_warning_in_the_register_and_a_rejection_elsewhere()
    {
        const string Header = "QualificationName,AwardingOrganisation,QualificationNumber,Level,QualificationType,SectorSubjectArea,Status\n";
        using var register = new TemporaryFile(".csv", Header + "Early 610,Extract Awards,61000068,Level 2,Other,,Approved\nBad,Extract Awards,61O00068,Level 2,Other,,Approved\nBad level,Extract Awards,61000079,Level 9,Other,,Approved\n");
        var report = await ImportAsync(register.Path);
        Assert.Equal([ImportSeverity.Rejected, ImportSeverity.Rejected], report.Findings.Where(finding => finding.Severity == ImportSeverity.Rejected).Select(finding => finding.Severity));
        Assert.Contains(report.Findings, finding => finding is { Severity: ImportSeverity.Warning, Position: "line 2" } && finding.Reason.Contains("does not fit", StringComparison.Ordinal));

        using var rule = new TemporaryFile(".json", """{"title":"T","qan":"600/8900/4","level":"Level 1","awardingOrganisation":"Extract Awards","source":[],"units":[{"code":"A/504/7527","group":"A"}],"reading":{"groups":[{"name":"A"}]}}""");
        var rules = await ImportAsync(rule.Path);
        Assert.Equal(2, rules.Rejected);
    }

    [Fact]
    public async Task Two_imports_at_once_take_turns()
    {
        using var file = new TemporaryFile(".csv", "Recognition Number,Name\n" + string.Concat(Enumerable.Range(9200, 50).Select(number => $"RN{number},Turn {number}\n")));
        var reports = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ImportAsync(file.Path)));
        Assert.Equal(50, reports.Sum(report => report.Added));
        Assert.Equal(0, reports.Sum(report => report.Changed));
    }

    [Fact]
    public void A_rule_survives_being_written_and_read()
    {
        var rule = RuleJson.Read(File.ReadAllText(RepositoryRoot.Combine("data", "demonstration", "health-and-social-care.json")) is var text
            ? System.Text.Json.JsonDocument.Parse(text).RootElement.GetProperty("qualifications")[0].GetProperty("rule").GetRawText() : "");
        Assert.Equal(RuleJson.Write(rule), RuleJson.Write(RuleJson.Read(RuleJson.Write(rule))));
        Assert.Equal(18, rule.ListedUnits().Count());
        Assert.Single(rule.Bars);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private Task<ImportReport> ImportAsync(params string[] paths) => new CatalogueImport(database, TimeProvider.System).RunAsync(paths, default);
}
