// Danish, as municipal, association and company papers print it. Sources: the papers' own layouts (design notes on
// Danish practice) and the legal vocabulary of kommunestyrelsesloven.
import type { Lexicon } from './lexicon.ts';
import { danishFirstNames } from './daNames.ts';

export const danish: Lexicon = {
  language: 'da',
  clock: {
    said: 'kl\\.?|klokken',
    about: 'ca\\.?|maks\\.?|max\\.?|fra|senest|omkring',
    until: 'til|og til',
    minutes: 'min\\b|minutter|minut|mins?|m(?=\\s*(?:[).\\]]|$))',
    hours: 'timers?|time|t\\b',
    lengths: 'min|time',
    before: 'fra|kl\\.?|klokken|tid',
    from: 'fra',
    mark: 'kl.',
    notTimes: 'mio|mia|kr|pct|procent|m2|km|ha',
  },
  calendar: {
    months: [
      ['januar', 'jan'],
      ['februar', 'feb'],
      ['marts', 'mar'],
      ['april', 'apr'],
      ['maj'],
      ['juni', 'jun'],
      ['juli', 'jul'],
      ['august', 'aug'],
      ['september', 'sept', 'sep'],
      ['oktober', 'okt'],
      ['november', 'nov'],
      ['december', 'dec'],
    ],
    weekdays: ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'],
    weekdaysShort: 'mand?(?=\\.|\\s(?:d\\.|den)\\s)|tirs?d?|onsd?|torsd?|tor|fred?|lørd?|sønd?',
    the: 'den|d',
    partsOfDay: 'morgen|formiddag|middag|eftermiddag|aften|nat',
    day: 'dag',
    week: 'uge',
  },
  words: {
    and: 'og|samt',
    abbreviations:
      'kr|pct|jf|jfr|nr|d|kl|vedr|ca|bl\\.?a|f\\.?eks|eks|m\\.?v|mv|m\\.?m|mm|mio|mia|stk|pkt|pr|maks|max|min|tlf|evt|inkl|ekskl|ift|mht|mhp|hhv|dvs|osv|etc|o\\.?l|sek|str|gr|afd|adr|red|s|st|sml|ad|vær|lok|ref|ang|fhv|frk|hr|dr|prof|cand|ctr|tilsv|udv|i\\.?f\\.?t|h\\.?h\\.?v|p\\.?t|pt|t\\.?o\\.?m|f\\.?o\\.?m|incl|vejl|bilagsnr|dok|sagsnr|j\\.?nr|bitr',
    units: 'kr|pct|mv|m\\.?v|m\\.?m|mm|mio|mia|stk|min|osv|etc|o\\.?l|timer',
    connectors: 'og|i|på|til|af|for|ved|om|med|fra|eller|samt|den|det|de|en|et|at|under|over|mellem|efter|som|der|v/|v\\.',
    finiteVerbs:
      'er|var|har|havde|skal|skulle|vil|ville|kan|kunne|må|bør|blev|bliver|gav|giver|fik|får|kom|kommer|gik|går|byder|tog|tager|stod|står|orienterede|orienterer|drøftede|drøfter|besluttede|beslutter|godkendte|godkender|fortalte|fortæller|oplyste|oplyser|foreslog|foreslår|ønsker|ønskede|gennemgik|gennemgår|indstiller|indstilles|deltager|deltog|mangler|viser|fremlagde|berettede|aflagde|afgav|holdt|bød|konstaterede|redegjorde|forelagde|indledte|forelå|meddelte|efterlyste|lagde|satte|holder|synes|undersøger|sørger|kontakter|spurgte|bad|synes|mente|mener',
    none: '-|–|—|ingen|intet|xxx?|x|n/a|nej|0',
    that: 'at',
    by: 'ved',
    to: 'til',
    of: 'af',
    is: 'er',
    inOrOf: 'i|af',
    next: 'næste',
    number: 'nr\\.?',
    articles: 'det|den|de',
    from: 'fra',
    prepositions: 'i|for|hos|af|på|fra|ved',
    afterName: 'fra|hos|i|på|som|der|om|og',
    about: 'om|vedr\\.?|vedrørende|til|på|i',
  },
  numbering: {
    strong:
      'punkt|pkt|(?:dagsordens?|møde)?punkt|dagsordenens (?:punkt|pkt)|sag(?=\\s*\\d+\\s*[:.])|sag(?=\\s*nr\\.?:?\\s*\\d{1,3}(?:\\s*$|\\s*[:.–-]?\\s))|(?:emne|nr)(?=\\.?\\s*\\d{1,2}\\s*[:)–-])',
    answers: 'ad|vedr\\.?(?=\\s+(?:punkt|pkt))|til(?=\\s+(?:punkt|pkt)\\.?\\s*\\d+\\s*[:.])',
    paragraphSign: '§',
    tracks: 'spor|hold|workshop|gruppe|bord|stand|rum',
    lettered: '[a-zæøå]',
    row: '(?:dagsordenens\\s+)?(?:punkt|pkt\\.?)(?:\\s+nr\\.?)?|dagsordens?punkt',
  },
  labels: [
    { key: 'date', match: '(?:møde)?dato(?:en)?|mødedag|dag' },
    {
      key: 'time',
      match:
        '(?:møde)?tid(?:spunkt)?(?:er)?|mødetidspunkt|starttid(?:spunkt)?|tid og sted|hvornår|start|tidsrum|dato og tid|tid/sted|kl|klokken|mødestart|mødet (?:startede?t?|begyndte|åbnet|sat)|mødebegyndelse|startet|mødetid/sted|kl\\. og sted|dag og tid|dato/tid|dato og tidspunkt|tid & sted|dato, tid og sted',
    },
    {
      key: 'endTime',
      match:
        'møde(?:t)?s? ?slut(?:tede|tet)?|slut(?:tid(?:spunkt)?|tet)?|mødet (?:sluttede|sluttet|afsluttet|afsluttes|hævet|slutter|ophørte)|sluttidspunkt|afsluttet|hævet',
    },
    { key: 'place', match: '(?:møde)?sted(?:et)?|lokale|mødelokale|hvor|lokation|adresse|mødested/lokale' },
    { key: 'body', match: 'udvalg(?:et)?|forum|mødeforum|organ|møde i|råd|bestyrelse|nævn|kreds' },
    { key: 'meetingName', match: 'møde(?:navn|titel|t)?|arrangement|mødetype' },
    { key: 'project', match: 'projekt(?:navn)?|forening(?:en)?|afdeling' },
    {
      key: 'chair',
      match:
        '(?:møde|ord|sal)?(?:leder|styrer)|mødeleder begge dage|dirigent|facilitator|facilitatorer|faciliteret af|konferencier|ordstyrere|faciliteret af .{3,50}|formandskab|mødeledelse|ordstyrer og facilitator|\\p{L}+s formand|formand for \\p{L}+|leder af mødet|referent og ordstyrer|ordstyrer og referent|møde(?:ts)? ?formand|mødet ledes af|mødet blev ledet af',
    },
    { key: 'minuteTaker', match: 'referent(?:er)?|ref|referat ved|skrevet af|sekretær|protokolfører|referatskriver|referat(?:et)? (?:v/|ved|af)' },
    {
      key: 'present',
      match:
        '(?:de )?(?:til ?stede|tilstede)(?:værende)?(?: var| er)?|(?:følgende )?(?:(?:tilstede|nær)værende|fremmødte|deltagende|mødte|mødende|indkaldte|inviterede) \\p{L}{4,30}(?: (?:af|fra|i|for) .{2,40})?|(?!ikke)\\p{L}{4,30} (?:til ?stede|tilstede)|(?:møde)?deltagere? (?:fra|for|i|ved|på) .{2,40}|mødt (?:var|er|fra .{2,30})|tilstede(?:værelse)?(?: fra .{2,30})?|til ?stede (?:fra|for|i|ved|på) .{2,40}|mødedeltagelse|møde?deltagere?(?:liste)?|deltagere?|deltagende|deltog|deltager|fremmødte?|mødt(?:e)?|fremmøde|nærværende|deltagerliste|inviterede|indkaldte|hvem|mødedeltagende|bestyrelsen var repræsenteret ved|til stede fra bestyrelsen|følgende var til stede|(?:på|ved|i) \\p{L}*mødet deltog|deltog i mødet|(?:på|i|ved) .{4,40} deltog|fra .{2,40} (?:deltog|deltager|mødte)|(?:endvidere|desuden|tillige|herudover|derudover) (?:deltog|deltager|deltagende|til ?stede)|øvrige deltagere',
    },
    { key: 'members', match: '(?:\\p{L}+s )?medlemmer(?:ne)?(?: af \\p{L}+)?|bestyrelsen består af' },
    {
      key: 'group',
      match:
        'foræld(?:re|rer)valgte(?: medlemmer)?|forældrerepræsentanter|medarbejdervalgte|medarbejderrepræsentanter|medarbejdere|elev(?:råd(?:et)?|repræsentanter)|ledelse(?:n)?|ledelsesrepræsentanter|suppleant(?:er)?|stedfortrædere?|fra (?:ledelsen|bestyrelsen|forvaltningen|administrationen|sekretariatet|kommunen)|[ab]-siden|ledersiden|medarbejdersiden|arbejdsmiljøgruppen|formand|næstformand|kasserer|øvrige|administration(?:en)?|forvaltning(?:en)?|sekretariat(?:et)?|bestyrelse(?:n)?|bestyrelsesmedlemmer|tilforordnede?|observatører|politikere|embedsmænd|online|på teams|virtuelt|fysisk|via teams|menigt medlem|menige medlemmer|lærere|pædagoger|beboere|lærerrepræsentanter|deltagende suppleanter|repræsentanter(?:ne)? for \\p{L}+|beboerrepræsentanter|ansatte',
    },
    {
      key: 'absent',
      match:
        '(?:møde)?afbud(?: fra| til)?(?: er)?(?: modtaget)?(?: fra)?|frav(?:æ|ae)rende?(?: med afbud)?|fravær|ikke til ?stede|ikke tilstede|forhindre(?:de|t)|meldt afbud|med afbud|følgende havde meldt afbud|ikke mødt|(?:fraværende|forhindrede|ikke (?:fremmødte|mødte|tilstedeværende)) \\p{L}{4,30}(?: (?:af|fra|i) .{2,40})?|orlov|(?:ikke|ej) (?:fremmødte?|mødte?|deltagende)|(?:deltog|deltager) ikke(?: i mødet)?|kan ikke deltage|kunne ikke deltage|frameldt(?:e)?|frafald|meldt fra|afbud/fravær|fravær/afbud|havde meldt afbud',
    },
    { key: 'noShow', match: 'udeblevet|udeblevne|udeblev|fraværende uden afbud|uden afbud|udeblivelse|udeblevet uden afbud|ikke mødt uden afbud' },
    { key: 'remarks', match: 'bemærkning(?:er)?|note(?:r)?|noter til fremmøde' },
    {
      key: 'guests',
      match: 'gæst(?:er)?|observers/ ?gæster|inviterede? gæst(?:er)?|eksterne(?: deltagere)?|under pkt\\.? ?\\d+|mødt for forvaltningen',
    },
    { key: 'mailTo', match: 'til|cc|bcc|kopi til|mailes til|sendes til|fordeling|modtagere?|kopi' },
    { key: 'mailFrom', match: 'fra|afsender|fra mail' },
    {
      key: 'mailSent',
      match:
        'sendt|modtaget|udsendt|print(?:et)?|trykt|udskrevet|oprettet|referatdato|rev\\.? ?dato|senest ændret|sidst opdateret|godkendt(?: den)?|publiceret|udarbejdet(?: den)?',
    },
    { key: 'subject', match: 'emne(?!ord)|sv|vs|vedr(?:ørende)?|angående' },
    { key: 'mailFiles', match: 'vedhæftede? fil(?:er)?|vedhæftninger|vedhæftet' },
    {
      key: 'ignored',
      match:
        'møde ?nr|mødenr|nr|nummer|sagstitel|sags ?nr|sagsnummer|j\\.? ?nr|journalnr|pm|init(?:ialer)?|status|sagsbehandler|kontaktperson|telefon|tlf|mail|e-mail|web|møde-id|adgangskode|dok\\.? ?nr|sagsid|brevid|emn|punktnummer|husk|nb|obs|tegnforklaring|forplejning|skoleåret|version|bemærk',
    },
    { key: 'information', match: 'information|orientering om mødet|praktisk information' },
    { key: 'caseRoute', match: 'sagsgang|sagens gang|behandlingsforløb|beslutningsgang|politisk behandling|sagsgang og sagstype' },
    {
      key: 'presenter',
      match:
        'ved|oplæg(?:sholder)?(?: ved| v/)?|oplægsholdere?|indleder|indledning ved|fremlægges (?:af|ved)|fremlægger|ansvarlig for punktet|punktansvarlig|punktejer|præsenteres af|forelægges af|v/|tovholder|fremlæggelse ved|præsentation ved',
    },
    {
      key: 'attending',
      match:
        'deltager i punktet|deltagere i punktet|deltager under punktet|deltager på punktet|gæst under punktet|inviteret til punktet|ansvarlig(?:e)?|deadline',
    },
    { key: 'duration', match: 'varighed|tidsforbrug|afsat tid|estimeret tid|tidsramme' },
    { key: 'type', match: 'type|punkttype|sagstype|karakter|punktets karakter|kategori|form|behandling(?:sform)?' },
    { key: 'itemNumber', match: 'punkt(?: nr)?|pkt' },
    { key: 'itemTitle', match: 'titel|overskrift|punkt ?titel|dagsordenspunkt' },
    { key: 'openness', match: 'åbent?(?: punkt| sag)?|lukket?(?: punkt| sag)?|offentlighed|status for offentlighed|åben/lukket|åbent/lukket' },
    { key: 'purpose', match: 'formål(?:et)?(?: med (?:punktet|sagen|drøftelsen|mødet))?|mål(?: med punktet)?|hensigt' },
    { key: 'background', match: 'baggrund|baggrund og formål|begrundelse|motivation|problemstilling|kontekst' },
    {
      key: 'case',
      match:
        'sagsfremstilling|sagsbeskrivelse|beskrivelse(?: af (?:sagen|alternativ indstilling))?|alternativ indstilling|sagen|redegørelse|forvaltningens vurdering|vurdering|præsentation|indhold',
    },
    { key: 'summary', match: 'resum[eé]|kort fortalt|sammenfatning|beslutningstema|anledning' },
    {
      key: 'recommendation',
      match:
        '(?:\\p{L}+s )?indstilling(?:en)?|indstilles|beslutningspunkter|forslag til beslutning|forvaltningen(?:s)? (?:indstiller|foreslår)|administrationen(?:s)? (?:indstiller|foreslår)|det indstilles(?:,? at)?|direktionen indstiller|indstilling og beslutning',
    },
    {
      key: 'decision',
      match:
        'beslutning(?:en|er)?|besluttet|konklusion(?:en|er)?|afgørelse|vedtagelse|vedtaget|udfald|udvalgets beslutning|rådets beslutning|bestyrelsens beslutning|mødets beslutning|protokol|protokollat|beslutningsreferat',
    },
    { key: 'minutes', match: 'referat(?:et)?|drøftelse|debat|bemærkninger til punktet|noter|kommentarer|opsamling|mødereferat' },
    { key: 'finance', match: 'økonomi|økonomiske (?:konsekvenser|forhold)|økonomi og finansiering|personalemæssige konsekvenser|bevilling' },
    { key: 'legal', match: 'lovgrundlag|retsgrundlag|jura|kompetence|sagen afgøres (?:af|i)|sagen afgøres|hjemmel|lovhjemmel' },
    {
      key: 'consultation',
      match:
        'høring|høringssvar|kommunikation|borgerinddragelse|inddragelse|miljø(?:vurdering|mæssige konsekvenser)?|konsekvenser|klima(?:konsekvenser)?',
    },
    { key: 'process', match: 'proces(?:sen)?|den videre proces|videre proces|procesplan|opgave|sammenhæng til.{0,60}|nøgleord|afrunding' },
    { key: 'preparation', match: 'forberedelse|hjemmeopgave|hjemmearbejde|læs hjemmefra' },
    {
      key: 'followUp',
      match: 'opfølgning|aktion(?:er)?|handling(?:er)?|to ?do|næste skridt|action(?:s)?|opgaver|aktionspunkter|beslutnings og action logs|aftaler',
    },
    { key: 'history', match: 'sagsforløb|punktet behandlet tidligere|tidligere behandling|historik|tidligere beslutninger' },
    {
      key: 'attachments',
      match:
        'bilag(?:soversigt|sliste|\\(?e?\\)?)?|vedlagt(?:e bilag)?|vedlagt referat|bilag til (?:punktet|sagen|dagsordenen)|materiale|vedlæg|link til bilag|vedhæftede? bilag',
    },
    {
      key: 'agenda',
      match:
        '(?:forslag til )?dagsorden(?:en)?(?: er)?(?: (?:for|til|i henhold til) .{1,60})?|program|punkter|dagsordenspunkter|mødets dagsorden|foreløbig dagsorden',
    },
    { key: 'nextMeeting', match: 'næste (?:ordinære )?møde(?:r)?(?: er| bliver| afholdes)?|kommende møder|mødeplan|kommende punkter' },
    {
      key: 'closing',
      match:
        'underskrift(?:er|sside|sark)?|underskrevet|godkendt af|således vedtaget|referatet (?:er )?godkend(?:t|es).{0,40}|mødet hævet|referatet underskrives',
    },
    {
      key: 'practical',
      match:
        'praktisk(?:e)?(?: oplysninger| info(?:rmation)?| information)?|praktik|tilmelding|oplysninger|transport|parkering|overnatning|forplejning',
    },
  ],
  headings: {
    documentTypes:
      'notat|referat|beslutningsreferat|program(?:me)?|dagsorden|udkast|kladde|indkaldelse|mødereferat|beslutningsprotokol|protokol|proforma|mødeprogram|endeligt program|tillægsdagsorden|foreløbig(?:t)? (?:program|dagsorden)|udkast til (?:program|dagsorden|referat)|åben dagsorden|lukket dagsorden|invitation|mødeindkaldelse|til (?:beboerne|medlemmerne)|åbent referat|referat - åben|dagsorden - åben',
    draft: 'udkast|foreløbigt?|kladde|draft',
    minutes: '\\p{L}*referat(?:et)?|beslutningsprotokol|protokol',
    programme: '\\p{L}*program(?:met)?|invitation|programme',
    agenda: '\\p{L}*dagsorden(?:en)?|indkaldelse|mødeindkaldelse',
    caseForm: 'punkter til behandling|sagsfremstilling|åben sag|lukket sag',
    meeting:
      '\\p{L}*møde(?:t)?(?!\\p{L})|\\p{L}*seminar(?:et)?|\\p{L}*generalforsamling(?:en)?|\\p{L}*konference(?:n)?|\\p{L}*temadag(?:en)?|\\p{L}*referat(?:et)? (?:af|fra|for)|indkaldelse til|dagsorden (?:for|til)|program for|\\p{L}*workshop|\\p{L}*kursus|\\p{L}*døgn|\\p{L}*træf|\\p{L}*forsamling|\\p{L}*dage?\\s+20\\d\\d|\\p{L}+sreferat|\\p{L}*høring(?:en)?|\\p{L}*udflugt|\\p{L}*camp|\\p{L}*topmøde',
    event: '\\p{L}*seminar|\\p{L}*konference|\\p{L}*temadag|\\p{L}*workshop|\\p{L}*kursus|\\p{L}*camp|\\p{L}*træf|\\p{L}*døgn',
    bodies:
      '\\p{L}*udvalg(?:et)?|\\p{L}*bestyrelse(?:n)?|\\p{L}*råd(?:et)?|\\p{L}*direktion(?:en)?|\\p{L}*forening(?:en)?\\p{L}*|\\p{L}*ledelse(?:n)?|\\p{L}*kreds(?:en)?|\\p{L}*gruppe(?:n)?|\\p{L}*nævn(?:et)?|\\p{L}*kommission(?:en)?|\\p{L}*forum|\\p{L}*komit[eé](?:en)?|\\p{L}*laug(?:et)?|\\p{L}*klub(?:ben)?|\\p{L}*magistrat(?:en)?|kommunalbestyrelsen|byrådet|regionsrådet|menighedsråd(?:et)?|\\p{L}*selskab(?:et)?|\\p{L}*chefgruppe(?:n)?|\\p{L}*team(?:et)?|h-?med|lmu|hmu|msu|fsu|\\p{L}+-?MED(?:-udvalg(?:et)?)?|\\p{L}*parlament(?:et)?|\\p{L}*fonden?|\\p{L}*lav(?:et)?|\\p{L}*boligforening(?:en)?|afdeling(?:en)?sbestyrelse(?:n)?|[aegh]/[bfs] \\p{Lu}.*',
    letterhead:
      '\\p{L}+ kommune|kommune|region \\p{L}+|sekretariat(?:et)?(?: og .*)?|byrådssekretariatet|\\p{L}*sekretariatet|\\p{L}*forvaltning(?:en)?|borgmesterens afdeling|\\p{L}*afdeling(?:en)?|udsendt .*|tilbage til .*|forside|.*programme in english.*|hent som pdf|side \\d+.*|j\\.? ?nr\\.? .*|sagsnr.*|dato:? .*|sendt .*|bilag .*|www\\..*|\\d+',
    ofBody:
      '(?:referat|dagsorden|program|indkaldelse|protokol|udskrift|beslutningsprotokol|mødereferat)(?:en|et)?\\s+(?:af|for|til|fra|over)\\s+(?:(?:det )?(?:(?:\\d{1,3}\\.\\s+)?(?:ordinær[et]*|ekstraordinær[et]*|konstituerende)|\\d{1,3}\\.)\\s+)?\\p{L}*(?:møde|generalforsamling|forsamling)(?:t|n|en)?(?:\\s+nr\\.?\\s*\\d+)?\\s+(?:i|for|af|med|hos)\\s+|(?:referat|dagsorden|program)\\s+(?:for|af|til|fra)\\s+|\\p{L}*(?:møde|generalforsamling)(?:t|n|en)?\\s+(?:i|for|af|hos)\\s+',
    meetingTail: '\\s*[-–,:]?\\s*(?:projekt(?:gruppe)?|styregruppe|bestyrelses|udvalgs)?møde(?:\\s+nr\\.?\\s*\\d+)?\\s*$',
    bodyOfCompound: [
      ['(\\p{L}*(?:bestyrelse|direktion|ledelse))s', '$1n'],
      ['(\\p{L}*(?:udvalg|råd|nævn))s', '$1et'],
      ['(\\p{L}*gruppe)', '$1n'],
      ['(\\p{Lu}{2,5})-', '$1'],
      ['(\\p{L}*kommission|\\p{L}*komit[eé])s?', '$1en'],
    ],
    commonBodies: 'bestyrelse(?:n)?|udvalget|rådet|nævnet|gruppen|kredsen|foreningen|klubben|ledelse(?:n)?',
    acts: 'besluttede|godkendte|godkender|drøftede|vedtog|tiltrådte|tog|tager|indstiller|indstillede|behandlede|orienteres|skal (?:godkende|drøfte|orienteres|tage)',
    announces: 'indkaldes|indkalder|inviteres|inviterer|indbydes|indbyder|minder om|mindes om|afholdes|afholder|holdes|holder|afvikles|finder sted',
    held: 'afholdes|holdes|foregår|finder sted|afvikles|blev afholdt|afholdt|holdt|blev holdt',
    pointTitles:
      '(?:godkendelse|underskrift|gennemgang|oplæsning) af .*|(?:referat|protokol)(?:et)? fra (?:sidste|forrige|seneste|sidst).*|valg af .*|evt|eventuelt|konstituering.*|meddelelser.*|siden sidst|næste møde.*|bordet rundt|fraværende.*|indkomne forslag',
    invites: 'inviterer (?:dig |jer |alle |hermed )?til|indbyder (?:dig |jer |alle |hermed )?til|byder (?:dig |jer )?velkommen til',
    meetingWord: 'møde|mødet|generalforsamling',
    invitation: 'invitation til|indbydelse til|velkommen til',
    block: '(?:blok|session|tema|del|modul|akt)\\s*(?:\\d+|[a-h]|i{1,3}|iv|v)\\b|(?:formiddag|eftermiddag|aften)$',
    day: '(?:program )?dag\\s*(\\d)\\b|(?:første|anden|tredje|1\\.|2\\.|3\\.) dag\\b|(\\d)\\. dag',
    practical: 'praktisk|praktiske oplysninger|oplysninger|tilmelding',
    notTheMeeting:
      'næste|husk|udsendt|sendt|senest|godkendt|referatet fra|kommende|frist|deadline|tilmelding|printet|udskrevet|underskrevet|født|fra den|opdateret|referatdato|indkaldte|aflyst',
    moved:
      '(?:er|bliver|blev|må|har|vi|desværre) (?:\\p{L}+ )?(?:flyttet|rykket|udskudt|flytte|rykke|udsat)|flyttes|rykkes|udskydes|ses i stedet|mødes i stedet|ny(?:t)? (?:dato|tidspunkt|mødedato|mødetid)',
    begins: 'går i gang|begynder|starter|start|åbner|fra kl',
    ends: 'slutter|slut(?:tede|ter)?|afsluttes|afsluttedes|afsluttet|hævet|hævedes|hævede|ophævet|ender|takkede for god ro og orden|takkede af|lukkede|til kl',
    placeWords:
      'lokale|sal(?:en)?|rådhus(?:et)?|hotel(?:let)?|mødelokale|skole(?:n)?|vær\\.|værelse|udvalgsværelse|kantine(?:n)?|kulturhus(?:et)?|bibliotek(?:et)?|\\p{L}*center(?:et)?|\\p{L}*centret|café(?:en)?|teams|zoom|online|hal|\\p{L}*hallen|byrådssal(?:en)?|forsamlingshus(?:et)?|kro(?:en)?|klubhus(?:et)?|fælleshus(?:et)?|beboerhus(?:et)?|aula(?:en)?|\\p{L}*værelse(?:t)?|\\p{L}*lokale(?:t)?|\\p{L}+sal(?:en)?|\\p{L}*kontor(?:et)?|\\p{L}*bygning(?:en)?|\\p{L}*kælder(?:en)?|sognegård(?:en)?|\\p{L}*kirke(?:n)?|bådehus(?:et)?|virtuelt|video(?:møde|konference)?|\\p{L}+gade|\\p{L}+vej|allé|plads|torvet|etage|\\d\\. sal|personalerum(?:met)?|mødecenter|konference(?:center|rum)|\\p{L}*hus(?:et)?|\\p{L}*rum(?:met)?|\\p{L}*stue(?:n)?|\\p{L}*gård(?:en)?|vartov|christiansborg|\\d{4} \\p{Lu}\\p{L}+',
    placeLead: 'i|på|hos|ved|sted',
    placeIn: 'i',
    placeOn: 'på',
    usually: 'normalt|sædvanligvis|som regel|som udgangspunkt|medmindre|med mindre|hver|altid',
    signOff: 'venlig hilsen|med venlig hilsen|mvh|hilsen|bedste hilsner|de bedste hilsner|kh|vh|på bestyrelsens vegne|p\\.b\\.v\\.?|på vegne af',
    appendix:
      '(?:formandens|bestyrelsens|formands|års|kassererens)\\s?-?\\s?(?:beretning|rapport|beretningen)(?: (?:for )?(?:20|19)\\d\\d.*)?|\\p{L}*beretning (?:for )?(?:20|19)\\d\\d.*|årsberetning.*',
    document: 'referat|dagsorden|program|beslutningsreferat|mødereferat|protokol|beslutningsprotokol|indkaldelse|mødeindkaldelse',
    documentOf: 'for|af|til|fra',
    assembly: 'generalforsamling|bestyrelsesmøde',
    ordinary: 'ordinær[et]?|ekstraordinær[et]?|konstituerende',
    compoundEnds: 'møde|referat|dagsorden',
    bodyEndings: 'direktionen|irektionen|udvalget|rådet|bestyrelsen|ledelsen|kredsen',
    notBody: 'sendes',
    reminder: 'næste|husk|kommende',
    titleTail: 'af|afholdt|der|som|afholdes|holdt|uge|kl\\.?|klokken|den|d\\.|fra|på|d',
    placeKept: 'hos',
    placeSpoken: 'i|på|hos',
    meetingInPlace: 'videokonference|konference(?:center|rum|lokale)|møde|mødelokale',
    notCase: 'dagsorden|referat',
    meetingEnds: '(?:mødet|seminaret|programmet)\\s+(?:afsluttes|slutter|ender)',
    decisionHeading:
      '(?:\\p{L}+s\\s+)?behandling\\s+(?:i|på|den|af)\\s+[^.:]{0,90}?\\d.{0,40}?:?\\s*|(?:\\p{L}+s\\s+)?beslutning(?:en|er)?(?:\\s+(?:i|fra|truffet|af|for|på|ved)\\s+[^.:]{2,90}?|\\s+(?!om\\b|vedr)[\\p{L} &-]{2,60}?(?=,?\\s+(?:(?:den|d\\.)\\s*)?\\d))?,?\\s*(?:(?:den|d\\.|dato:?|møde(?:t)?|(?=\\d))\\s*.{0,40})?:?\\s*',
    decisionBy: '\\b(?:i|fra|af)\\s+\\p{Lu}|^\\p{L}+s\\s+beslutning\\s*:?$',
    decidedBy:
      '(?=\\p{Lu})[^.:\\d]{2,70}?,?\\s*(?:(?:den|d\\.)\\s*)?\\d{1,2}[^:,]{4,30},?\\s*(?:pkt|punkt|sag)\\.?\\s*(?:nr\\.?\\s*)?\\d{1,4}\\s*:?|(?=\\p{Lu})[^.:\\d]{2,60}s\\s+\\p{L}*møde\\s+(?:den|d\\.)\\s*\\d{1,2}[^:,]{4,30}:',
    decisionOf: 'beslutning(?:er)?\\s+(?:i|fra|af)',
    recommendationHeading: '[\\p{L}]+(?:s|ens|ets)\\s+indstilling(?:en)?:?',
    recommendingText: '(?:indstilling|beslutningsforslag|forslag)\\s+fra',
    closing:
      'næste (?:ordinære )?(?:møde|bestyrelsesmøde|generalforsamling)|\\p{L}*(?:mødet|forsamlingen|seminaret|konferencen) (?:sluttede|slut|hævet|hævedes|afsluttedes|afsluttet|er slut|er hævet|blev (?:hævet|afsluttet|sluttet)|ophævedes) ?(?!\\p{L}*\\s*med at)|dirigenten takkede|ref\\.?:? |referent:? |underskrift|der tages forbehold|praktisk|spørgsmål (?:om|til) .* rettes|referatet (?:er )?godkendt|det står forkortelserne|konferencen er (?:støttet|planlagt)|tilmelding|afbud (?:til|meldes|bedes)|vel mødt|kommende (?:punkter|møder)|der er .* (?:fra|kl)|hvis du ikke allerede|godkendt (?:den|d\\.)|således',
  },
  kinds: {
    earlierMinutes: '(?:godkendelse af|sidste|forrige|seneste) referat',
    agendaAsPoint: '(?:godkendelse|vedtagelse|fastlæggelse|fastsættelse|gennemgang) af |(?:bemærkninger|ændringer|tilføjelser|kommentarer) til ',
    minuteTaker: 'referent|ref\\.',
    minutesBy: 'referat (?:ved|skrives|føres)',
    present: 'til ?stede|tilstede|mødte?|fremmødte?|deltog|tilstedeværende',
    absent: 'fraværende',
    ended: 'mødet (?:sluttede|hævet|afsluttet|slut)|referatet? (?:er )?godkendt|dirigenten takkede|således passeret',
    past: 'blev|godkendt|vedtaget|drøftede|orienterede|berettede|fremlagde|taget til efterretning|udsat|gennemgik|oplyste|fortalte',
    agenda: 'dagsorden',
    notDraft: 'godkend|bilag|sendt',
    ofDraft: '(?:til\\s+)?(?:program|dagsorden|referat)',
  },
  item: {
    breaks:
      '\\p{L}*pause|frokost(?:en)?(?:-?\\s?buffet|pause)?|\\p{L}*frokost|\\p{L}*(?<!for|efter)middag(?:en|smad)?|aftensmad|morgenmad|kaffe(?:n)?|eftermiddagskaffe|formiddagskaffe|sandwich|forfriskning(?:er)?|(?:fælles)?spisning|buffet|kaffe/te|kage|te og|bodega|brunch|drinks',
    notBreaks: 'ankomst|registrering|indtjekning|check-?in|velkomst|indskrivning|ordning|politik|kantine',
    fixed: '(?:\\(?fast (?:pkt|punkt)\\.?\\)?)',
    fixedMark: '\\*',
    closed: '\\(?\\s*(?:lukket(?: punkt| sag| dagsordenspunkt)?|fortroligt?|ikke[- ]offentligt?|lukket dør)\\s*\\)?',
    open: '\\(?\\s*åb[en]+t?(?: punkt| sag)?\\s*\\)?',
    types: [
      {
        type: 'information',
        prefix: 'o|(?:\\p{L}+ )?orientering|til orientering|orienteringspunkt|orienteringssag',
        label: 'til orientering|orient(?:\\.|ering(?:spunkt|ssag)?)?|information|o',
        leading: 'orientering(?:er(?!\\s))?',
        letter: 'O',
        group: '(?:punkter til )?orientering(?:spunkter|ssager)?|til orientering',
      },
      {
        type: 'discussion',
        prefix: 'd|(?:\\p{L}+ )?drøftelse|til drøftelse|drøftelsespunkt|drøftelsessag|debat|diskussion',
        label: 'til drøftelse|drøftelse(?:spunkt|ssag)?|til debat|debat|temadrøftelse|d',
        leading: '\\p{L}*drøftelser?|\\p{L}*debat|\\p{L}*diskussion|\\p{L}*dialog',
        letter: 'D',
        group: '(?:punkter til )?drøftelse(?:spunkter|ssager)?|til drøftelse|punkter til debat',
      },
      {
        type: 'decision',
        prefix: 'b|beslutning|til beslutning|beslutningspunkt|beslutningssag|til godkendelse',
        label: 'til beslutning|beslutning(?:spunkt|ssag)?|til (?:afgørelse|godkendelse|vedtagelse)|b',
        leading: '(?!)',
        letter: 'B',
        group: '(?:punkter til )?beslutning(?:spunkter|ssager)?|til beslutning',
      },
    ],
    typeBeneath: '^(?:til (?:orientering|drøftelse|debat|beslutning|godkendelse|afgørelse|information)|\\p{L}+(?:punkt|ssag|sag))$',
    groupFixed: 'faste punkter|standardpunkter|faste dagsordenspunkter',
    groupClosed:
      'lukke(?:de|t) (?:punkt(?:er)?|sag(?:er)?|del|dagsorden|møde(?:del)?|dagsordenspunkter)|lukkede?|(?:(?:punkter|sager|behandling|behandles|møde|dagsorden) )?for lukkede døre|lukkede døre|ikke-?offentlige? (?:punkter|sager|del)|fortrolige (?:punkter|sager)',
    groupOpen:
      'åb(?:ne|ent?) (?:punkt(?:er)?|sag(?:er)?|del|dagsorden|møde(?:del)?|dagsordenspunkter)|åbne|(?:(?:punkter|sager|behandling|behandles|møde|dagsorden) )?for åbne døre|åbne døre|offentlige? (?:punkter|sager|del)',
    groupOther: '(?:øvrige|andre|nye|særlige|tema|aktuelle) ?(?:punkter|sager)|punkter til behandling|temapunkter',
    speakerLabels:
      'panel(?:deltagere|et)?|i panelet|deltagere i panelet|medvirkende|debattører|talere?|oplægsholdere?|indledere?|undervisere?|på scenen|i debatten',
    presenterMarks: 'v\\.?\\s?/|v\\.|\\bv:|oplægsholdere?:|indleder:|fremlægges af|præsenteres af',
    presenterWord: 'ved|af|med',
    talkWords:
      '(?:kort |mundtligt? )?(?:\\p{L}*oplæg|indlæg|præsentation|orientering|gennemgang|fremlæggelse|indledning|introduktion|status|foredrag)',
    speaks:
      'fortæller|præsenterer|holder|giver|orienterer|gennemgår|fremlægger|viser|taler|indleder|deler|sætter|byder|introducerer|underviser|stiller|går|tager|gør',
    choiceOf: 'valg|valgt|genvalg|nyvalg|udpegning|udpeget|kandidater?|vælges|består af|mellem|besøg (?:af|fra)|mindeord|tillykke',
    titleLabels: 'emne|titel|overskrift|punkt',
    talkFrom: 'oplæg fra|indlæg fra|nyt fra (?=\\p{Lu}{2})|besøg af|oplæg af|indlæg ved|præsentation fra',
    roles:
      '(?:\\p{L}+[-–]\\s?(?:og|,)\\s)*(?:(?:tidligere|fhv\\.?|konstitueret|vice|ny|kst\\.|daværende|adm\\.|administrerende|faglig|teknisk|daglig|ledende|ekstern|de to|den nye|vores)\\s+)*\\p{L}*(?:direktør(?:en)?|chef(?:en)?|leder(?:en)?|konsulent(?:en)?|borgmester(?:en)?|formand(?:en)?|formænd|formandskab|konsulenter|professor|lektor|journalist|forfatter|forsker|rådmand|koordinator|medarbejder|sekretær|kasserer(?:en)?|inspektør|lærer|pædagog|læge|advokat|arkitekt|ingeniør|økonom|jurist|demograf|historiker|præst|provst|minister|ordfører|medlem|repræsentant|revisor|specialist|rektor|forstander|rådgiver|psykolog|sygeplejerske|terapeut|planlægger|analytiker|partner|ejer|iværksætter|kommunaldirektør|souschef|fuldmægtig|tillidsmand|tillidsrepræsentant|fysioterapeut|visitator|vært|facilitator|mødeleder|projektmager|forskningsleder|manager|advisor|stifter|kok|tovholder|biolog|geolog|kunstner|filosof|vejleder|elev|bestyrer|vicevært|næstformand|politiker|assistent|ph\\.?d\\.?)',
    groups:
      'direktionen|formandskabet|bestyrelsen|forvaltningen|administrationen|ledelsen|arrangørerne|workshopledere(?:ne)?|sekretariatet|udvalget|formanden|kassereren|borgmesteren|rådmanden|direktøren|skolelederen|elevrådet|alle|arbejdsgruppen|styregruppen|projektgruppen|oplægsholderne|deltagerne|skoleledelsen|formand|kasserer|mødelederen|facilitatorerne|medarbejderne|sekretæren|næstformanden|fælles|revisoren|revisor|aktivitetsudvalget|personalet',
    organisations:
      '\\p{Lu}[\\p{L}&]*\\s+(?:kommune|universitet|region|skole|bank|forbund|fond|forening|netværk|institut)|\\p{Lu}{2,6}\\d*(?:-\\p{L}+)?|\\p{L}*(?:netværket|foreningen|forbundet|instituttet|ministeriet|styrelsen|rådet|udvalget|nævnet|fællesskabet|centret|centeret|gruppen|kommune|universitet|akademi|højskole|a/s|aps)',
    purposeSentence: 'formålet (?:med \\p{L}+ )?er\\b|formålet er,? at|punktets formål er',
    recommends:
      '(?:indstilles|indstiller)(?:\\s+[^.:]{0,80}?)?,?\\s+at\\b|(?:indstilles|indstiller)[^.]{0,80}[:,]\\s*$|\\bindstiller\\b[^.]{0,80}\\b(?:gen|ny)?valg(?:t|es)?\\b',
    caseNumbers:
      'emn[-–]?\\d{4}-\\d+|sagsnr\\.?.*|sags ?(?:nr|id)\\.?:?.*|sag ?(?:nr|id)\\.?:?(?!\\s*\\d{1,3}(?:[:.]|\\s|$)).*|dok\\.? ?nr\\.?:? ?\\d+.*|j\\.? ?nr\\..*|\\d{2}/\\d{3,6}|initialer:?.*|sagsbehandler:?.*|brevid:?.*|sagnr.*|sagsbeh\\.?.*|ks-?\\d+.*|\\d{2}\\.\\d{2}\\.\\d{2}-\\p{L}\\d{2}-.*',
    lastWithoutNumber: 'evt|eventuelt|div|diverse',
    anyOtherBusiness: 'evt\\.?|eventuelt|diverse',
    standing:
      'evt\\.?|eventuelt|(?:valg|godkendelse|fastsættelse|fastlæggelse|fremlæggelse|gennemgang|underskrivelse|opfølgning|konstituering) (?:af|på)|referat(?:et)?|dagsorden(?:en)?|meddelelser|orientering|nyt|økonomi|regnskab(?:et)?|budget(?:tet)?|siden sidst|bordet rundt|velkomst|næste møde|post(?:en)?|kalender(?:en)?|indkomne forslag|(?:\\p{L}+s )?beretning(?:en)?|konstituering|opfølgning',
    plainBreaks: '\\p{L}*pause|frokost|middag|kaffe',
    breakAdjectives: 'kort|lille|let|fælles|stor',
    aboutBreaks: 'politik|ordning|regler|udgifter|drøftelse',
    starMeans: 'fast|angiver|markerer|betyder',
    presenterMark: 'v/',
    byShort: 'v\\.?\\s?/|v\\.',
    purposeWord: 'formål',
    recommendsVerb: 'indstilles|indstiller',
    recommendStem: 'indstil',
    recommendLabel: '^det indstilles|indstiller|foreslår',
    groupSingle: 'punkt|sag',
    groupClosedAlone: 'lukkede?',
    groupOpenWords: 'punkter|sager|del|dagsorden|møde|døre',
    groupTypedWords: 'punkt|sager|^til ',
  },
  outcome: {
    says: '^(?:fremsendes|tilbagesendes|oversendes) til\\b|^tilbagesendes\\b|\\b(?:god|til)kendt(?:e|es)?\\b|\\bvedt(?:aget|og|ages)\\b|\\bbeslutte(?:t|de)\\b|\\b(?:var|er|er der|der var|der er|blev)\\b[^.]{0,30}\\benig(?:e|hed)\\b|^enighed\\b|\\benighed om\\b|\\b(?:blev )?enige om\\b|\\b(?:blev|er|bliver) aftalt\\b|\\baftalte(?:s)?\\b|\\baftalt(?:,? at)?\\b|\\b(?:gen|ny)?valgt(?:e)?\\b|\\bmodtog(?:er)? genvalg\\b|\\bmodtager genvalg\\b|\\bfastsat\\b|\\bforkaste(?:t|de|s)\\b|\\baccepter(?:es|et|ede)\\b|\\budsat\\b|\\budsættes\\b|\\budskydes\\b|\\budskudt\\b|\\budgik\\b|\\budgår\\b|\\btrækkes tilbage\\b|\\btrukket tilbage\\b|\\bkonstituere(?:de|t)\\b|\\bstemte?\\b[^.]{0,40}\\b(?:for|imod|mod)\\b|\\bstemt:|\\bstemmer\\b[^.]{0,30}\\b(?:for|imod|mod)\\b|\\b(?:taget|tages|tog)\\b[^.]{0,60}\\btil efterretning\\b|\\btiltråd(?:t|te)\\b|\\btiltræder\\b|\\bvalgte at\\b|\\bkvitterede for\\b|\\bblev valg\\b|\\bkontingentet (?:er|forbliver|fastholdes)\\b|\\bgodtaget\\b|\\bnedstemt\\b|\\bafvist\\b|\\bafslået\\b|\\bbifaldt?\\b',
    notSays:
      '\\bikke (?:besluttet|godkendt endnu|vedtaget)\\b|^næste møde\\b|\\bønsk(?:er|ede) ikke genvalg\\b$|\\bpå valg\\b|\\bskal (?:godkendes|besluttes|vedtages|vælges)\\b|\\bbeslutningen ligger\\b|\\b(?:har tidligere|havde(?: tidligere)?) (?:besluttet|godkendt|vedtaget)\\b|\\btidligere (?:besluttet|godkendt|vedtaget)\\b|\\bhvis\\b[^,]{0,60}\\bgodkend|\\bvilligt? til genvalg\\b|\\bafventer\\b|\\bnår\\b[^,]{0,40}\\b(?:godkendt|valgt)\\b|\\bsom (?:blev )?(?:besluttet|vedtaget|aftalt) (?:på|ved|sidst)|\\bgodkendt af (?:kommunen|byrådet|styrelsen|ministeriet|økonomiudvalget|banken)\\b|\\budvalgt(?:e)?\\b(?![^.]*\\bblev\\b)|\\bgenopstiller\\b(?![^.]*valgt)|\\bkan (?:godkendes|vedtages|vælges)\\b|\\bbliver (?:godkendt|vedtaget) (?:på|af)\\b|\\b(?:på|ved) (?:en |et |den |det )?(?:tidligere|forrige|seneste|sidste|sidste års) \\p{L}*(?:møde|forsamling)|\\b(?:der|som) har (?:valgt|besluttet|godkendt|vedtaget)\\b|^(?:\\p{L}+ )?\\p{L}*møde(?:t)? (?:er|blev|bliver) (?:fastsat|aftalt)\\b',
    atMeeting: '(?:på|ved)\\s+(?:\\p{L}+\\s+){0,3}\\p{L}*(?:møde|generalforsamling)(?:t|n|en|et)?\\s*,?\\s*(?:(?:den|d\\.|fra)\\s*)?$',
    nextMeeting: '(?:næste|kommende|fremtidige) (?:\\p{L}+ )?(?:\\p{L}*møder?|mødedatoer)',
    putsOff: 'udsat|udsættes|udsætte|udskydes|udskudt|udskyde|genoptages',
    inPassing: '\\b(?:taget|tages|tog)\\b[^.]{0,60}\\btil efterretning\\b|^efter \\p{L}+ (?:diskussion|snak|debat)|^(?:vi|alle) (?:var|blev) enige',
    chosenChair: [
      '({name})(?:,[^.]{0,60}| \\([^()]{1,60}\\)| (?:fra|i|på|hos|nr\\.?) [^,;:]{1,40}?)? (?:blev|er|var) (?:\\p{L}+t )?(?:valgt|udpeget|foreslået og valgt|udnævnt) (?:som|til) (?:mødets )?(?:dirigent|ordstyrer|mødeleder)',
      '({name})(?:,[^.]{0,60})? (?:blev|var|er) (?:dirigent|ordstyrer|mødeleder)(?![\\p{L}])',
      '({name})(?:,[^.]{0,60})? (?:valgtes|vælges|udpeges|udpegedes|påtog sig (?:hvervet|opgaven|rollen)|meldte sig|tilbød sig|fungerede|fungerer|stillede op) (?:enstemmigt )?(?:som|til) (?:dirigent|ordstyrer|mødeleder)',
      '(?:foreslog|foreslås|indstillede|pegede på|valgte|udpegede) ({name})(?:,[^.]{0,60}| \\([^()]{1,60}\\))? (?:som|til) (?:mødets )?(?:dirigent|ordstyrer|mødeleder)',
      '(?:mødet|generalforsamlingen|forsamlingen) (?:blev )?(?:ledet|ledes|styret|styredes) af ({name})',
      '(?:som|til) (?:dirigent|ordstyrer|mødeleder) (?:blev |valgtes |vælges |er )?(?:valgt(?:es)? )?(?:enstemmigt )?({name})',
      'valgt(?:es)? til (?:dirigent|ordstyrer|mødeleder) (?:blev )?({name})',
      '(?:dirigent|ordstyrer)(?::| blev| var) ({name})',
      'bestyrelsen (?:foreslog|indstillede) ({name})[^.]{0,40} som dirigent',
      'dirigent ({name})',
    ],
    dissent: 'kunne ikke tiltræde|tog forbehold|stemte imod|mindretal',
    electedChair: 'dirigent|ordstyrer|mødeleder',
    electionWords: 'blev|foreslog|som|valgt|til|og',
    proposes: 'foreslog|foreslår|foreslås|foreslået|indstillede|indstiller|pegede på|udpegede|valgte',
    chosenOffice: 'Formand|Kasserer|Næstformand|Bestyrelsesformand|Advokat',
  },
  people: {
    titles: 'hr\\.|fru|frk\\.|dr\\.|prof\\.|ing\\.|arkitekt',
    firstNames: danishFirstNames,
    substitute:
      '(?:(?:\\d\\.\\s*)?(?:personlig\\s+)?(?:stedfortræder|suppleant|stf\\.?|vikar|afløser)(?:en)?(?:\\s+(?:er|var|for|som))?|i stedet (?:mødte|deltog|møder|deltager|kom)|træder ind for|trådte ind for|dækker for|dækkede for|indkaldt for|mødte for|deltager for|deltog for|møder for|i stedet for|vikarierer for|erstatte(?:s|t) af|afløs(?:t|es) af|repræsenteret ved|repræsenteres af)',
    substituteDidNotCome: 'mødte ikke|kunne ikke|kom ikke|udeblev|ikke mødt|forhindret',
    late: 'kommer (?:først|senere)|kom (?:kl|først|senere)|forlod|forlader|går kl|gik kl|deltog ikke i|deltager (?:fra|til|først|kun|online)|deltog (?:fra|til|kun|online|under)|ankom|fra kl|til kl|til og med|fra og med|forsinket|ankommer|under (?:pkt|punkt)|inhabil|er først på|kun (?:fredag|torsdag|dag)',
    chairMark: 'formand|fmd\\.?|mødeleder|ordstyrer|dirigent|forkvinde|forperson|bestyrelsesformand|udvalgsformand',
    alsoSurnames: 'vej|allé|alle|gade|sal',
    notNames:
      'kommune|region|udvalg|afdeling|forvaltning|sekretariat|skole|universitet|råd|rådet|forening|kontor|team|gruppe|centret|center|it|ejd|hr|teams|online|kl|pkt|punkt|suppleant|referent|formand|kasserer|medlem|ingen|alle|samt|bestyrelsen|vej|allé|gade|nr|dag|mødet|møde|torsdag|mandag|tirsdag|onsdag|fredag|afbud|fravær|danmark|bilag|sal|lokale|tlf|side|generelt|økonomi|budget|regnskab|sted|tid',
    didNotShow: 'Udeblevet',
    absenceOf: 'afbud(?: er| var)?(?: modtaget)?(?: fra)?|fraværende',
    reportedAbsent:
      '(?:har|havde|er|var)?\\s*(?:allerede\\s+)?(?:meldt|sendt|givet)\\s+afbud|melder afbud|(?:er|var|blev) (?:forhindret|fraværende)|(?:var|er) ikke til ?stede|(?:måtte|måtte desværre) melde afbud|(?:deltager|deltog) ikke(?! i (?:behandling|drøftelse|punkt|sag|pkt|beslutning))|kan ikke (?:deltage|komme)|mødte ikke(?: op)?',
    stepsIn: 'træder ind for|dækker for|er stedfortræder for|er suppleant for|vikarierer for|møder i stedet for|deltager i stedet for|afløser',
    particles: 'de|von|van|af|el|al|den|le|la|du|da',
    meetingLeader: 'mødeleder|ordstyrer|dirigent|facilitator|konferencier|moderator',
    minuteTaker: 'referent',
    notChair: 'næst|vice|suppleant',
    offices:
      'formand|næstformand|kasserer|suppleant|referent|observatør|medarbejder\\p{L}*|forældre\\p{L}*|sekretær|\\p{L}*medlem|elev\\p{L}*|studerende|ansat|beboer\\p{L}*|\\p{L}*repræsentant|\\p{L}*valgt|\\p{L}*ansvarlig|tilforordnet|gæst|(?:\\p{L}*(?:lærer|pædagog|præst|leder|formand))(?:, \\p{L}+)?',
    because: 'pga\\.?|på grund af|grundet|som følge af|skyldes|af hensyn til',
    tookNoPart:
      'deltog ikke|deltager ikke|deltog kun|deltog ej|(?:var|er) (?:fraværende|ikke til ?stede|ikke tilstede|forhindret|inhabil|til ?stede|mødt|udeblevet)|erklærede sig inhabil|forlod|ankom|mødte (?:op|kl|ikke)|kom til|gik (?:kl|fra)',
    standInWord: 'stedfortræder|suppleant',
    presentVerbs: '(?:deltog|mødte|fremmødte|fremmødt|til ?stede|tilstede|mødt)(?:\\s+(?:i|på|ved)\\s+\\p{L}+)?(?:\\s+(?:var|er|deltog))?',
    attendedVerbs: 'deltog|deltager|mødte|møder|trådte|træder|kom|var|er',
    insteadOf: 'i stedet for|på vegne af|som (?:\\p{L}+ )?(?:stedfortræder|suppleant|stf\\.?|afløser|vikar) for|for',
    stepsUp: '(?:deltog|deltager|mødte|møder|kom|kommer|trådte ind|træder ind|er indkaldt|var indkaldt|blev indkaldt|indkaldes)(?:\\s+i stedet)?',
    replacedBy: '(?:(?:er|var|blev|bliver)\\s+)?(?:erstattet|erstattes|afløst|afløses|repræsenteret|repræsenteres|vikarieret)\\s+(?:af|ved)',
    besides: 'øvrige|andre|endvidere|desuden|tillige|herudover|derudover|fra',
    throughout: '(?:i |under |ved )?(?:hele )?mødet|hele dagen',
    shortenedNames: 'Chr|Fr|Frd|Joh|Jac|Kr|Th|Vald|Aug|Alb|Alfr|Nic|Sv|Ejn|Edv|Wm|St',
    who: 'der|som',
    partOfMeeting: '(?:dagsordenens )?(?:sag|sager|sagerne|punkt|punkter|punkterne|pkt\\.?)\\s*(?:nr\\.?\\s*)?\\d[\\d\\s.,og–-]*',
    reasons:
      '\\p{L}*(?:ferie|syg(?:dom|emeldt)?|barsel|orlov|arbejde|seminar|kursus|konference|rejse|tjeneste|begravelse|bisættelse|eksamen|uddannelse|undervisning|møde(?:r)?|forhindret|forfald|udlandet|afspadsering|vagt|andet|private?|afbud|forsinket|familie|operation|hospital|læge|kaldet væk).*',
    affiliation:
      '.*\\p{L}*(?:forbund|forening|råd|udvalg|kommune|region|styrelse|skole|universitet|institut|selskab|klub|fond|netværk|center|centrum|organisation|menighed|sogn|parti|fagforening|laug|akademi|museum|bibliotek|styrelsen)(?:et|en|erne|s|ns)?(?:\\s+.*)?|(?:dansk|danske|danmarks|foreningen|forbundet|landsforeningen)\\s.*',
    constituting: '\\p{L}*konstituer\\p{L}*|fordeling af (?:poster|opgaver)|valg (?:til|af) .*',
    exceptFor: 'bortset fra|med undtagelse af|undtagen|undtaget|på nær',
    allPresent: 'mødt|mødte|til ?stede|tilstede|deltog|fremmødt|samtlige|alle',
    definite: '\\p{L}{3,}(?:en|et|ne)',
    thereWereApologies: '(?:afbud|framelding(?:er)?)(?:\\s+(?:er|var|blev|havde))?(?:\\s+(?:modtaget|meldt|indløbet))?\\s+fra',
    relation: '(?:mor|far|mormor|farmor|morfar|farfar|bedstemor|bedstefar|forælder|værge|pårørende|søn|datter|kontaktperson) (?:til|for)\\b.*',
    standsIn:
      '(?:deltog|deltager|mødte|møder|var|er|kom)?\\s*(?:med|til stede)?\\s*(?:som\\s+)?(?:\\d\\.\\s*)?(?:personlig\\s+)?(?:stedfortræder|suppleant|stf\\.?|vikar|afløser|substitut)\\s+for|(?:deltog|deltager|mødte|møder|trådte|træder|kom)\\s+(?:ind\\s+)?(?:i stedet\\s+)?for|(?:deltog|deltager|mødte|møder)\\s+på vegne af',
    absentRemark: 'afbud|fraværende|ikke til stede|udeblevet',
    apologyRemark: 'afbud|fraværende|meldt afbud',
    absentLead: 'fra|ved',
    headCount: 'deltagere|personer|medlemmer|stemmeberettigede',
    ticked: 'x|ja|✓|✔|☒|\\+|til stede',
    attendedWords: 'deltog|deltager|mødte|møder|som|i stedet',
    standsFor: 'for|i stedet for',
    substituteLink: '(?:for\\s+)?(?:er\\s+)?',
  },
  attachments: {
    word: 'bilag',
    open: 'åben|åbent',
    closed: 'lukket|fortroligt?|ikke offentliggjort|ikke offentligt?',
    documentId: '(?:dok\\.?\\s?(?:nr\\.?|id)?|dokument(?:nr\\.?|nummer|id)?|d\\.?nr\\.?|doc\\.? ?id)\\s*:?\\s*(\\d[\\d/.-]*\\d)',
    caseMarks: '\\(\\s*(?:\\d+/\\d{2,4})?\\s*\\)|\\([hl]\\)|[(\\[](?:pdf|docx?|xlsx?|pptx?)?[, ]*(?:\\d+(?:[.,]\\d+)? ?[km]b)?[)\\]]',
    none: 'ingen|intet|nej|-|–|—',
    badge: 'pdf|docx?|xlsx?|pptx?',
    thing: 'bilag|dokument|punkt',
    closedState: 'lukket',
    overview: 'oversigt|liste',
  },
  noise: {
    footer: 'side\\s*\\d+(?:\\s*(?:af|/|\\|)\\s*\\d+)?|-\\s*\\d+\\s*-|s\\.\\s*\\d+|page \\d+(?: of \\d+)?|\\d+\\s*/\\s*\\d+',
    navigation:
      'transkript(?:ion)?|transcription|størrelse: ?px|starte visningen fra side.*|hent (?:som )?(?:pdf|dagsorden|referat|alle bilag|bilag).*|download (?:.{2,40}|["“”].*)|kopi[eé]r link(?: til .{2,20})?|(?:tilbage )?til (?:forsiden|oversigt(?:en)?|toppen|top|listen)|tilbage til .{3,25}|(?:gå|spring|hop) (?:direkte )?til (?:hoved)?indhold(?:et)?|log (?:ind|på|ud)|print(?: (?:siden|dagsorden|referat|punkt))?|del (?:på|via|siden|med) .*|luk|(?:luk|fold|åbn|vis|udvid|skjul) (?:alle|alt|punkt(?:et)?|dette punkt|bilag|mere|mindre|detaljer|menu)(?: (?:punkter|bilag|ind|ud|sammen|op|ned|referat|dagsorden))*|fold (?:ud|ind|sammen)|send annuller|tip en ven|udskriv(?: .{2,20})?|forsiden?|læs (?:mere|op|højt)|lyt(?: til .{2,30})?|vis mere|cookies?|cookiepolitik|privatlivspolitik|tilgængelighedserklæring|menu|søg(?: .{2,20})?|abonn[eé]r(?: .{2,40})?|rss|find (?:dagsorden|referat).*|forrige(?: (?:punkt|side|møde))?|næste (?:punkt|side)|sidekort|sitemap',
    imprint: 'tlf\\.?|telefon|cvr(?:-?nr)?\\.?|www\\.\\S+|\\S+@\\S+|ean(?:-?nr)?\\.?|udskrevet|sikker mail',
    home: 'forsiden?|hjem|start|du er her:?|home|gå til indhold',
    join: 'microsoft teams[- ]?(?:møde|meeting)|deltag (?:i mødet|på din computer).*|klik her for at deltage.*|møde-?id:.*|adgangskode:.*|download teams.*|eller ring op.*|telefonkonference-id.*|find et lokalt nummer.*|få mere at vide.*|join (?:the )?meeting.*|skal du bruge hjælp.*|\\+45 .*,,.*|meeting id:.*|passcode:.*|deltag nu|zoom-?møde.*',
    converter: 'docpart\\d+|\\{\\{.*\\}\\}|\\S*\\{\\{ ?site\\.time.*',
    contents: 'indholdsfortegnelse|indhold(?:soversigt)?',
    signature: '_{5,}.*|\\.{10,}',
    greeting: 'kære .*|hej .*|til (?:alle|medlemmerne).*|god læselyst.*',
  },
  table: [
    { key: 'time', match: 'tid(?:spunkt)?|kl\\.?|klokken|tidsplan|tidsrum|start|fra[- –]til|afsat tid|tid/varighed' },
    { key: 'number', match: 'nr\\.?|#|pkt\\.? ?nr\\.?|punkt ?nr\\.?|pkt\\.?|nummer' },
    {
      key: 'item',
      match:
        'punkt(?:er)?|emner?|dagsordenspunkt(?:er)?|dagsorden|tema|titel|indhold|program(?:punkt)?|overskrift|hvad|aktivitet|sag|mødepunkt|punkt/emne',
    },
    {
      key: 'presenter',
      match:
        'indleder|oplægsholdere?|ved|v/|ansvarlig(?:e)?|hvem|tovholder|fremlægger|oplæg|præsenteres af|fremlægges af|punktansvarlig|ordfører|deltagere? i punktet',
    },
    { key: 'attachments', match: 'bilag|materiale' },
    { key: 'minutes', match: 'min\\.?|minutter|varighed|tidsforbrug|tid \\(min\\.?\\)' },
    { key: 'type', match: 'type|karakter|formål|b/d/o|o/d/b|behandling' },
    { key: 'decision', match: 'beslutning(?:er)?|konklusion(?:er)?|indstilling/beslutning' },
    {
      key: 'text',
      match:
        'bemærkning(?:er)?|noter|beskrivelse|referat|kommentarer|aktion(?:er)?|opfølgning|uddyb(?:ende|ning|else)|proces|forberedelse|indhold/proces|sagsfremstilling|drøftelse',
    },
    { key: 'name', match: 'navn(?:e)?|deltager(?:e)?|medlem(?:mer)?|person' },
    { key: 'present', match: 'til ?stede|mødt|fremmøde|deltog|deltagelse' },
    { key: 'initials', match: 'init(?:ialer)?\\.?' },
  ],
};
