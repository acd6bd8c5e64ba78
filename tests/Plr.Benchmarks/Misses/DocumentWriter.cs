using System.Globalization;
using System.Text;
using Plr.GraphQL.Types;

namespace Plr.Benchmarks.Misses;

/// <summary>Writes valid queries on a schema, each with the same number of fields and its own choice of them, of their aliases and of their arguments.</summary>
internal sealed class DocumentWriter(Schema schema, int seed)
{
    private const int MaxDepth = 4; // So that few documents cost more than is let through.
    private const int MaxFieldsBelow = 10;
    private readonly Random random = new(seed);
    private readonly StringBuilder text = new();
    private int number;

    public byte[] Next(int fields)
    {
        text.Clear().Append(CultureInfo.InvariantCulture, $"query Q{++number} {{");
        for (var written = 0; written < fields;)
        {
            written += WriteField(Pick(schema.QueryType), $"r{written}", fields - written, depth: 1) is > 0 and var count ? count : Write($" r{written}: __typename");
        }

        return Encoding.UTF8.GetBytes(text.Append(" }").ToString());
    }

    // How many fields it wrote; 0 when the field does not fit.
    private int WriteField(FieldDefinition field, string? alias, int room, int depth)
    {
        if (field.IsIntrospection || !(field.Type.IsLeaf || (field.Type.UnderlyingType is ObjectType && depth < MaxDepth && room >= 2)))
        {
            return 0;
        }

        text.Append(' ').Append(alias is null ? "" : $"{alias}: ").Append(field.Name);
        WriteArguments(field);
        return field.Type.UnderlyingType is ObjectType below ? 1 + WriteSelection(below, Math.Min(room - 1, random.Next(1, MaxFieldsBelow + 1)), depth + 1) : 1;
    }

    private int WriteSelection(ObjectType type, int room, int depth)
    {
        text.Append(" {");
        var written = 0;
        foreach (var field in type.Fields.OrderBy(_ => random.Next()))
        {
            if (written < room)
            {
                written += WriteField(field, random.Next(5) == 0 ? $"a{random.Next(1_000)}x{written}" : null, room - written, depth);
            }
        }

        written += written == 0 ? Write(" __typename") : 0;
        text.Append(" }");
        return written;
    }

    private void WriteArguments(FieldDefinition field)
    {
        var given = field.Arguments.Where(argument => argument.Name == "first" || argument.IsRequired || (Literal(argument.Type) is not null && random.Next(3) == 0))
            .Where(argument => argument.Name is not ("last" or "after" or "before"))
            .Select(argument => $"{argument.Name}: {(argument.Name == "first" ? random.Next(1, 4).ToString(CultureInfo.InvariantCulture) : Literal(argument.Type))}").ToList();
        if (given.Count > 0)
        {
            text.Append('(').AppendJoin(", ", given).Append(')');
        }
    }

    // Null for what it knows no value of; nothing that the schema requires is.
    private string? Literal(GraphQLType type) => (type.IsList, type.UnderlyingType) switch
    {
        (true, _) => Literal(type.UnderlyingType) is { } item ? $"[{item}]" : null,
        (_, EnumType choices) => choices.Values[random.Next(choices.Values.Length)].Name,
        (_, { Name: "String" or "ID" }) => $"\"w{random.Next(100_000)}\"",
        (_, { Name: "Boolean" }) => random.Next(2) == 0 ? "true" : "false",
        (_, { Name: "QualificationNumber" }) => "\"600/8900/3\"",
        (_, { Name: "UnitNumber" }) => "\"M/504/7527\"",
        (_, { Name: "Uln" }) => "\"9000000075\"",
        (_, InputObjectType input) => $"{{{string.Join(", ", input.Fields.Where(part => part.Type.UnderlyingType is EnumType || part.Type.UnderlyingType.Name is "String" or "Boolean")
            .Where(_ => random.Next(2) == 0).Select(part => $"{part.Name}: {Literal(part.Type)}"))}}}",
        _ => null,
    };

    private FieldDefinition Pick(ObjectType type) => type.Fields[random.Next(type.Fields.Length)];

    private int Write(string field)
    {
        text.Append(field);
        return 1;
    }
}
