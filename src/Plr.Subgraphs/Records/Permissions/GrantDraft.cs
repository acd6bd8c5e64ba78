using System.Collections.Frozen;
using Plr.Domain;
using Plr.Domain.Identifiers;
using Plr.Domain.Organisations;
using Plr.Domain.Permissions;
using Plr.Subgraphs.Catalogue;
using Plr.Subgraphs.Errors;
using Plr.Subgraphs.Nodes;

namespace Plr.Subgraphs.Records.Permissions;

/// <summary>Reads the input of <c>grantPermission</c>: a grant, or all that is wrong with it at once.</summary>
internal sealed class GrantDraft(RequestCatalogue catalogue)
{
    private const int MaxNameLength = 100;
    private const int MaxSubjectLength = 200;

    // A learner's clock may be behind ours by so much.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);
    private readonly List<UserError> errors = [];

    /// <summary>What is wrong; empty when nothing is.</summary>
    public IReadOnlyList<UserError> Errors => errors;

    /// <summary>The grant; null when anything is wrong.</summary>
    public PermissionGrant? Read(GrantPermissionInput input, Uln learner, DateTimeOffset now)
    {
        var grantee = ReadGrantee(input.Grantee);
        if (input.Scopes.Count == 0 || input.Scopes.Distinct().Count() < input.Scopes.Count)
        {
            Add(new Problem(ErrorCodes.GrantScopesInvalid, "a grant names one scope at least, and each once"), "scopes");
        }

        var purpose = Purpose.Parse(input.Purpose);
        if (!purpose.Succeeded)
        {
            Add(purpose.Problem, "purpose");
        }

        var from = input.ValidFrom ?? now;
        if (from < now - Tolerance)
        {
            Add(new Problem(ErrorCodes.GrantPeriodInvalid, "a grant begins now or later: leave `validFrom` out for now"), "validFrom");
        }

        if (input.ValidUntil <= from || input.ValidUntil <= now)
        {
            Add(new Problem(ErrorCodes.GrantPeriodInvalid, "a grant ends after it begins: correct `validUntil`"), "validUntil");
        }

        return errors.Count > 0 || grantee is null ? null : new PermissionGrant
        {
            Id = new GrantId(Guid.CreateVersion7(now)),
            Learner = learner,
            Grantee = grantee,
            Scopes = input.Scopes.ToFrozenSet(),
            Effect = input.Effect,
            Purpose = purpose.Value,
            ValidFrom = from < now ? now : from,
            ValidUntil = input.ValidUntil,
            GrantedAt = now,
            MayDelegate = input.MayDelegate,
        };
    }

    private Grantee? ReadGrantee(GranteeInput input)
    {
        object?[] given = [input.Organisation, input.OrganisationId, input.Category, input.Person];
        if (given.Count(one => one is not null) != 1)
        {
            Add(new Problem(ErrorCodes.GranteeInvalid, "a grant names exactly one of organisation, organisationId, category and person"), "grantee");
            return null;
        }

        return input switch
        {
            { Category: { } kind } => new Grantee.ToCategory(kind),
            { Person: { } person } => ReadPerson(person),
            { Organisation: { } ukprn } => ReadOrganisation(catalogue.Current.Organisation(ukprn), "organisation"),
            _ => ReadOrganisation(
                NodeId.Parse(input.OrganisationId ?? "") is { Succeeded: true, Value: { Type: nameof(Organisation) } id }
                    ? catalogue.Current.Organisation(new OrganisationId(id.Key))
                    : null,
                "organisationId"),
        };
    }

    private Grantee.ToOrganisation? ReadOrganisation(Organisation? organisation, string field)
    {
        if (organisation is not null)
        {
            return new Grantee.ToOrganisation(organisation.Id);
        }

        errors.Add(new OrganisationUnknownError(
            new Problem(ErrorCodes.OrganisationUnknown, "no organisation has this number: check it on the organisation's letter"), "input", "grantee", field));
        return null;
    }

    private Grantee.ToPerson? ReadPerson(DelegatedPersonInput person)
    {
        var name = person.Name.Trim();
        if (name.Length is > 0 and <= MaxNameLength && !name.Any(char.IsControl)
            && person.Subject.Length is > 0 and <= MaxSubjectLength && !person.Subject.Any(char.IsControl))
        {
            return new Grantee.ToPerson(person.Subject, name);
        }

        Add(new Problem(ErrorCodes.GranteeInvalid, $"a person has a subject of 1 to {MaxSubjectLength} and a name of 1 to {MaxNameLength} characters"), "grantee", "person");
        return null;
    }

    private void Add(Problem problem, params string[] path) => errors.Add(new InvalidInputError(problem, ["input", .. path]));
}
