// What the compiler looks for by name and netstandard2.0 does not have.
namespace System.Runtime.CompilerServices;

/// <summary>Lets records and <c>init</c> compile.</summary>
internal static class IsExternalInit;

/// <summary>Lets <c>required</c> compile.</summary>
[AttributeUsage(AttributeTargets.All)]
internal sealed class RequiredMemberAttribute : Attribute;

/// <summary>Lets <c>required</c> compile.</summary>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
internal sealed class CompilerFeatureRequiredAttribute(string featureName) : Attribute
{
    /// <summary>The feature a compiler must know.</summary>
    public string FeatureName { get; } = featureName;
}
