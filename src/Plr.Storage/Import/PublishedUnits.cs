using System.Globalization;
using System.Text.Json;
using Plr.Domain.Catalogue;
using Plr.Domain.Combination;
using Plr.Domain.Identifiers;
using Plr.Storage.Catalogue;

namespace Plr.Storage.Import;

/// <summary>The unit table of a published rule.</summary>
internal sealed class PublishedUnits(FileImport file, Draft draft)
{
    /// <summary>Puts the numbered units into the draft.</summary>
    /// <returns>All units by the group they are printed under; an empty name for none.</returns>
    public Dictionary<string, List<PublishedUnit>> Take(JsonElement rule)
    {
        var groups = new Dictionary<string, List<PublishedUnit>>();
        foreach (var (unit, index) in RuleJsonReader.List(rule, "units", unit => unit).Select((unit, index) => (unit, index)))
        {
            file.Take(string.Create(CultureInfo.InvariantCulture, $"units[{index}]"), () =>
            {
                var group = RuleJsonReader.Text(unit, "group") ?? "";
                if (!groups.TryGetValue(group, out var listed))
                {
                    groups.Add(group, listed = []);
                }

                listed.Add(Read(unit, $"units[{index}]"));
            });
        }

        return groups;
    }

    private PublishedUnit Read(JsonElement unit, string position)
    {
        var code = RuleJsonReader.Text(unit, "code");
        var level = Numbers.Level(RuleJsonReader.Text(unit, "level"));
        if (code is null || !UnitNumber.ParseIssued(code).Succeeded)
        {
            return new PublishedUnit(null, new UnidentifiedUnit(code, RuleJsonReader.Text(unit, "title"), RuleJsonReader.Number(unit, "credit"), level?.Rank()));
        }

        var number = Numbers.Unit(code, fromRegister: false, file, position);
        var held = draft.Units.Find(number);
        var given = new UnitRow
        {
            Number = number,
            Title = RuleJsonReader.Text(unit, "title"),
            Level = level,
            CreditValue = RuleJsonReader.Number(unit, "credit"),
            GuidedLearningHours = RuleJsonReader.Number(unit, "glh"),
        };
        draft.Units.Put(held is null ? given : Fill(held, given, position));
        return new PublishedUnit(number.Value, null);
    }

    /// <summary>What is held stands; the file fills what it leaves open, and a contradiction is reported.</summary>
    private UnitRow Fill(UnitRow held, UnitRow given, string position)
    {
        if ((held.CreditValue is not null && given.CreditValue is not null && held.CreditValue != given.CreditValue)
            || (held.Level is not null && given.Level is not null && held.Level != given.Level))
        {
            file.Warn(position, $"{held.Number} has other credits or another level here than the catalogue holds; the catalogue's stand");
        }

        return held with
        {
            Title = held.Title ?? given.Title,
            Level = held.Level ?? given.Level,
            CreditValue = held.CreditValue ?? given.CreditValue,
            GuidedLearningHours = held.GuidedLearningHours ?? given.GuidedLearningHours,
        };
    }
}
