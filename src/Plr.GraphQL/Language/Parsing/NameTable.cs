using System.Text;

namespace Plr.GraphQL.Language.Parsing;

/// <summary>One string for each distinct name of one document. Lives and dies with its parser, so that no client can
/// fill the process with names.</summary>
internal sealed class NameTable(byte[] bytes)
{
    private const int MaxSlots = 2048; // Past three quarters of this, names are no longer shared, only made.
    private Slot[] slots = new Slot[64];
    private int count;

    public string Get(int start, int length)
    {
        var hash = Hash(bytes, start, length);
        var mask = slots.Length - 1;
        var index = hash & mask;
        while (slots[index].Value is { } known)
        {
            if (slots[index].Hash == hash && Matches(known, start, length))
            {
                return known;
            }

            index = (index + 1) & mask;
        }

        var name = Encoding.ASCII.GetString(bytes, start, length);
        Add(index, hash, name);
        return name;
    }

    private void Add(int index, int hash, string name)
    {
        if (count >= slots.Length / 4 * 3)
        {
            if (slots.Length >= MaxSlots)
            {
                return;
            }

            Grow();
            index = FreeSlot(hash);
        }

        slots[index] = new Slot(hash, name);
        count++;
    }

    private void Grow()
    {
        var old = slots;
        slots = new Slot[old.Length * 2];
        foreach (var slot in old)
        {
            if (slot.Value is not null)
            {
                slots[FreeSlot(slot.Hash)] = slot;
            }
        }
    }

    private int FreeSlot(int hash)
    {
        var index = hash & (slots.Length - 1);
        while (slots[index].Value is not null)
        {
            index = (index + 1) & (slots.Length - 1);
        }

        return index;
    }

    private bool Matches(string known, int start, int length)
    {
        if (known.Length != length)
        {
            return false;
        }

        for (var i = 0; i < length; i++)
        {
            if (known[i] != bytes[start + i])
            {
                return false;
            }
        }

        return true;
    }

    // FNV-1a. Names that collide on purpose cost at most three quarters of MaxSlots steps each, which the token limit bounds.
    private static int Hash(byte[] bytes, int start, int length)
    {
        unchecked
        {
            var hash = 2166136261u;
            for (var i = start; i < start + length; i++)
            {
                hash = (hash ^ bytes[i]) * 16777619u;
            }

            return (int)(hash ^ (hash >> 15));
        }
    }

    private readonly struct Slot(int hash, string? value)
    {
        public int Hash { get; } = hash;

        public string? Value { get; } = value;
    }
}
