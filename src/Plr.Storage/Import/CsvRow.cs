using System.Globalization;

namespace Plr.Storage.Import;

/// <summary>One row: fields by column name, and the line it begins on.</summary>
internal sealed class CsvRow(int line, string[] columns, List<string> fields)
{
    private static readonly string[] DateForms = ["dd/MM/yyyy", "yyyy-MM-dd", "dd/MM/yyyy HH:mm:ss", "yyyy-MM-dd HH:mm:ss"];

    /// <summary>Where a finding about it points.</summary>
    public string Position => $"line {line}";

    /// <summary>The trimmed text of the first of these columns that the file has; null when it has none, or the field is empty.</summary>
    public string? Text(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            var column = Array.FindIndex(columns, candidate => candidate.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (column >= 0)
            {
                var text = fields[column].Trim();
                return text.Length == 0 ? null : text;
            }
        }

        return null;
    }

    /// <summary>A whole number of 0 or more; null when there is none.</summary>
    /// <exception cref="RowRejectedException">The field holds something else.</exception>
    public int? Number(params ReadOnlySpan<string> names) => Text(names) switch
    {
        null => null,
        var text when decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number == decimal.Truncate(number) && number <= int.MaxValue => (int)number,
        _ => throw new RowRejectedException($"`{names[0]}` is no whole number"),
    };

    /// <summary>A date; null when there is none.</summary>
    /// <exception cref="RowRejectedException">The field holds something else.</exception>
    public DateOnly? Date(params ReadOnlySpan<string> names) => Text(names) switch
    {
        null => null,
        var text when DateTime.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => DateOnly.FromDateTime(date),
        _ => throw new RowRejectedException($"`{names[0]}` is no date of the form dd/mm/yyyy or yyyy-mm-dd"),
    };

    /// <summary>A text that must be there.</summary>
    /// <exception cref="RowRejectedException">It is not.</exception>
    public string Required(params ReadOnlySpan<string> names) => Text(names) ?? throw new RowRejectedException($"`{names[0]}` is empty");
}
