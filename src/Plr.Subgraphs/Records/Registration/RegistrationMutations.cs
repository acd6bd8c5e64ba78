using Plr.Domain;
using Plr.Domain.Learners;
using Plr.Domain.Records;
using Plr.GraphQL;
using Plr.Subgraphs.Catalogue;
using Plr.Subgraphs.Errors;
using Plr.Subgraphs.Records.Access;
using ErrorCodes = Plr.Domain.ErrorCodes;

namespace Plr.Subgraphs.Records.Registration;

/// <summary>Registration of learners. That an organisation of the right kind asks was decided before.</summary>
[MutationType]
public sealed class RegistrationMutations(RecordSession session, RecordAccess access, RequestCatalogue catalogue, TimeProvider clock)
{
    /// <summary><c>Mutation.registerLearner</c>: the new number, or all that is wrong with the input at once.</summary>
    public async ValueTask<RegisterLearnerPayload?> RegisterLearnerAsync(RegisterLearnerInput input, CancellationToken cancellationToken)
    {
        if (!access.Participates)
        {
            return new RegisterLearnerPayload(null, [new OrganisationNotParticipatingError(RecordProblems.NotParticipating)]);
        }

        var errors = new List<UserError>();
        var name = Check(PersonName.Parse(input.Given, input.Family, input.Preferred), errors, "given");
        var born = Check(DateOfBirth.Check(input.DateOfBirth, catalogue.Today), errors, "dateOfBirth");
        var postcode = Check(Postcode.Parse(input.Postcode), errors, "postcode");
        var email = input.Email is null ? default : Check(EmailAddress.Parse(input.Email), errors, "email");
        if (errors.Count > 0)
        {
            return new RegisterLearnerPayload(null, errors);
        }

        var registration = new LearnerRegistration(
            name.Value, born.Value, input.Gender, postcode.Value, input.Email is null ? null : email.Value,
            input.PreferredLanguage, input.PrivacyNotice, access.Viewer.Organisation);
        var registered = await session.WriteAsync(store => store.RegisterLearnerAsync(registration, clock.GetUtcNow(), cancellationToken), cancellationToken);
        return registered.Succeeded
            ? new RegisterLearnerPayload(new LearnerReference(registered.Value.Uln), [])
            : new RegisterLearnerPayload(null, [Refused(registered.Problem)]);
    }

    private static Result<T> Check<T>(Result<T> part, List<UserError> errors, string field)
    {
        if (!part.Succeeded)
        {
            errors.Add(new InvalidInputError(part.Problem, "input", field));
        }

        return part;
    }

    private static UserError Refused(Problem problem) => problem.Code == ErrorCodes.PossibleDuplicateLearner
        ? new PossibleDuplicateLearnerError(problem)
        : new InvalidInputError(problem, "input");
}
