using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Plr.GraphQL.Language.Parsing;

/// <summary>Collects nodes and hands them over without a copy when the array came out full.</summary>
internal struct NodeList<T>
{
    private T[]? items;
    private int count;

    public readonly int Count => count;

    public void Add(T item)
    {
        if (items is null)
        {
            items = new T[4];
        }
        else if (count == items.Length)
        {
            Array.Resize(ref items, checked(count * 2));
        }

        items[count++] = item;
    }

    public ImmutableArray<T> ToImmutable()
    {
        if (items is null)
        {
            return [];
        }

        if (count != items.Length)
        {
            Array.Resize(ref items, count);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(items);
    }
}
