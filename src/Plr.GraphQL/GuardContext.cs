namespace Plr.GraphQL;

/// <summary>One decision of a <see cref="FieldGuard"/>: which directive, where, over which subjects.</summary>
public sealed class GuardContext
{
    private readonly GraphQLError?[] withheld;

    /// <summary>Poses the question; the executor does, and a test of a guard may.</summary>
    /// <param name="coordinate">A field such as <c>Learner.name</c>, or a type such as <c>Learner</c> for a guard on the object.</param>
    /// <param name="arguments">The directive's arguments as the schema writes them, defaults included.</param>
    /// <param name="subjects">The parents, or for a guard on the object the objects themselves.</param>
    public GuardContext(
        string coordinate,
        GuardArguments arguments,
        IReadOnlyList<object> subjects,
        IServiceProvider services,
        CancellationToken cancellationToken)
    {
        Coordinate = coordinate;
        Arguments = arguments;
        Subjects = subjects;
        Services = services;
        CancellationToken = cancellationToken;
        withheld = new GraphQLError?[subjects.Count];
    }

    /// <summary>The schema coordinate that carries the directive: <c>Type.field</c>, or <c>Type</c>.</summary>
    public string Coordinate { get; }

    /// <summary>The directive's arguments.</summary>
    public GuardArguments Arguments { get; }

    /// <summary>The parents of the field, or the objects themselves; the same object may appear more than once.</summary>
    public IReadOnlyList<object> Subjects { get; }

    /// <summary>The services of the request.</summary>
    public IServiceProvider Services { get; }

    /// <summary>Cancelled when the client leaves or time is up.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>Denies one subject: its position becomes null, its resolver never sees it.</summary>
    /// <param name="index">Into <see cref="Subjects"/>, from 0.</param>
    /// <param name="reason">Answered once per field of the response and reason: same code and same extensions are the same reason,
    /// so it must say nothing that differs by row.</param>
    public void Withhold(int index, GraphQLError reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        withheld[index] ??= reason;
    }

    /// <summary>Denies every subject for the same reason.</summary>
    public void WithholdAll(GraphQLError reason)
    {
        for (var i = 0; i < withheld.Length; i++)
        {
            Withhold(i, reason);
        }
    }

    /// <summary>The reason why a subject is denied; null when it is allowed.</summary>
    public GraphQLError? ReasonFor(int index) => withheld[index];
}
