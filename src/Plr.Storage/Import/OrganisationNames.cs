using System.Globalization;
using System.Text;
using Plr.Domain.Identifiers;
using Plr.Domain.Organisations;
using Plr.Storage.Organisations;

namespace Plr.Storage.Import;

/// <summary>Finds an organisation by the name a file calls it: sources years apart spell names differently.</summary>
/// <remarks>
/// A name matches a registered, legal or short name once case, punctuation, "and", "the", "limited" and their like are set aside; failing that,
/// when one registered name alone begins with it, or its first word is a short name.
/// </remarks>
internal sealed class OrganisationNames
{
    private static readonly HashSet<string> Fillers = ["the", "limited", "ltd", "plc", "and", "cic"];
    private readonly Dictionary<string, OrganisationId> byName = [];

    /// <summary>Begins with what the database holds.</summary>
    public OrganisationNames(IReadOnlyCollection<OrganisationRow> held)
    {
        Table = new DraftTable<OrganisationId, OrganisationRow>(held, row => row.Id);
        foreach (var row in held.OrderBy(row => row.Id.Value, StringComparer.Ordinal))
        {
            Index(row);
        }
    }

    /// <summary>The rows.</summary>
    public DraftTable<OrganisationId, OrganisationRow> Table { get; }

    /// <summary>Puts an organisation and remembers its names.</summary>
    public void Put(OrganisationRow row)
    {
        Table.Put(row);
        Index(row);
    }

    /// <summary>The awarding organisation of this name; made, under a slug of its name, when there is none.</summary>
    public OrganisationId FindOrMake(string name, FileImport file, string position)
    {
        var words = Normal(name);
        if (byName.TryGetValue(words, out var exact))
        {
            return exact;
        }

        if (Likely(words) is { } likely)
        {
            file.Warn(position, $"`{name}` is taken for `{Table.Find(likely)?.Name}`");
            byName.Add(words, likely);
            return likely;
        }

        file.Warn(position, $"`{name}` is in no list of organisations; made from this file, without a recognition number");
        var slug = words.Replace(' ', '-');
        var row = new OrganisationRow
        {
            Id = new OrganisationId(slug.Length <= OrganisationId.MaxLength ? slug : slug[..OrganisationId.MaxLength]),
            Name = name,
            Kinds = [nameof(OrganisationKind.AwardingOrganisation)],
        };
        Put(row);
        return row.Id;
    }

    private OrganisationId? Likely(string words)
    {
        var longer = byName.Where(known => known.Key.StartsWith(words + " ", StringComparison.Ordinal)).Select(known => known.Value).Distinct().Take(2).ToList();
        return longer.Count == 1 ? longer[0] : byName.TryGetValue(words.Split(' ')[0], out var acronym) ? acronym : null;
    }

    private void Index(OrganisationRow row)
    {
        foreach (var name in new[] { row.Name, row.LegalName, row.Acronym }.OfType<string>())
        {
            byName.TryAdd(Normal(name), row.Id);
        }
    }

    private static string Normal(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var character in name.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark && character is not ('\'' or '’'))
            {
                text.Append(char.IsLetterOrDigit(character) ? char.ToLowerInvariant(character) : ' ');
            }
        }

        var words = text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var telling = words.Where(word => !Fillers.Contains(word)).ToArray();
        return string.Join(' ', telling.Length == 0 ? words : telling);
    }
}
