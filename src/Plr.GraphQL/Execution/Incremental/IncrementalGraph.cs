using System.Globalization;
using Plr.GraphQL.Execution.Responses;
using Plr.GraphQL.Execution.Stages;

namespace Plr.GraphQL.Execution.Incremental;

// What the client waits for, what is to be executed for it, and in which order it is told. Pure: it executes nothing.
// Incremental delivery draft, the execution and completion of incremental data records.
internal sealed class IncrementalGraph(int maxPending)
{
    private readonly List<object> ready = [];
    private readonly List<string> open = [];
    private int nextId;
    private int count;

    internal bool HasNext => open.Count > 0;

    // The ids that the client waits for.
    internal IReadOnlyList<string> Open => open;

    // What the first response leaves for later, or an item of a stream.
    internal void Begin(IncrementalWork work, IncrementalPayload payload)
    {
        var fragments = Integrate(work, parent: null);
        Start(Prune(fragments, []), [.. work.Streams], payload);
    }

    // All that is ready and of the same plan as what is ready first: groups, or lists.
    internal (List<ExecutionGroup> Groups, List<StreamedList> Lists) Take()
    {
        ready.RemoveAll(static item => item is ExecutionGroup { IsLive: false });
        var groups = ready is [ExecutionGroup first, ..]
            ? ready.OfType<ExecutionGroup>().Where(group => ReferenceEquals(group.Plan, first.Plan)).ToList() : [];
        var lists = ready is [StreamedList list, ..]
            ? ready.OfType<StreamedList>().Where(other => ReferenceEquals(other.Field, list.Field)).ToList() : [];
        ready.RemoveAll(item => groups.Contains(item) || lists.Contains(item));
        return (groups, lists);
    }

    // A group has its data.
    internal void Succeed(ExecutionGroup group, IncrementalWork work, IncrementalPayload payload)
    {
        group.Streams.AddRange(work.Streams);
        Integrate(work, group);
        var fragments = new List<DeferredFragment>();
        var streams = new List<StreamedList>();
        foreach (var fragment in group.Fragments.Where(static fragment => fragment.IsLive))
        {
            fragment.Unexecuted--;
            if (fragment is { State: DeferredState.Pending, Unexecuted: 0 })
            {
                Complete(fragment, fragments, streams, payload);
            }
        }

        Start(fragments, streams, payload);
    }

    // A null has taken the whole group along.
    internal void Fail(ExecutionGroup group, IncrementalPayload payload)
    {
        group.HasFailed = true;
        foreach (var fragment in group.Fragments.Where(static fragment => fragment.State is DeferredState.Pending))
        {
            Fail(fragment, group, payload);
        }
    }

    // A list is not at its end: it waits for its next turn behind the others.
    internal void Continue(StreamedList list) => ready.Add(list);

    internal void Complete(StreamedList list, IncrementalPayload payload, ErrorCollector? errors)
    {
        payload.AddCompleted(list.Id!, errors); // It has been told, or it would not have been taken.
        open.Remove(list.Id!);
    }

    // Nothing more will come.
    internal void Abandon()
    {
        open.Clear();
        ready.Clear();
    }

    // The fragments that stand in no other.
    private List<DeferredFragment> Integrate(IncrementalWork work, ExecutionGroup? parent)
    {
        count += work.Count;
        if (count > maxPending)
        {
            throw new RequestFailedException(new GraphQLError(
                $"more than {maxPending} parts of the response are deferred or streamed", ErrorCodes.LimitPendingResults));
        }

        var roots = new List<DeferredFragment>();
        foreach (var fragment in work.Fragments)
        {
            var above = fragment.Parent;
            while (above is { State: DeferredState.Empty })
            {
                above = above.Parent;
            }

            // Without one above, it waits for what it was found in.
            above ??= parent?.Fragments.FirstOrDefault(static other => other.IsLive);
            if (above is null)
            {
                roots.Add(fragment);
            }
            else if (above.IsLive)
            {
                above.Children.Add(fragment);
            }
            else
            {
                fragment.State = DeferredState.Over;
            }
        }

        foreach (var group in work.Groups)
        {
            foreach (var fragment in group.Fragments.Where(static fragment => fragment.IsLive))
            {
                fragment.Groups.Add(group);
                fragment.Unexecuted++;
                if (fragment.State is DeferredState.Pending)
                {
                    Start(group);
                }
            }
        }

        return roots;
    }

