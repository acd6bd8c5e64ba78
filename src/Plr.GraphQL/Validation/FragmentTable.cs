using System.Collections;
using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Validation;

/// <summary>The fragments of a document by name, and which spreads which. Nothing here recurses: documents choose how long
/// their chains of fragments are.</summary>
internal sealed class FragmentTable
{
    private Dictionary<string, FragmentScope>? byName;

    /// <summary>Fragments with distinct names, in document order.</summary>
    public List<FragmentScope> All { get; } = [];

    /// <summary>Definitions whose name was taken already.</summary>
    public List<FragmentDefinitionNode> Duplicates { get; } = [];

    public FragmentScope? Find(string name) => byName?.GetValueOrDefault(name);

    public void Add(FragmentDefinitionNode definition, Schema schema)
    {
        var type = schema.FindType(definition.TypeCondition.Name) as CompositeType;
        var fragment = new FragmentScope(definition, type, All.Count);
        byName ??= new Dictionary<string, FragmentScope>(StringComparer.Ordinal);
        if (byName.TryAdd(definition.Name, fragment))
        {
            All.Add(fragment);
        }
        else
        {
            Duplicates.Add(definition);
        }
    }

    /// <summary>The fragments that a definition spreads, directly or through others, each once.</summary>
    public List<FragmentScope> ReachableFrom(ExecutableScope start)
    {
        var reached = new List<FragmentScope>();
        var visited = new BitArray(All.Count);
        AddSpreads(start);
        for (var i = 0; i < reached.Count; i++)
        {
            AddSpreads(reached[i]);
        }

        return reached;

        void AddSpreads(ExecutableScope scope)
        {
            foreach (var spread in scope.Spreads)
            {
                if (Find(spread.Name) is { } fragment && !visited[fragment.Index])
                {
                    visited[fragment.Index] = true;
                    reached.Add(fragment);
                }
            }
        }
    }

    /// <summary>All fragments, each after those it spreads.</summary>
    /// <param name="onCycle">Told of every spread that closes a cycle; the order then ignores it.</param>
    public List<FragmentScope> InSpreadOrder(Action<FragmentScope, FragmentSpreadNode>? onCycle = null)
    {
        var order = new List<FragmentScope>(All.Count);
        var isOpen = new BitArray(All.Count);
        var isDone = new BitArray(All.Count);
        var path = new Stack<(FragmentScope Fragment, int NextSpread)>();
        foreach (var root in All)
        {
            Open(root);
            while (path.Count > 0)
            {
                var (fragment, nextSpread) = path.Pop();
                if (nextSpread == fragment.Spreads.Count)
                {
                    isDone[fragment.Index] = true;
                    isOpen[fragment.Index] = false;
                    order.Add(fragment);
                    continue;
                }

                path.Push((fragment, nextSpread + 1));
                var spread = fragment.Spreads[nextSpread];
                if (Find(spread.Name) is { } target)
                {
                    Follow(fragment, spread, target);
                }
            }
        }

        return order;

        void Open(FragmentScope fragment)
        {
            if (!isDone[fragment.Index])
            {
                isOpen[fragment.Index] = true;
                path.Push((fragment, 0));
            }
        }

        void Follow(FragmentScope from, FragmentSpreadNode spread, FragmentScope target)
        {
            if (isOpen[target.Index])
            {
                onCycle?.Invoke(from, spread);
            }
            else
            {
                Open(target);
            }
        }
    }
}
