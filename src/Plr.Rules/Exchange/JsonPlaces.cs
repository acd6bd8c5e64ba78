using System.Globalization;
using System.Text.Json;
using Plr.Rules.Text;

namespace Plr.Rules.Exchange;

/// <summary>Finds where parts of a JSON document stand, all of them in one walk through it.</summary>
/// <remarks>Places are looked up only when there is something to say about them, so that a sound document costs nothing.</remarks>
internal ref struct JsonPlaces
{
    private Utf8JsonReader reader;
    private TextPlace place;

    private JsonPlaces(ReadOnlySpan<byte> json)
    {
        reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 512 });
        place = new TextPlace(json);
    }

    /// <summary>The place of each path, such as <c>$.qualifications[2].root.units[0]</c>; of one that the document lacks, the nearest part around it.</summary>
    /// <param name="json">A document that was read without a problem.</param>
    public static IReadOnlyList<TextPosition> Find(ReadOnlySpan<byte> json, IEnumerable<string> paths) => Find(json, paths, out _);

    /// <summary>As the other, and says how many bytes were looked at.</summary>
    internal static IReadOnlyList<TextPosition> Find(ReadOnlySpan<byte> json, IEnumerable<string> paths, out long scanned)
    {
        var root = new Part(null);
        var wanted = paths.Select(root.Below).ToList();
        var walk = new JsonPlaces(json);
        walk.reader.Read();
        walk.Visit(root);
        scanned = walk.place.Scanned;
        return [.. wanted.Select(part => part.Nearest)];
    }

    private void Visit(Part part)
    {
        part.Position = place.Advance(reader.TokenStartIndex);
        if (part.IsLeaf)
        {
            reader.Skip();
        }
        else if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var name = part.Member(in reader);
                reader.Read();
                VisitOrSkip(name);
            }
        }
        else if (reader.TokenType == JsonTokenType.StartArray)
        {
            for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
            {
                VisitOrSkip(part.Item(index));
            }
        }
    }

    private void VisitOrSkip(Part? part)
    {
        if (part is null)
        {
            reader.Skip();
        }
        else
        {
            Visit(part);
        }
    }

    /// <summary>A part of the document on the way to one that is wanted.</summary>
    private sealed class Part(Part? around)
    {
        private Dictionary<string, Part>? members;
        private Dictionary<int, Part>? items;

        public TextPosition? Position { get; set; }

        public bool IsLeaf => members is null && items is null;

        public TextPosition Nearest => Position ?? around?.Nearest ?? new TextPosition(1, 1);

        public Part? Item(int index) => items?.GetValueOrDefault(index);

        public Part? Member(in Utf8JsonReader reader)
        {
            foreach (var (name, part) in members ?? [])
            {
                if (reader.ValueTextEquals(name))
                {
                    return part;
                }
            }

            return null;
        }

        /// <summary>The part that a path leads to, made if it is new.</summary>
        public Part Below(string path)
        {
            var part = this;
            foreach (var step in path.Split('.', '[').Skip(1))
            {
                part = step.EndsWith(']')
                    ? At(part.items ??= [], int.Parse(step.AsSpan(0, step.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture), part)
                    : At(part.members ??= new Dictionary<string, Part>(StringComparer.Ordinal), step, part);
            }

            return part;
        }

        private static Part At<T>(Dictionary<T, Part> parts, T key, Part around)
            where T : notnull
        {
            ref var part = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(parts, key, out _);
            return part ??= new Part(around);
        }
    }
}
