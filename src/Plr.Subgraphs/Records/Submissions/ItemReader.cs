using Plr.Domain;
using Plr.Domain.Achievements;
using Plr.Domain.Catalogue;
using Plr.Domain.Identifiers;
using Plr.Domain.Learners;
using Plr.Domain.Organisations;
using Plr.Subgraphs.Catalogue;

namespace Plr.Subgraphs.Records.Submissions;

/// <summary>Reads the items of a submission one by one: an achievement that may be recorded, or the first thing that is wrong with it.</summary>
internal sealed class ItemReader(RequestCatalogue catalogue, OrganisationId awardingOrganisation)
{
    // Before the first qualification that any record could hold.
    private static readonly DateOnly Earliest = new(1900, 1, 1);
    private readonly HashSet<(Uln, UnitNumber?, QualificationNumber?, DateOnly)> seen = [];

    public Result<AchievementItem> Read(AchievementItemInput input)
    {
        var uln = Uln.Parse(input.Uln);
        var name = PersonName.Parse("x", input.FamilyName, null); // The form of a family name is that of any part.
        var unit = ReadUnit(input.Unit);
        var qualification = ReadQualification(input.Qualification);
        var provider = ReadProvider(input.Provider);
        var problem = uln.Problem
            ?? name.Problem
            ?? (input.Unit is null == input.Qualification is null
                ? new Problem(ErrorCodes.AchievementTargetInvalid, "an item names a unit or a qualification, and not both")
                : null)
            ?? unit?.Problem
            ?? qualification?.Problem
            ?? provider?.Problem
            ?? AwardProblem(unit?.Value, qualification?.Value)
            ?? DateProblem(input.AwardedOn)
            ?? GradeProblem(input.Grade);
        if (problem is not null)
        {
            return problem;
        }

        var item = new AchievementItem(
            uln.Value, name.Value.Family, unit?.Value.Number, qualification?.Value.Number, input.AwardedOn, input.Grade?.Trim(), input.Route,
            provider?.Value.Id, input.LanguageOfAssessment, input.IsFinal);
        return seen.Add((item.Learner, item.Unit, item.Qualification, item.AwardedOn))
            ? item
            : new Problem(ErrorCodes.DuplicateItem, "the same achievement stands earlier in this submission: remove one");
    }

    private Result<Unit>? ReadUnit(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var number = UnitNumber.ParseIssued(text);
        return number.Succeeded ? catalogue.Find(number.Value) : number.Problem;
    }

    private Result<Qualification>? ReadQualification(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var number = QualificationNumber.ParseIssued(text);
        return number.Succeeded ? catalogue.Find(number.Value) : number.Problem;
    }

    private Result<Organisation>? ReadProvider(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var ukprn = Ukprn.Parse(text);
        if (!ukprn.Succeeded)
        {
            return ukprn.Problem;
        }

        return catalogue.Current.Organisation(ukprn.Value) is { } organisation
            ? organisation
            : new Problem(ErrorCodes.OrganisationUnknown, "no organisation has this UKPRN: check it in UKRLP");
    }

    // A qualification is awarded by its own organisation alone; a unit by any, unless its owner keeps it.
    private Problem? AwardProblem(Unit? unit, Qualification? qualification) =>
        (qualification is not null && qualification.AwardingOrganisation != awardingOrganisation)
        || (unit is { Availability: UnitAvailability.Restricted, Owner: { } owner } && owner != awardingOrganisation)
            ? new Problem(ErrorCodes.NotTheAwardingOrganisation, "your organisation does not award this: its awarding organisation submits it")
            : null;

    private Problem? DateProblem(DateOnly awardedOn) => awardedOn > catalogue.Today || awardedOn < Earliest
        ? new Problem(ErrorCodes.AwardDateInvalid, "the day of an award is not in the future, and not before the learner could be assessed")
        : null;

    private static Problem? GradeProblem(string? grade) =>
        grade is null || (grade.Trim().Length is > 0 and <= AchievementItem.MaxGradeLength && !grade.Any(char.IsControl))
            ? null
            : new Problem(ErrorCodes.GradeInvalid, $"a grade has 1 to {AchievementItem.MaxGradeLength} characters, none of them a control character");
}
