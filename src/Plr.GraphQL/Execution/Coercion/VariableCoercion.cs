using System.Text.Json;
using Plr.GraphQL.Binding;
using Plr.GraphQL.Execution.Documents;

namespace Plr.GraphQL.Execution.Coercion;

// GraphQL September 2025, 6.1.2 Coercing Variable Values.
internal sealed class VariableCoercion(BoundSchema schema, ExecutionOptions options, bool keepsShapes, RefusalLog refusals)
{
    // A key that stands twice would let two readers of the same request see different values.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = MaxDepth };

    // So deep the coercion of values recurses, whatever an endpoint lets through.
    private const int MaxDepth = 64;
    private const int MaxEcho = 60;

    // Null with errors when a variable is refused: one error a variable.
    internal VariableValues? CoerceVariableValues(PreparedOperation operation, ReadOnlyMemory<byte> json, List<GraphQLError> errors)
    {
        if (json.Length > options.MaxVariablesBytes && IsRefused(
            operation, json.Length, options.MaxVariablesBytes, $"the variables are longer than {options.MaxVariablesBytes} bytes", ErrorCodes.LimitVariablesBytes, errors))
        {
            return null;
        }

        if (json.Span.Trim(" \t\r\n"u8).IsEmpty)
        {
            return Coerce(operation, default, errors);
        }

        using var document = Parse(json, errors);
        if (document is null || HoldsTooMuch(operation, json.Span, errors))
        {
            return null;
        }

        if (document.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Null)
        {
            return Coerce(operation, document.RootElement, errors);
        }

        errors.Add(new GraphQLError("the variables are not a JSON object", ErrorCodes.VariablesMalformed));
        return null;
    }

    // Whether a limit that was passed refuses; otherwise it warns.
    private bool IsRefused(PreparedOperation operation, int value, int limit, string message, string code, List<GraphQLError> errors)
    {
        var error = new GraphQLError(message, code);
        if (value > options.CeilingOf(limit))
        {
            errors.Add(error);
            return true;
        }

        refusals.WouldRefuse(operation.Node.Name, error);
        return false;
    }

    // A value takes two bytes at least, so that most variables need no counting.
    private bool HoldsTooMuch(PreparedOperation operation, ReadOnlySpan<byte> json, List<GraphQLError> errors)
    {
        if (json.Length / 2 < options.MaxInputNodes || CountValues(json) is var count && count <= options.MaxInputNodes)
        {
            return false;
        }

        return IsRefused(operation, count, options.MaxInputNodes, $"the variables hold more than {options.MaxInputNodes} values", ErrorCodes.LimitInputNodes, errors);
    }

    private static int CountValues(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth });
        var count = 0;
        while (reader.Read())
        {
            count += reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.EndObject or JsonTokenType.EndArray ? 0 : 1;
        }

        return count;
    }

    private static JsonDocument? Parse(ReadOnlyMemory<byte> json, List<GraphQLError> errors)
    {
        try
        {
            return JsonDocument.Parse(json, Strict);
        }
        catch (JsonException exception)
        {
            errors.Add(new GraphQLError(
                $"the variables are not a JSON object without duplicate keys (line {exception.LineNumber + 1 ?? 1}, byte {exception.BytePositionInLine + 1 ?? 1})",
                ErrorCodes.VariablesMalformed));
        }
        catch (InvalidOperationException)
        {
            // The framework's only sign of half a surrogate pair in a key, which it must read to tell keys apart.
            errors.Add(new GraphQLError("a key in the variables is not Unicode text", ErrorCodes.VariablesMalformed));
        }

        return null;
    }

    private VariableValues? Coerce(PreparedOperation operation, JsonElement given, List<GraphQLError> errors)
    {
        var definitions = operation.Variables;
        var values = definitions.Length == 0 ? [] : new object?[definitions.Length];
        var shapes = keepsShapes ? new object?[definitions.Length] : null;
        for (var i = 0; i < values.Length; i++)
        {
            try
            {
                values[i] = Coerce(definitions[i], given, InputForm.Bound);
                if (shapes is not null)
                {
                    shapes[i] = Coerce(definitions[i], given, InputForm.Shape);
                }
            }
            catch (InputCoercionException refusal)
            {
                errors.Add(new GraphQLError(
                    $"variable `${Shorten(definitions[i].Name)}{refusal.Path}`: {refusal.Message}", refusal.Code, definitions[i].Locations));
            }
            catch (InvalidOperationException)
            {
                // The JSON reader leaves half a surrogate pair to whoever asks for the text.
                errors.Add(new GraphQLError(
                    $"variable `${Shorten(definitions[i].Name)}`: a string is not Unicode text", ErrorCodes.VariablesMalformed, definitions[i].Locations));
            }
        }

        return errors.Count == 0 ? new VariableValues(operation, values, shapes) : null;
    }

    private int MaxListSize => options.CeilingOf(options.MaxInputListSize);

    private static string Shorten(string name) => name.Length <= MaxEcho ? name : $"{name.AsSpan(0, MaxEcho)}...";

    private object? Coerce(PreparedVariable variable, JsonElement given, InputForm form)
    {
        if (given.ValueKind is JsonValueKind.Object && given.TryGetProperty(variable.Name, out var value))
        {
            var coercion = new JsonCoercion(schema, MaxListSize, form);
            var coerced = coercion.Coerce(variable.Type, value);
            if (coercion.LongestList > options.MaxInputListSize && form is InputForm.Bound)
            {
                refusals.WouldRefuse(null, new GraphQLError($"a list has more than {options.MaxInputListSize} items", ErrorCodes.LimitInputList));
            }

            return coerced;
        }

        return variable.DefaultValue is { } literal ? new LiteralCoercion(schema, null, MaxListSize, form).Coerce(variable.Type, literal)
            : variable.Type.IsNonNull ? throw new InputCoercionException(ErrorCodes.InputCoercionFailed, "a value is required", "")
            : CoercedValues.Absent;
    }
}
