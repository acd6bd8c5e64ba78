using Plr.Domain.Catalogue;
using Plr.Domain.Identifiers;
using Plr.Domain.Learners;
using Plr.Domain.Permissions;
using Plr.GraphQL;
using Plr.GraphQL.Binding;
using Plr.Subgraphs.Errors;
using Plr.Subgraphs.Nodes;
using Plr.Subgraphs.Records.Access;

namespace Plr.Subgraphs.Records;

/// <summary>Who a learner is and how they are reached: fields of <c>type Learner</c>. Who may read them was decided before.</summary>
[ObjectType<LearnerReference>("Learner")]
public sealed class LearnerResolvers(RecordSession session, RecordAccess access)
{
    /// <summary><c>Learner.id</c>.</summary>
    public static string Id(LearnerReference learner) => NodeId.Of(learner.Uln);

    /// <summary><c>Learner.currentUln</c>: the number the record is kept under now.</summary>
    [BatchResolver]
    public async ValueTask<IReadOnlyList<Uln?>> CurrentUlnAsync(IReadOnlyList<LearnerReference> learners, CancellationToken cancellationToken)
    {
        var loaded = await access.LoadAsync(Ulns(learners), cancellationToken);
        return [.. learners.Select(learner => loaded.GetValueOrDefault(learner.Uln)?.Learner.Uln)];
    }

    /// <summary><c>Learner.name</c>.</summary>
    [BatchResolver]
    public async ValueTask<IReadOnlyList<PersonName?>> NameAsync(IReadOnlyList<LearnerReference> learners, CancellationToken cancellationToken)
    {
        var identities = await session.IdentitiesAsync(Ulns(learners), cancellationToken);
        return [.. learners.Select(learner => identities.GetValueOrDefault(learner.Uln)?.Name)];
    }

    /// <summary><c>Learner.dateOfBirth</c>.</summary>
    [BatchResolver]
    public async ValueTask<IReadOnlyList<DateOnly?>> DateOfBirthAsync(IReadOnlyList<LearnerReference> learners, CancellationToken cancellationToken)
    {
        var identities = await session.IdentitiesAsync(Ulns(learners), cancellationToken);
        return [.. learners.Select(learner => identities.GetValueOrDefault(learner.Uln)?.DateOfBirth)];
    }

    /// <summary><c>Learner.contact</c>.</summary>
    [BatchResolver]
    public async ValueTask<IReadOnlyList<ContactDetails?>> ContactAsync(IReadOnlyList<LearnerReference> learners, CancellationToken cancellationToken)
    {
        var contacts = await session.ContactsAsync(Ulns(learners), cancellationToken);
        return [.. learners.Select(learner => contacts.GetValueOrDefault(learner.Uln))];
    }

    /// <summary><c>Learner.preferredLanguage</c>.</summary>
    [BatchResolver]
    public async ValueTask<IReadOnlyList<Language?>> PreferredLanguageAsync(IReadOnlyList<LearnerReference> learners, CancellationToken cancellationToken)
    {
        var contacts = await session.ContactsAsync(Ulns(learners), cancellationToken);
        return [.. learners.Select(learner => contacts.GetValueOrDefault(learner.Uln)?.PreferredLanguage)];
    }

    /// <summary><c>Learner.access</c>: one answer a scope, the same for a number that nobody has as for one who withholds everything.</summary>
    [BatchResolver]
    public async ValueTask<IReadOnlyList<IReadOnlyList<AccessAnswer>>> AccessAsync(
        IReadOnlyList<LearnerReference> learners, CancellationToken cancellationToken)
    {
        var loaded = await access.LoadAsync(Ulns(learners), cancellationToken);
        return [.. learners.Select(learner => Answers(learner.Uln))];

        IReadOnlyList<AccessAnswer> Answers(Uln uln) =>
            [.. Enum.GetValues<ConsentScope>().Select(scope => new AccessAnswer(access.Tell(loaded.GetValueOrDefault(uln), scope), access.Viewer))];
    }

    /// <summary>Learners by number or identifier, for other subgraphs. As with <c>Query.learner</c>, every well-formed number is one.</summary>
    [EntityResolver]
    public static IReadOnlyList<LearnerReference?> Entities(IReadOnlyList<EntityRepresentation> representations) =>
        [.. representations.Select(Entity)];

    private static LearnerReference? Entity(EntityRepresentation representation)
    {
        if (representation.Has("uln"))
        {
            return new LearnerReference(representation.Get<Uln>("uln"));
        }

        var id = NodeId.Parse(representation.Get<string>("id")).OrThrow();
        return id.Type is "Learner" ? new LearnerReference(Uln.Parse(id.Key).OrThrow()) : null;
    }

    private static IEnumerable<Uln> Ulns(IReadOnlyList<LearnerReference> learners) => learners.Select(learner => learner.Uln);
}
