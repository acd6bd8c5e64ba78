using System.Text.Json;
using Plr.Domain.Achievements;
using Plr.Domain.Catalogue;
using Plr.Domain.Identifiers;
using Plr.Domain.Learners;
using Plr.Domain.Organisations;
using Plr.Domain.Permissions;
using Plr.Storage.Catalogue;
using Plr.Storage.Demonstration;
using Plr.Testing;

namespace Plr.Storage.Tests.Demonstration;

public sealed class DemonstrationDataTests(DemonstrationFixture demonstration) : IClassFixture<DemonstrationFixture>, IAsyncDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 9, 30, 0, TimeSpan.Zero);
    private static readonly UnitNumber CareerPlanning = UnitNumber.Parse("M/504/7527").Value;
    private readonly PlrDatabase database = new(demonstration.ConnectionString);

    [Fact]
    public async Task Loading_again_changes_nothing()
    {
        Assert.Null(await new DemonstrationData(database, TimeProvider.System).LoadIfEmptyAsync(default));
        await using var command = demonstration.DataSource.CreateCommand("SELECT count(*) FROM learners");
        Assert.Equal(8L, await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Every_persona_is_in_the_data_under_its_name_and_every_learner_is_a_persona()
    {
        var catalogue = await CatalogueSource.ReadAsync(database, default);
        await using var snapshot = await database.Records.OpenSnapshotAsync(default);
        var learners = 0;
        foreach (var persona in Personas())
        {
            Assert.NotEmpty(persona.GetProperty("story").GetString()!);
            var arguments = persona.GetProperty("token").EnumerateArray().Select(argument => argument.GetString()!).ToList();
            if (persona.TryGetProperty("uln", out var digits))
            {
                learners++;
                var uln = Uln.Parse(digits.GetString()).Value;
                var name = (await snapshot.IdentitiesAsync([uln], default))[uln].Name;
                Assert.Equal(persona.GetProperty("name").GetString(), $"{name.Given} {name.Family}");
                Assert.Equal(["--learner", uln.ToDigits()], arguments);
            }
            else if (persona.TryGetProperty("ukprn", out var ukprn))
            {
                var organisation = catalogue.Organisation(Ukprn.Parse(ukprn.GetString()).Value)!;
                var kind = persona.GetProperty("kind").GetString()!;
                Assert.Equal(persona.GetProperty("name").GetString(), organisation.Name.Replace(" (demonstration)", "", StringComparison.Ordinal));
                Assert.Contains(organisation.Kinds, known => Words(known.ToString()) == kind);
                Assert.Equal(["--organisation", ukprn.GetString()!, "--kind", kind], arguments.Take(4));
            }
            else
            {
                Assert.Single(arguments);
            }
        }

        Assert.Equal(8, learners);
    }

    [Fact]
    public async Task The_stories_are_told_by_the_records()
    {
        await using var snapshot = await database.Records.OpenSnapshotAsync(default);
        Uln[] everyone = [People.Amina, People.Ben, People.Chloe, People.Dev, People.Ellie, People.Farid, People.Gwen, People.Harriet];
        var learners = await snapshot.LearnersAsync(everyone, default);
        var achieved = await snapshot.QualificationAchievementsAsync(everyone, default);
        Assert.Contains(achieved[People.Amina], achievement => achievement is QualificationAchievement { Qualification.Value: "600/8900/3" });
        Assert.False(achieved.ContainsKey(People.Gwen));
        Assert.Equal(PrivacyNotice.SeenDoesNotShare, learners[People.Dev].PrivacyNotice);
        Assert.Equal(PrivacyNotice.NotSeen, learners[People.Ellie].PrivacyNotice);
        Assert.True(Assert.Single(achieved[People.Farid]) is { UnderChallenge: true, Version: 2 });
        Assert.Equal(Language.Welsh, (await snapshot.ContactsAsync([People.Gwen], default))[People.Gwen].PreferredLanguage);
        Assert.Equal(People.Harriet, (await snapshot.LearnersAsync([People.HarrietBefore], default))[People.HarrietBefore].Uln);
        Assert.Contains(achieved[People.Ellie], achievement => achievement is UnitAchievement unit && unit.Unit == CareerPlanning);
    }

    [Fact]
    public async Task Ben_has_half_of_the_diploma_from_two_awarding_organisations()
    {
        var catalogue = await CatalogueSource.ReadAsync(database, default);
        await using var snapshot = await database.Records.OpenSnapshotAsync(default);
        var units = (await snapshot.QualificationAchievementsAsync([People.Ben], default))[People.Ben].Cast<UnitAchievement>().ToList();
        Assert.Equal(20, units.Sum(unit => catalogue.Unit(unit.Unit)!.CreditValue));
        Assert.Equal(2, units.Select(unit => unit.AwardingOrganisation).Distinct().Count());
        Assert.Equal(40, catalogue.Qualification(QualificationNumber.Parse("000/9001/3").Value)!.TotalCredits);
    }

    [Fact]
    public async Task Grants_stand_in_every_state_to_every_kind_of_grantee_with_both_effects()
    {
        await using var snapshot = await database.Records.OpenSnapshotAsync(default);
        var access = await snapshot.AccessAsync([People.Amina, People.Ben, People.Chloe, People.Harriet, People.Gwen], default);
        var grants = access.Values.SelectMany(one => one.Grants).ToList();
        Assert.Equal(Enum.GetValues<PermissionState>(), grants.Select(grant => grant.State(Now)).Distinct().Order());
        Assert.Equal(3, grants.Select(grant => grant.Grantee.GetType()).Distinct().Count());
        Assert.Equal(2, grants.Select(grant => grant.Effect).Distinct().Count());
        Assert.Empty(access[People.Gwen].Grants);
        Assert.Equal(access[People.Ben].Grants.OrderByDescending(grant => grant.GrantedAt), access[People.Ben].Grants);
    }

    [Fact]
    public async Task Organisations_of_every_kind_participate_and_one_has_signed_nothing()
    {
        var catalogue = await CatalogueSource.ReadAsync(database, default);
        var personas = Personas().Where(persona => persona.TryGetProperty("ukprn", out _))
            .Select(persona => catalogue.Organisation(Ukprn.Parse(persona.GetProperty("ukprn").GetString()).Value)!).ToList();
        var day = DateOnly.FromDateTime(Now.UtcDateTime);
        Assert.Equal(["Northgate Careers (demonstration)"], personas.Where(organisation => !Participation.Of(organisation, day).Participates).Select(organisation => organisation.Name));
        var kinds = catalogue.Organisations.Where(organisation => organisation.Ukprn is not null).SelectMany(organisation => organisation.Kinds).Distinct();
        Assert.Equal(Enum.GetValues<OrganisationKind>(), kinds.Order());
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private static List<JsonElement> Personas() =>
        [.. JsonDocument.Parse(File.ReadAllText(RepositoryRoot.Combine("clients", "personas.json"))).RootElement.EnumerateArray()];

    /// <summary>As <c>plr token</c> spells a kind: <c>CareersAdviser</c> is <c>careers-adviser</c>.</summary>
    private static string Words(string name) => Storage.Mapping.SnakeCase.Of(name).Replace('_', '-');
}