    // A fragment that brings nothing of its own gives way to those inside it.
    private static List<DeferredFragment> Prune(List<DeferredFragment> fragments, List<DeferredFragment> kept)
    {
        foreach (var fragment in fragments)
        {
            if (fragment.Groups.Count > 0)
            {
                kept.Add(fragment);
                continue;
            }

            fragment.State = DeferredState.Empty;
            Prune(fragment.Children, kept);
        }

        return kept;
    }

    // Tells the client of fragments and lists, and makes what they need ready.
    private void Start(List<DeferredFragment> fragments, List<StreamedList> streams, IncrementalPayload payload)
    {
        for (var i = 0; i < fragments.Count; i++)
        {
            var fragment = fragments[i];
            fragment.State = DeferredState.Pending;
            fragment.Id = NewId();
            payload.AddPending(fragment.Id, fragment.Path, fragment.Label);
            if (fragment.Groups.Find(static group => group.HasFailed) is { } failed)
            {
                Fail(fragment, failed, payload);
                continue;
            }

            fragment.Groups.ForEach(Start);
            if (fragment.Unexecuted == 0)
            {
                Complete(fragment, fragments, streams, payload);
            }
        }

        foreach (var list in streams)
        {
            list.Id = NewId();
            payload.AddPending(list.Id, list.Path, list.Label);
            ready.Add(list);
        }
    }

    private void Start(ExecutionGroup group)
    {
        if (!group.IsStarted)
        {
            group.IsStarted = true;
            ready.Add(group);
        }
    }

    private void Complete(
        DeferredFragment fragment, List<DeferredFragment> fragments, List<StreamedList> streams, IncrementalPayload payload)
    {
        foreach (var group in fragment.Groups.ToList())
        {
            Deliver(group, fragment, payload);
            streams.AddRange(group.Streams);
        }

        payload.AddCompleted(fragment.Id!); // It is pending, so it has one.
        Close(fragment);
        fragments.AddRange(Prune(fragment.Children, []));
    }

    // Data that several fragments share come with the first, told by the one nearest to them.
    private static void Deliver(ExecutionGroup group, DeferredFragment first, IncrementalPayload payload)
    {
        var best = first;
        foreach (var other in group.Fragments)
        {
            if (other.State is DeferredState.Pending && other.Path.Length > best.Path.Length)
            {
                best = other;
            }
        }

        payload.AddData(best.Id!, group.Path.AsSpan(best.Path.Length), group.Data!.Written.Span, group.Errors!); // Executed, and pending.
        group.Data.Dispose();
        foreach (var fragment in group.Fragments)
        {
            fragment.Groups.Remove(group);
        }
    }

    private void Fail(DeferredFragment fragment, ExecutionGroup group, IncrementalPayload payload)
    {
        payload.AddCompleted(fragment.Id!, group.Errors); // It is pending, so it has one.
        Close(fragment);
        fragment.Children.ForEach(Drop);
    }

    private void Close(DeferredFragment fragment)
    {
        fragment.State = DeferredState.Over;
        open.Remove(fragment.Id!); // It is pending, so it has one.
    }

    // Recursion is bounded by the depth that validation allows.
    private static void Drop(DeferredFragment fragment)
    {
        fragment.State = DeferredState.Over;
        fragment.Children.ForEach(Drop);
    }

    private string NewId()
    {
        var id = nextId++.ToString(CultureInfo.InvariantCulture);
        open.Add(id);
        return id;
    }
}
