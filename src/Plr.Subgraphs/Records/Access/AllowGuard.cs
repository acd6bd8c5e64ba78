using Plr.Consent.Decisions;
using Plr.Consent.Viewers;
using Plr.Domain.Identifiers;
using Plr.Domain.Permissions;
using Plr.GraphQL;
using Plr.GraphQL.Binding;

namespace Plr.Subgraphs.Records.Access;

/// <summary>Decides for <c>@allow</c>: which kinds of viewer may ask at all, and only about what concerns them.</summary>
public sealed class AllowGuard : FieldGuard
{
    /// <inheritdoc/>
    public override async ValueTask DecideAsync(GuardContext context)
    {
        var access = context.Services.Get<RecordAccess>();
        var names = context.Arguments.GetStrings("viewers");
        ViewerKind[] kinds = [.. names.Select(name => Enum.Parse<ViewerKind>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true))];
        var subjects = context.Subjects.Select(Subject.LearnerOf).ToList();
        var learners = AllowRule.IsOfKind(access.Viewer, kinds)
            ? await access.LoadAsync(subjects.OfType<Uln>().Where(uln => uln != default), context.CancellationToken)
            : null;
        for (var index = 0; index < subjects.Count; index++)
        {
            var owner = learners is null ? null : RecordAccess.LearnerOf(learners, subjects[index]);
            var allowed = context.Subjects[index] switch
            {
                RootValue => AllowRule.IsOfKind(access.Viewer, kinds),
                PermissionGrant grant => AllowRule.MaySee(access.Viewer, kinds, owner, grant),
                _ => AllowRule.MayAsk(access.Viewer, kinds, owner),
            };
            if (!allowed)
            {
                context.Withhold(index, Withheld.ForViewer(context.Coordinate, names, access.Viewer));
            }
        }
    }
}
