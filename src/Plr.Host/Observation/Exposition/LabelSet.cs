using System.Diagnostics.CodeAnalysis;

namespace Plr.Host.Observation.Exposition;

/// <summary>The tags of one series of measurements, in the order in which they are given.</summary>
internal sealed class LabelSet(ReadOnlySpan<KeyValuePair<string, object?>> tags)
{
    private readonly KeyValuePair<string, object?>[] tags = tags.ToArray();

    /// <summary>Finds a set by tags that stand elsewhere, without a copy of them.</summary>
    public static IEqualityComparer<LabelSet> Comparer { get; } = new ByTags();

    /// <summary><c>name="value"</c>, with commas between.</summary>
    public string Text => string.Join(
        ',', tags.Select(tag => $"{PrometheusName.OfLabel(tag.Key)}=\"{PrometheusName.Escape(tag.Value?.ToString())}\""));

    private sealed class ByTags : IEqualityComparer<LabelSet>, IAlternateEqualityComparer<ReadOnlySpan<KeyValuePair<string, object?>>, LabelSet>
    {
        public bool Equals(LabelSet? x, LabelSet? y) => x is not null && y is not null && Equals(x.tags, y);

        public int GetHashCode([DisallowNull] LabelSet obj) => GetHashCode(obj.tags.AsSpan());

        public bool Equals(ReadOnlySpan<KeyValuePair<string, object?>> alternate, LabelSet other)
        {
            if (alternate.Length != other.tags.Length)
            {
                return false;
            }

            for (var i = 0; i < alternate.Length; i++)
            {
                if (alternate[i].Key != other.tags[i].Key || !Equals(alternate[i].Value, other.tags[i].Value))
                {
                    return false;
                }
            }

            return true;
        }

        public int GetHashCode(ReadOnlySpan<KeyValuePair<string, object?>> alternate)
        {
            var hash = default(HashCode);
            foreach (var tag in alternate)
            {
                hash.Add(tag.Value);
            }

            return hash.ToHashCode();
        }

        public LabelSet Create(ReadOnlySpan<KeyValuePair<string, object?>> alternate) => new(alternate);
    }
}
