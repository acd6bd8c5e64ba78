using Plr.Domain.Combination;

namespace Plr.Subgraphs.Catalogue.Rules;

/// <summary>Where a rule was published: the values of <c>type RuleSource</c>.</summary>
/// <param name="Name">The document's name or address.</param>
/// <param name="Address">Its address; null when it is not on the web.</param>
/// <param name="Section">The section or page; null for the whole.</param>
public sealed record PublishedSource(string Name, Uri? Address, string? Section)
{
    internal static PublishedSource Of(RuleSource source) => new(
        source.Address,
        Uri.TryCreate(source.Address, UriKind.Absolute, out var address) && (address.Scheme is "https" or "http") ? address : null,
        source.Section);
}
