using System.Collections;
using Plr.Domain.Combination;

namespace Plr.Rules.Tests.Text;

/// <summary>A value with all that is in it as text, by reflection: two values are the same if their dumps are.</summary>
internal static class Dump
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        UnitKey key => $"<{key.Value}>",
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Of))}]",
        _ when value.GetType().IsPrimitive || value.GetType().IsEnum => value.ToString()!,
        _ => $"{value.GetType().Name}({string.Join(", ", value.GetType().GetProperties().Select(property => $"{property.Name}={Of(property.GetValue(value))}"))})",
    };
}
