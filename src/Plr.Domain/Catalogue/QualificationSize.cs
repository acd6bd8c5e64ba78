namespace Plr.Domain.Catalogue;

/// <summary>A QCF qualification's size by its credits.</summary>
/// <remarks>Award 1 to 12 credits, Certificate 13 to 36, Diploma 37 and more. Source: FE sector guidance (LRS FAQ).</remarks>
public enum QualificationSize
{
    /// <summary>1 to 12 credits.</summary>
    Award,
    /// <summary>13 to 36 credits.</summary>
    Certificate,
    /// <summary>37 credits and more.</summary>
    Diploma,
}
