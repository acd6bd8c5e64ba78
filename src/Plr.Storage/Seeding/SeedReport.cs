using Plr.Domain.Organisations;

namespace Plr.Storage.Seeding;

/// <summary>What a run of seeding left in the database.</summary>
/// <param name="Learners">Learners of the run, those that were there before included.</param>
/// <param name="Achievements">Their achievements.</param>
/// <param name="Consenting">Those of them who permit the adviser.</param>
/// <param name="Added">Rows that are new: 0 when the run was made before.</param>
/// <param name="Adviser">Whom they permit; null when nobody was asked to.</param>
public sealed record SeedReport(int Learners, int Achievements, int Consenting, int Added, Organisation? Adviser);
