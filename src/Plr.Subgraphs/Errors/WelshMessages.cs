using System.Collections.Frozen;
using Plr.Domain;

namespace Plr.Subgraphs.Errors;

/// <summary>Refusals in Welsh, by code.</summary>
internal static class WelshMessages
{
    private static readonly FrozenDictionary<string, string> ByCode = new Dictionary<string, string>
    {
        [ErrorCodes.UlnMalformed] = "deg digid yw ULN, a'r cyntaf heb fod yn sero",
        [ErrorCodes.UlnCheckDigitWrong] = "nid yw degfed digid yr ULN yn cyfateb i'r naw arall: gwiriwch ef yn erbyn cofnod y dysgwr",
        [ErrorCodes.UkprnMalformed] = "wyth digid yw UKPRN, a'r cyntaf yn 1",
        [ErrorCodes.QualificationNumberMalformed] = "mae gan rif cymhwyster y ffurf 600/8900/3",
        [ErrorCodes.QualificationNumberCheckDigitWrong] = "nid yw nod olaf rhif y cymhwyster yn cyfateb i'r lleill: gwiriwch ef yn erbyn y dystysgrif",
        [ErrorCodes.UnitNumberMalformed] = "mae gan rif uned y ffurf M/504/7527",
        [ErrorCodes.UnitNumberCheckLetterWrong] = "nid yw llythyren rhif yr uned yn cyfateb i'w ddigidau: gwiriwch ef yn erbyn y fanyleb",
        [ErrorCodes.QualificationUnknown] = "nid yw'r cymhwyster yn y catalog: gwiriwch y rhif",
        [ErrorCodes.UnitUnknown] = "nid yw'r uned yn y catalog: gwiriwch y rhif",
        [ErrorCodes.OrganisationUnknown] = "nid oes sefydliad â'r rhif hwn: gwiriwch ef",
        [ErrorCodes.OrganisationNotParticipating] = "nid yw cytundebau eich sefydliad mewn grym: rhaid eu llofnodi yn gyntaf",
        [ErrorCodes.GrantUnknown] = "nid oes gennych ganiatâd â'r dynodydd hwn",
        [ErrorCodes.GrantAlreadyRevoked] = "tynnwyd y caniatâd hwn yn ôl eisoes",
        [ErrorCodes.GrantPeriodInvalid] = "rhaid i ganiatâd ddechrau cyn iddo ddod i ben, ac nid yn y gorffennol",
        [ErrorCodes.GrantScopesInvalid] = "rhaid i ganiatâd enwi o leiaf un cwmpas, a phob un unwaith",
        [ErrorCodes.PurposeInvalid] = $"mae gan ddiben rhwng 1 a {Domain.Permissions.Purpose.MaxLength} nod",
        [ErrorCodes.GranteeInvalid] = "rhaid enwi un derbynnydd yn union",
        [ErrorCodes.TooManyItems] = $"ni all cyflwyniad gynnwys mwy na {Domain.Achievements.AchievementSubmission.MaxItems} eitem: rhannwch ef",
        [ErrorCodes.NoItems] = "rhaid i gyflwyniad gynnwys o leiaf un eitem",
        [ErrorCodes.NotTheAwardingOrganisation] = "dim ond y corff dyfarnu ei hun all gyflwyno hwn",
        [ErrorCodes.AchievementTargetInvalid] = "rhaid i eitem enwi un uned neu un cymhwyster yn union",
        [ErrorCodes.GradeInvalid] = "nid yw'r radd o ffurf ddilys",
        [ErrorCodes.LearnerNotMatched] = "ni ellid cyfateb y dysgwr: gwiriwch yr ULN a'r enw teuluol",
        [ErrorCodes.AwardDateInvalid] = "ni all dyddiad y dyfarniad fod yn y dyfodol na chyn i'r dysgwr allu cael ei asesu",
        [ErrorCodes.DuplicateItem] = "mae'r un cyflawniad yn y cyflwyniad ddwywaith: dilëwch un",
        [ErrorCodes.NameInvalid] = $"mae gan bob rhan o enw rhwng 1 a {Domain.Learners.PersonName.MaxLength} nod",
        [ErrorCodes.AgeOutOfRange] = "mae dysgwr rhwng 13 a 110 oed: gwiriwch y dyddiad geni",
        [ErrorCodes.PostcodeInvalid] = "mae gan god post y ffurf CF10 3NQ",
        [ErrorCodes.EmailInvalid] = "mae gan gyfeiriad e-bost y ffurf enw@enghraifft.cymru",
        [ErrorCodes.RouteFilterInvalid] = "nid yw'r hidlydd o ffurf ddilys: mae testun neu restr yn rhy hir, neu rif yn llai na sero",
        [ErrorCodes.RouteQueryNameInvalid] = $"mae gan enw chwiliad rhwng 1 a {Domain.Routes.SavedRouteQuery.MaxNameLength} nod",
        [ErrorCodes.RouteQueryUnknown] = "nid oes gennych chwiliad wedi ei gadw â'r dynodydd hwn",
        [ErrorCodes.TooManyRouteQueries] = $"gellir cadw hyd at {Domain.Routes.SavedRouteQuery.MaxSavedRouteQueries} chwiliad: dilëwch un yn gyntaf",
        [ErrorCodes.PossibleDuplicateLearner] = "mae dysgwr tebyg iawn wedi ei gofrestru eisoes: dilyswch y dysgwr yn gyntaf",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The Welsh of a refusal; its English where nobody has written the Welsh.</summary>
    public static string Of(Problem problem) => ByCode.GetValueOrDefault(problem.Code, problem.Message);
}
