using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Plr.Storage.Mapping;

/// <summary>Names of tables, columns, keys and indexes as PostgreSQL likes them.</summary>
internal static class SnakeCase
{
    /// <summary>Renames everything the model holds.</summary>
    public static void Apply(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(Of(property.Name));
            }

            foreach (var key in entity.GetKeys())
            {
                key.SetName($"pk_{entity.GetTableName()}");
            }

            foreach (var key in entity.GetForeignKeys())
            {
                key.SetConstraintName($"fk_{entity.GetTableName()}_{string.Join('_', key.Properties.Select(part => Of(part.Name)))}");
            }

            foreach (var index in entity.GetIndexes())
            {
                index.SetDatabaseName($"ix_{entity.GetTableName()}_{string.Join('_', index.Properties.Select(part => Of(part.Name)))}");
            }
        }
    }

    /// <summary><c>AwardedOn</c> becomes <c>awarded_on</c>.</summary>
    public static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        foreach (var character in name)
        {
            if (char.IsAsciiLetterUpper(character) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(character));
        }

        return text.ToString();
    }
}
