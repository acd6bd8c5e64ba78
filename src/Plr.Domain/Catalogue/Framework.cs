namespace Plr.Domain.Catalogue;

/// <summary>The framework a qualification belongs to.</summary>
public enum Framework
{
    /// <summary>Qualifications and Credit Framework, 2008 to 2015.</summary>
    Qcf,
    /// <summary>Regulated Qualifications Framework, since 2015.</summary>
    Rqf,
    /// <summary>National Qualifications Framework, before the QCF.</summary>
    Nqf,
    /// <summary>Credit and Qualifications Framework for Wales.</summary>
    Cqfw,
}
