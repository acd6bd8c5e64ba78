using System.Text;

namespace Plr.Storage.Import;

/// <summary>Reads delimited text as RFC 4180 has it: quotes, doubled quotes, line breaks inside quotes, with or without a byte order mark.</summary>
/// <remarks>Strict: a file that was cut off or is no text is refused, never half understood.</remarks>
internal sealed class CsvReader
{
    private const int MaxFieldLength = 100_000;
    private readonly string file;
    private readonly string text;
    private readonly char delimiter;
    private int position;
    private int line = 1;

    private CsvReader(string file, string text, char delimiter)
    {
        this.file = file;
        this.text = text;
        this.delimiter = delimiter;
    }

    /// <summary>Reads the whole file: the header, then rows that each have as many fields as it.</summary>
    /// <exception cref="CatalogueImportException">Empty, not UTF-8, binary, or not in this form; the position is the line.</exception>
    public static (string[] Header, List<CsvRow> Rows) Read(string file, char delimiter)
    {
        var reader = new CsvReader(file, Decode(file), delimiter);
        if (reader.NextRow() is not { } header)
        {
            throw new CatalogueImportException(file, null, "the file is empty: a header line and rows are expected");
        }

        var columns = header.Select(name => name.Trim()).ToArray();
        var rows = new List<CsvRow>();
        while (true)
        {
            var start = reader.line;
            if (reader.NextRow() is not { } fields)
            {
                return (columns, rows);
            }

            if (fields.Count != columns.Length)
            {
                throw new CatalogueImportException(
                    file, $"line {start}", $"{fields.Count} fields where the header has {columns.Length}: the file was cut off, or a field with a comma lacks its quotes");
            }

            rows.Add(new CsvRow(start, columns, fields));
        }
    }

    /// <summary>The file as text.</summary>
    /// <exception cref="CatalogueImportException">Not UTF-8, or binary.</exception>
    public static string Decode(string file)
    {
        var bytes = File.ReadAllBytes(file);
        try
        {
            var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
            var nul = text.IndexOf('\0', StringComparison.Ordinal);
            return nul < 0
                ? text.TrimStart('\uFEFF')
                : throw new CatalogueImportException(file, $"byte {nul}", "this is a binary file: comma-separated text in UTF-8 is expected");
        }
        catch (DecoderFallbackException invalid)
        {
            throw new CatalogueImportException(file, $"byte {invalid.Index}", "this is not UTF-8: save the file as UTF-8 text");
        }
    }

    private List<string>? NextRow()
    {
        while (position < text.Length && text[position] is '\r' or '\n')
        {
            EndLine(); // An empty line is nothing.
        }

        if (position >= text.Length)
        {
            return null;
        }

        var fields = new List<string>();
        while (true)
        {
            fields.Add(text[position] == '"' ? Quoted() : Plain());
            if (position >= text.Length || text[position] != delimiter)
            {
                EndLine();
                return fields;
            }

            position++;
            if (position >= text.Length)
            {
                fields.Add("");
                return fields;
            }
        }
    }

    private string Plain()
    {
        var start = position;
        while (position < text.Length && text[position] != delimiter && text[position] is not ('\r' or '\n'))
        {
            position++;
        }

        return Checked(text[start..position]);
    }

    private string Quoted()
    {
        var start = line;
        var field = new StringBuilder();
        position++;
        while (position < text.Length)
        {
            var character = text[position++];
            if (character != '"')
            {
                line += character == '\n' ? 1 : 0;
                field.Append(character);
            }
            else if (position < text.Length && text[position] == '"')
            {
                position++;
                field.Append('"');
            }
            else if (position >= text.Length || text[position] == delimiter || text[position] is '\r' or '\n')
            {
                return Checked(field.ToString());
            }
            else
            {
                throw new CatalogueImportException(file, $"line {line}", "a quote inside a quoted field is not doubled");
            }
        }

        throw new CatalogueImportException(file, $"line {start}", "a quoted field that begins here is never closed: the file was cut off");
    }

    private string Checked(string field) => field.Length <= MaxFieldLength
        ? field
        : throw new CatalogueImportException(file, $"line {line}", $"a field of more than {MaxFieldLength} characters: this is not comma-separated text");

    private void EndLine()
    {
        if (position < text.Length && text[position] == '\r')
        {
            position++;
        }

        if (position < text.Length && text[position] == '\n')
        {
            position++;
        }

        line++;
    }
}
