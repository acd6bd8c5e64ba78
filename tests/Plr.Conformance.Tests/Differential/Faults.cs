namespace Plr.Conformance.Tests.Differential;

/// <summary>How the data of a case fails.</summary>
/// <param name="Seed">Of the data.</param>
/// <param name="Errors">Of 1,000 values, so many are errors.</param>
/// <param name="Nulls">Of 1,000 values, so many are null, also where the type excludes it.</param>
/// <param name="Wrong">Of 1,000 values, so many are none of their type.</param>
/// <param name="Slow">Of 100 fields, so many come later than their resolver returns.</param>
internal sealed record Faults(uint Seed, int Errors, int Nulls, int Wrong, int Slow);
