namespace Plr.Conformance.Tests.Differential;

/// <summary>An object of a case. Its type is a class of its own, by which the engine knows an interface's or a union's value.</summary>
/// <param name="hash">Which of all objects of its type.</param>
internal abstract class Row(uint hash)
{
    /// <summary>Which of all objects of its type.</summary>
    public uint Hash { get; } = hash;

    /// <summary>An object of a type that <see cref="TypeName"/> gives.</summary>
    public static Row Of(string typeName, uint hash) => typeName[^1] switch
    {
        '0' => new T0(hash),
        '1' => new T1(hash),
        '2' => new T2(hash),
        '3' => new T3(hash),
        '4' => new T4(hash),
        _ => new T5(hash),
    };

    /// <summary>The names of object types, from 0 to 5.</summary>
    public static string TypeName(int index) => $"T{index}";

    /// <summary>The object types of a case.</summary>
    public sealed class T0(uint hash) : Row(hash);

    /// <inheritdoc cref="T0"/>
    public sealed class T1(uint hash) : Row(hash);

    /// <inheritdoc cref="T0"/>
    public sealed class T2(uint hash) : Row(hash);

    /// <inheritdoc cref="T0"/>
    public sealed class T3(uint hash) : Row(hash);

    /// <inheritdoc cref="T0"/>
    public sealed class T4(uint hash) : Row(hash);

    /// <inheritdoc cref="T0"/>
    public sealed class T5(uint hash) : Row(hash);
}
