using Plr.Domain.Combination;
using Plr.Rules.Compilation;

namespace Plr.Rules.Text;

/// <summary>Where a line stands: what may be said there differs.</summary>
internal enum StatementPlace
{
    Document,
    Qualification,
    Node,
}

/// <summary>Reads what one line says.</summary>
internal static class StatementReader
{
    /// <summary>Reads a line that holds something.</summary>
    /// <exception cref="RuleTextException">It says nothing that belongs there.</exception>
    public static RuleStatement Read(IReadOnlyList<Lexeme> lexemes, StatementPlace place)
    {
        var cursor = new LineCursor(lexemes);
        var statement = place switch
        {
            StatementPlace.Document => InDocument(cursor),
            StatementPlace.Qualification => InQualification(cursor),
            _ => InNode(cursor),
        };
        cursor.ExpectEnd();
        return statement;
    }

    private static RuleStatement InDocument(LineCursor cursor)
    {
        if (cursor.Accept("qualification"))
        {
            var number = cursor.Name("the number of a qualification");
            var title = cursor.Quoted();
            return new QualificationStatement(number, title, cursor.AtEnd ? null : Credits(cursor, RuleTextLimits.MaxNumber));
        }

        if (cursor.Accept("unit"))
        {
            return Unit(cursor);
        }

        if (cursor.Following.Is("counts"))
        {
            var achieved = cursor.Name("a unit");
            cursor.Expect("counts", "as");
            var countsAs = cursor.Name("a unit");
            var sources = cursor.Accept("by") ? BoundReader.Sources(cursor) : [];
            var many = cursor.Accept("many");
            if (many)
            {
                cursor.Expect("times");
            }

            return sources.Count <= 1 && !sources.Contains(CreditSource.Fresh)
                ? new EquivalenceStatement(new UnitEquivalence(achieved, countsAs, sources.Count == 1 ? sources[0] : null, many))
                : throw cursor.Wrong("an equivalence gives credit of one source, and not by further study", "write for example `by transfer`");
        }

        throw cursor.Wrong($"{cursor.Current} begins nothing that stands by itself", "begin with `qualification NUMBER`, `unit KEY`, or `KEY counts as KEY`; what belongs to a qualification is indented below it");
    }

    private static UnitStatement Unit(LineCursor cursor)
    {
        var key = cursor.Name("the key of a unit");
        var title = cursor.Quoted();
        var credits = Credits(cursor, CatalogueUnit.MaxCredits);
        cursor.Expect("at");
        var level = cursor.Level();
        var hours = 0;
        if (cursor.Current.Kind == LexemeKind.Word && char.IsAsciiDigit(cursor.Current.Value[0]))
        {
            hours = cursor.Number("guided learning hours", CatalogueUnit.MaxGuidedLearningHours);
            _ = cursor.Accept("hour") || cursor.Accept("hours") ? 0 : throw cursor.Wrong($"{cursor.Current} stands where `hours` belongs", "write `18 hours`");
        }

        var sectors = cursor.Accept("in") ? Sectors(cursor) : [];
        var isAvailable = !cursor.Accept("withdrawn");
        return new UnitStatement(
            new CatalogueUnit { Key = key, Credits = credits, Level = level, GuidedLearningHours = hours, Sectors = sectors, IsAvailable = isAvailable }, title);
    }

    private static int Credits(LineCursor cursor, int most)
    {
        var credits = cursor.Number("a number of credits", most);
        return cursor.Accept("credit") || cursor.Accept("credits") ? credits : throw cursor.Wrong($"{cursor.Current} stands where `credits` belongs", "write for example `4 credits`");
    }

    private static List<string> Sectors(LineCursor cursor)
    {
        _ = cursor.Accept("sector") || cursor.Accept("sectors") ? 0 : throw cursor.Wrong($"{cursor.Current} stands where `sector` belongs", "write for example `in sector 15.3, 14`");
        return cursor.Names("the code of a sector subject area");
    }

    private static RuleStatement InQualification(LineCursor cursor)
    {
        if (Node(cursor) is { } node)
        {
            return node;
        }

        if (cursor.Accept("source"))
        {
            var address = cursor.Quoted("an address or the name of a document");
            return new SourceStatement(new RuleSource(address, cursor.Accept("section") ? cursor.Quoted("the section") : null));
        }

        if (cursor.Accept("incomplete"))
        {
            return new IncompleteStatement(cursor.Quoted("what is missing"));
        }

        if (cursor.Accept("never"))
        {
            cursor.Expect("together");
            return new BarStatement(new Bar(cursor.Units()));
        }

        if (cursor.Accept("at"))
        {
            cursor.Expect("most");
            var max = cursor.Number("a number of units");
            cursor.Expect("of");
            return new BarStatement(new Bar(cursor.Units(), max));
        }

        if (cursor.Accept("not"))
        {
            cursor.Expect("used", "in");
            return new ExcludeStatement(cursor.Names("the number of a qualification"));
        }

        if (cursor.Current.Is("nothing") && cursor.Following.Is("older"))
        {
            cursor.Take();
            cursor.Expect("older", "than");
            return new AgeStatement(cursor.Months());
        }

        return OfUnits(cursor);
    }

