namespace Plr.GraphQL;

/// <summary>Decides for a directive of the schema which positions are withheld, before anything is resolved there.</summary>
/// <remarks>Registered by directive name. On a field, it runs before the field's resolver, over all parents at once;
/// on an object type, whenever a field that does not carry the same directive itself produces values of that type.</remarks>
public abstract class FieldGuard
{
    /// <summary>Calls <see cref="GuardContext.Withhold"/> for each subject that is denied; what is not withheld is allowed.</summary>
    /// <remarks>An exception withholds every subject: it is treated as a bug, logged whole and answered masked.</remarks>
    public abstract ValueTask DecideAsync(GuardContext context);
}