    private static RuleStatement OfUnits(LineCursor cursor)
    {
        var first = cursor.Current;
        if (first.Kind is LexemeKind.Word && Keywords.IsReserved(first.Value) && !first.Is("nothing"))
        {
            throw cursor.Wrong($"{first} begins nothing that a qualification says", "limits on credits stand below a group: `group ID`, `all of ID`, `any of ID`, `choose 1 of ID`");
        }

        var units = cursor.Units();
        if (cursor.Accept("no"))
        {
            cursor.Expect("older", "than");
            return new UnitAgeStatement(new AgeLimit(units, cursor.Months()));
        }

        if (units.Count == 1 && cursor.Accept("requires"))
        {
            return new DependencyStatement(new UnitDependency(units[0], cursor.Units()));
        }

        throw new RuleTextException(first.Column, $"{first} begins nothing that a qualification says",
            "write a group (`group`, `all of`, `any of`, `choose 1 of`, `other credit`), or `never together X, Y`, `X requires Y or Z`, `X no older than 36 months`, `nothing older than …`, `not used in …`, `source …`, `incomplete …`");
    }

    private static NodeStatement? Node(LineCursor cursor)
    {
        var overlay = cursor.Accept("also");
        if (cursor.Accept("all"))
        {
            cursor.Expect("of");
            return Named(cursor, NodeKind.All, overlay);
        }

        if (cursor.Current.Is("any") && cursor.Following.Is("of"))
        {
            cursor.Expect("any", "of");
            return Named(cursor, NodeKind.Pool, overlay);
        }

        if (cursor.Accept("group"))
        {
            return Named(cursor, NodeKind.Group, overlay);
        }

        if (cursor.Accept("other"))
        {
            cursor.Expect("credit");
            return Named(cursor, NodeKind.OtherCredit, overlay);
        }

        if (cursor.Accept("choose"))
        {
            var min = cursor.Number("how many are chosen");
            var max = cursor.Accept("to") ? cursor.Number("how many are chosen at most") : min;
            cursor.Expect("of");
            return Named(cursor, NodeKind.Choose, overlay) with { Min = min, Max = max };
        }

        return overlay ? throw cursor.Wrong($"{cursor.Current} follows `also`, which begins a further tree", "write `also any of ID`, `also group ID` or another kind of group") : null;
    }

    private static NodeStatement Named(LineCursor cursor, NodeKind kind, bool overlay) =>
        new(kind, overlay, cursor.Name("the label of the group"), cursor.Quoted(), 0, 0);

    private static RuleStatement InNode(LineCursor cursor)
    {
        if (cursor.Current.Is("at") && (cursor.Following.Is("level") || cursor.Following.Is("entry")))
        {
            cursor.Take();
            var (min, max) = cursor.LevelRange();
            return new LevelStatement(min, max);
        }

        if (cursor.Current.Is("at") || cursor.Current.Is("exactly") || cursor.Current.Is("between") || (cursor.Current.Is("any") && cursor.Following.Is("number")))
        {
            return new BoundStatement(BoundReader.Read(cursor));
        }

        if (Node(cursor) is { } node)
        {
            return !node.IsOverlay ? node : throw cursor.Wrong("`also` stands inside a group, and a further tree begins at the qualification", "move it out, below `qualification`");
        }

        if (cursor.Accept("lends"))
        {
            cursor.Expect("at", "most");
            return new ClipStatement(Credits(cursor, RuleTextLimits.MaxNumber));
        }

        if (cursor.Accept("in"))
        {
            return new SectorStatement(Sectors(cursor));
        }

        if (cursor.Accept("no"))
        {
            cursor.Expect("older", "than");
            return new WithinStatement(cursor.Months());
        }

        return cursor.Accept("unnumbered") ? Unnumbered(cursor) : new UnitsStatement(cursor.Units());
    }

    /// <summary><c>unnumbered code "SHC 21" title "…" 3 credits at level 2</c>: every part may be left out.</summary>
    private static UnnumberedStatement Unnumbered(LineCursor cursor)
    {
        var code = cursor.Accept("code") ? cursor.Quoted("the awarding organisation's code") : null;
        var title = cursor.Accept("title") ? cursor.Quoted("the title") : null;
        int? credits = !cursor.AtEnd && !cursor.Current.Is("at") ? Credits(cursor, RuleTextLimits.MaxNumber) : null;
        int? level = cursor.Accept("at") ? cursor.Level() : null;
        return new UnnumberedStatement(new UnidentifiedUnit(code, title, credits, level));
    }
}
