import { CHOICES, type ChoiceName } from './choices.ts';
import { FOLLOW_UP_STATUS } from './followUpChoices.ts';
import { PROPOSAL_STATUS } from './proposalChoices.ts';
import { PROFILE_CHOICES } from './profileChoices.ts';
import { ROUTE_STATUS } from './routeChoices.ts';

/**
 * The SharePoint lists of a board, as data. Internal names are ASCII and never change (SharePoint fixes them at creation);
 * display names are Danish, because the secretary meets the lists in SharePoint too.
 * Every list has RowId (unique: a row sent twice stays one row) and MeetingKey (indexed: the only filter ever asked),
 * except those of the board itself and the circle's. Long text is plain multi-line text holding CommonMark: readable in a list view and in its versions.
 */
export type ListName =
  | 'DagsordenMoedeforum'
  | 'DagsordenMedlemmer'
  | 'DagsordenRegler'
  | 'DagsordenMoeder'
  | 'DagsordenPunkter'
  | 'DagsordenAfbud'
  | 'DagsordenBehandling'
  | 'DagsordenReferat'
  | 'DagsordenUdgivelse'
  | 'DagsordenKreds'
  | 'DagsordenFremmoede'
  | 'DagsordenGodkendelse'
  | 'DagsordenPunktbank'
  | 'DagsordenAarshjul'
  | 'DagsordenSkriver'
  | 'DagsordenSagsgang'
  | 'DagsordenStedfortraedere'
  | 'DagsordenOpfoelgning'
  | 'DagsordenFravaersgrunde';

/** SharePoint's own kinds. `line` and `text` are text of one line and of many. */
export type ColumnKind = 'line' | 'text' | 'number' | 'boolean' | 'dateTime' | 'choice';

export interface ColumnDefinition {
  readonly name: string;
  readonly displayName: string;
  readonly kind: ColumnKind;
  readonly indexed?: true;
  readonly unique?: true;
  /** The words of a choice column. */
  readonly choices?: readonly string[];
  /** How a text column goes together when two people changed it; line by line when left out. */
  readonly merge?: 'sections' | 'whole';
}

export interface ListDefinition {
  readonly name: ListName;
  readonly description: string;
  /** 'open': the board's site. 'closed': the closed circle's site, where there is one. 'both': one in each. 'innermost': the closed site where there is one. */
  readonly place: 'open' | 'closed' | 'both' | 'innermost';
  readonly columns: readonly ColumnDefinition[];
}

const rowId: ColumnDefinition = { name: 'RowId', displayName: 'Række-id', kind: 'line', indexed: true, unique: true };
const meetingKey: ColumnDefinition = { name: 'MeetingKey', displayName: 'Mødenøgle', kind: 'line', indexed: true };
/** The shape the row is stored in: readers climb from it to the one rows have now, one rung at a time (shapes.ts). */
const shape: ColumnDefinition = { name: 'Shape', displayName: 'Format', kind: 'number' };
const line = (name: string, displayName: string): ColumnDefinition => ({ name, displayName, kind: 'line' });
const text = (name: string, displayName: string): ColumnDefinition => ({ name, displayName, kind: 'text' });
const number = (name: string, displayName: string): ColumnDefinition => ({ name, displayName, kind: 'number' });
const yesNo = (name: string, displayName: string): ColumnDefinition => ({ name, displayName, kind: 'boolean' });
/** An instant, kept in UTC; SharePoint shows it by the clock of the site. */
const instant = (name: string, displayName: string): ColumnDefinition => ({ name, displayName, kind: 'dateTime' });
const choice = (name: string, displayName: string, words: ChoiceName): ColumnDefinition => ({
  name,
  displayName,
  kind: 'choice',
  choices: Object.values(CHOICES[words]),
});
const ruleChoice = (name: string, displayName: string, words: keyof typeof PROFILE_CHOICES): ColumnDefinition => ({
  name,
  displayName,
  kind: 'choice',
  choices: Object.values(PROFILE_CHOICES[words]),
});

export const LISTS: readonly ListDefinition[] = [
  {
    name: 'DagsordenMoedeforum',
    description: 'Mødeforummets indstillinger i Dagsorden',
    place: 'open',
    columns: [
      rowId,
      shape,
      line('TeamGuid', 'Teamets id'),
      line('ChannelId', 'Kanal-id'),
      line('ChannelName', 'Kanal'),
      text('ClosedSiteId', 'Sted for lukkede punkter'),
    ],
  },
  {
    name: 'DagsordenMedlemmer',
    description: 'Mødeforummets medlemmer',
    place: 'open',
    columns: [
      rowId,
      shape,
      line('PersonId', 'Person-id'),
      line('PersonName', 'Navn'),
      line('PersonEmail', 'E-mail'),
      yesNo('IsChair', 'Formand'),
      yesNo('IsDeputy', 'Næstformand'),
      yesNo('IsSecretary', 'Sekretær'),
      yesNo('IsMember', 'Medlem'),
      yesNo('IsObserver', 'Observatør'),
      yesNo('Votes', 'Stemmeret'),
      line('Party', 'Parti'),
      line('SubstituteId', 'Stedfortræders person-id'),
      line('SubstituteName', 'Personlig stedfortræder'),
      line('SubstituteEmail', 'Stedfortræders e-mail'),
    ],
  },
  {
    name: 'DagsordenRegler',
    description: 'Mødeforummets regler',
    place: 'open',
    columns: [
      rowId,
      shape,
      ruleChoice('Quorum', 'Beslutningsdygtigt ved', 'quorum'),
      number('QuorumNumber', 'Antal stemmeberettigede'),
      yesNo('ChairRequired', 'Formanden skal være til stede'),
      { ...text('SectionForms', 'Afsnit i et punkt'), merge: 'whole' },
      line('NumberLevels', 'Nummerering'),
      line('NumberBetween', 'Tegn mellem numre'),
      yesNo('NumberAlone', 'Underpunkter har kun eget tegn'),
      line('NumberBehind', 'Tegn efter nummer'),
      yesNo('NumberBreaks', 'Pauser har nummer'),
      ruleChoice('NumberRestart', 'Begynder forfra', 'restart'),
      number('NumberFrom', 'Første nummer'),
      choice('Access', 'Nye punkter er', 'access'),
      yesNo('CastingVote', 'Formandens stemme afgør'),
      ruleChoice('Approval', 'Referatet godkendes', 'approval'),
      number('AgendaDays', 'Dagsorden ud, dage før'),
      number('PapersDays', 'Bilag klar, dage før'),
      number('ApologyDays', 'Afbud senest, dage før'),
      number('MinutesDays', 'Referat ud, dage efter'),
      ruleChoice('Substitutes', 'Stedfortrædere', 'substitutes'),
      ruleChoice('SubstituteWord', 'Kaldes', 'substituteWord'),
      ruleChoice('WrittenIn', 'Skriver på', 'language'),
      ruleChoice('BodyKind', 'Mødeforummet er', 'kind'),
      number('ProposalDays', 'Forslag senest, dage før'),
    ],
  },
  {
    name: 'DagsordenMoeder',
    description: 'Møder med dagsorden',
    place: 'open',
    columns: [
      rowId,
      meetingKey,
      shape,
      text('FullTitle', 'Hele titlen'),
      { ...instant('StartsAt', 'Mødet begynder'), indexed: true },
      instant('EndsAt', 'Mødet slutter'),
      line('Date', 'Dato'),
      line('EndDate', 'Slutdato'),
      line('StartTime', 'Starttid'),
      line('EndTime', 'Sluttid'),
      text('Location', 'Sted'),
      line('Chair', 'Mødeleder'),
      text('ICalUId', 'iCalUId'),
      instant('OccurrenceStart', 'Oprindeligt tidspunkt'),
      choice('AgendaStatus', 'Dagsorden', 'agendaStatus'),
      instant('SentOn', 'Udsendt den'),
      text('Supplement', 'Punkter i tillæg'),
      choice('MinutesStatus', 'Referat', 'minutesStatus'),
      choice('Standing', 'Mødet er', 'standing'),
      instant('MovedFrom', 'Flyttet fra'),
      instant('MovedSeen', 'Flytning set den'),
      yesNo('IsAllDay', 'Hele dagen'),
      text('EventTitle', 'Titel i kalenderen'),
      text('EventPlace', 'Sted i kalenderen'),
      line('EventZone', 'Tidszone i kalenderen'),
      text('Organizer', 'Indkaldt af'),
      text('Sending', 'Er ved at blive sendt'),
    ],
  },
  {
    name: 'DagsordenPunkter',
    description: 'Dagsordenspunkter',
    place: 'both',
    columns: [
      rowId,
      meetingKey,
      shape,
      line('ParentId', 'Hører under'),
      number('Position', 'Plads'),
      choice('ItemKind', 'Punkt eller pause', 'itemKind'),
      line('Number', 'Nummer'),
      text('FullTitle', 'Hele titlen'),
      line('NeutralTitle', 'Neutral titel'),
      choice('Access', 'Adgang', 'access'),
      choice('CaseType', 'Sagstype', 'itemType'),
      yesNo('IsStanding', 'Fast på dagsordenen'),
      number('DayNumber', 'Dag'),
      text('Block', 'Blok'),
      line('StartTime', 'Starttid'),
      line('EndTime', 'Sluttid'),
      number('Minutes', 'Minutter'),
      text('Presenters', 'Oplægsholdere'),
      { ...text('Sections', 'Sagstekst'), merge: 'sections' },
      { ...text('Papers', 'Bilag'), merge: 'whole' },
    ],
  },
  {
    name: 'DagsordenAfbud',
    description: 'Afbud til møder',
    place: 'open',
    columns: [
      rowId,
      meetingKey,
      shape,
      line('PersonId', 'Person-id'),
      line('PersonName', 'Navn'),
      line('PersonEmail', 'E-mail'),
      text('Items', 'Punkter'),
      line('Substitute', 'Stedfortræder'),
      instant('ReceivedOn', 'Modtaget den'),
      line('EnteredBy', 'Indtastet af'),
      instant('WithdrawnOn', 'Trukket tilbage den'),
      instant('GivenFor', 'Givet for mødet den'),
      number('ActMs', 'Millisekund'),
      line('Arrives', 'Kommer'),
      line('Leaves', 'Går'),
      choice('ReceivedBy', 'Modtaget på', 'receivedWay'),
    ],
  },
  {
    name: 'DagsordenBehandling',
    description: 'Behandling af punkter, kladde til referatet',
    place: 'innermost',
    columns: [
      rowId,
      meetingKey,
      shape,
      line('ItemId', 'Punkt'),
      number('DecisionNumber', 'Beslutning nr.'),
      choice('Access', 'Adgang', 'access'),
      choice('Result', 'Resultat', 'result'),
      text('Decision', 'Beslutning'),
      text('PublicDecision', 'Beslutning til offentligheden'),
      yesNo('IsNotTreated', 'Blev ikke behandlet'),
      instant('StartedOn', 'Påbegyndt'),
      instant('EndedOn', 'Afsluttet'),
      text('Notes', 'Noter'),
      text('Dissent', 'Mindretalsudtalelse'),
      { ...text('VoteResult', 'Afstemning'), merge: 'whole' },
    ],
  },
  {
    name: 'DagsordenReferat',
    description: 'Udgivne referater',
    place: 'both',
    columns: [
      rowId,
      meetingKey,
      shape,
      number('Edition', 'Udgave'),
      number('Position', 'Plads'),
      line('ItemId', 'Punkt'),
      line('ParentId', 'Hører under'),
      number('DayNumber', 'Dag'),
      text('Block', 'Blok'),
      line('Number', 'Nummer'),
      text('FullTitle', 'Hele titlen'),
      choice('Access', 'Adgang', 'access'),
      text('Recommendations', 'Indstilling'),
      text('Decision', 'Beslutning'),
      choice('Result', 'Resultat', 'result'),
      yesNo('IsNotTreated', 'Blev ikke behandlet'),
      { ...text('FurtherDecisions', 'Flere beslutninger'), merge: 'whole' },
      text('Dissent', 'Mindretalsudtalelse'),
      { ...text('VoteResult', 'Afstemning'), merge: 'whole' },
      instant('PublishedOn', 'Udgivet den'),
      { ...text('Head', 'Hoved og afbud'), merge: 'whole' },
      text('Recused', 'Deltog ikke (inhabil)'),
      { ...text('FollowUps', 'Opfølgning'), merge: 'whole' },
      { ...text('Seal', 'Segl'), merge: 'whole' },
    ],
  },
  {
    name: 'DagsordenUdgivelse',
    description: 'Udgivelseslog',
    place: 'open',
    columns: [
      rowId,
      meetingKey,
      shape,
      choice('Destination', 'Udgivet til', 'destination'),
      number('Edition', 'Udgave'),
      choice('Status', 'Status', 'publicationStatus'),
      number('Attempts', 'Forsøg'),
      text('Error', 'Fejl'),
      text('Reference', 'Link'),
      instant('HappenedOn', 'Sket den'),
    ],
  },
  {
    name: 'DagsordenKreds',
    description: 'Den lukkede kreds',
    place: 'closed',
    columns: [
      rowId,
      shape,
      text('BoardSiteId', 'Mødeforummets sted'),
      line('TeamGuid', 'Teamets id'),
      line('ChannelId', 'Kanal-id'),
      line('ChannelName', 'Kanal'),
    ],
  },
  {
    name: 'DagsordenFremmoede',
    description: 'Fremmøde, en linje for hvert notat',
    place: 'both',
    columns: [
      rowId,
      meetingKey,
      shape,
      line('PersonId', 'Person-id'),
      line('PersonName', 'Navn'),
      line('PersonEmail', 'E-mail'),
      choice('Noted', 'Noteret', 'presence'),
      line('ItemId', 'Punkt'),
      line('ClockTime', 'Klokken'),
      line('InsteadOf', 'I stedet for'),
      line('InsteadOfId', 'I stedet for, person-id'),
      line('InsteadOfEmail', 'I stedet for, e-mail'),
      yesNo('IsGuest', 'Gæst'),
      yesNo('IsOnTheDay', 'Afbud på mødedagen'),
      text('Undoes', 'Fortryder'),
      instant('NotedOn', 'Noteret den'),
      line('NotedBy', 'Noteret af'),
    ],
  },
  {
    name: 'DagsordenAarshjul',
    description: 'Årshjul: punkter, der vender tilbage hvert år',
    place: 'both',
    columns: [
      rowId,
      shape,
      text('FullTitle', 'Hele titlen'),
      text('CaseText', 'Sagstekst'),
      choice('Access', 'Adgang', 'access'),
      number('MonthNumber', 'Måned'),
      line('OwnerId', 'Ansvarliges person-id'),
      line('OwnerName', 'Ansvarlig'),
      line('OwnerEmail', 'Ansvarliges e-mail'),
    ],
  },
  {
    name: 'DagsordenGodkendelse',
    description: 'Gennemsyn og godkendelse af referater, en linje for hver handling',
    place: 'both',
    columns: [
      rowId,
      meetingKey,
      shape,
      ruleChoice('Act', 'Handling', 'approvalAct'),
      line('Fingerprint', 'Udkastets fingeraftryk'),
      line('ItemId', 'Punkt'),
      text('Words', 'Ord'),
      text('People', 'Spurgt'),
      instant('Deadline', 'Frist'),
    ],
  },
  {
    name: 'DagsordenPunktbank',
    description: 'Punktbank: forslag til dagsordener',
    place: 'both',
    columns: [
      rowId,
      shape,
      text('FullTitle', 'Hele titlen'),
      text('CaseText', 'Sagstekst'),
      choice('Access', 'Adgang', 'access'),
      line('PersonId', 'Person-id'),
      line('PersonName', 'Foreslået af'),
      line('PersonEmail', 'E-mail'),
      instant('ProposedOn', 'Foreslået den'),
      line('Deadline', 'Frist'),
      { name: 'Status', displayName: 'Status', kind: 'choice', choices: Object.values(PROPOSAL_STATUS) },
      line('TakenKey', 'Taget på mødet (nøgle)'),
      line('TakenItem', 'Taget som punkt'),
      text('TakenTitle', 'Taget på mødet'),
      line('TakenBy', 'Taget af'),
      instant('TakenOn', 'Taget den'),
      text('FromSite', 'Kommer fra sted'),
      line('FromKey', 'Kommer fra møde (nøgle)'),
      line('FromItem', 'Kommer fra punkt'),
      text('FromWords', 'Kommer fra'),
      line('NeutralTitle', 'Neutral titel'),
    ],
  },
  {
    name: 'DagsordenSagsgang',
    description: 'Sagsgang: hvor et punkt går videre til',
    place: 'both',
    columns: [
      rowId,
      meetingKey,
      shape,
      line('ItemId', 'Punkt'),
      choice('Access', 'Adgang', 'access'),
      text('NextSite', 'Næste forums sted'),
      line('NextName', 'Videre til'),
      line('WantedOn', 'Ønsket behandlet'),
      { name: 'Status', displayName: 'Status', kind: 'choice', choices: Object.values(ROUTE_STATUS) },
      instant('PassedOn', 'Sendt videre den'),
      line('Error', 'Fejl'),
    ],
  },
  {
    name: 'DagsordenSkriver',
    description: 'Hvem skriver i en dagsorden lige nu',
    place: 'open',
    columns: [rowId, meetingKey, shape, line('ItemId', 'Punkt'), instant('WritesUntil', 'Skriver til')],
  },
  {
    name: 'DagsordenStedfortraedere',
    description: 'Stedfortrædere, en linje for hver handling',
    place: 'open',
    columns: [
      rowId,
      meetingKey,
      shape,
      ruleChoice('Act', 'Handling', 'substituteState'),
      line('PersonId', 'Person-id'),
      line('PersonName', 'Stedfortræder'),
      line('PersonEmail', 'E-mail'),
      line('InsteadOf', 'I stedet for'),
      line('InsteadOfId', 'I stedet for, person-id'),
      line('InsteadOfEmail', 'I stedet for, e-mail'),
      number('ChainNumber', 'Nr. i rækken'),
      yesNo('WasInvited', 'Var inviteret i forvejen'),
    ],
  },
  {
    name: 'DagsordenOpfoelgning',
    description: 'Opfølgning: hvad der skal gøres efter møderne',
    place: 'both',
    columns: [
      rowId,
      meetingKey,
      shape,
      line('ItemId', 'Punkt'),
      number('DecisionNumber', 'Beslutning nr.'),
      choice('Access', 'Adgang', 'access'),
      text('Task', 'Hvad skal gøres'),
      { ...line('OwnerId', 'Ansvarliges person-id'), indexed: true },
      line('OwnerName', 'Ansvarlig'),
      line('OwnerEmail', 'Ansvarliges e-mail'),
      line('DueDay', 'Frist'),
      { name: 'Status', displayName: 'Status', kind: 'choice', choices: Object.values(FOLLOW_UP_STATUS), indexed: true },
      line('StatusBy', 'Status sat af'),
      instant('StatusOn', 'Status sat den'),
      line('WrittenBy', 'Skrevet af'),
      instant('WrittenOn', 'Skrevet den'),
      text('ItemTitle', 'Punktets titel'),
      text('MeetingTitle', 'Mødets titel'),
      { name: 'ToDoStatus', displayName: 'I To Do', kind: 'choice', choices: [FOLLOW_UP_STATUS.open, FOLLOW_UP_STATUS.done] },
      line('ToDoDay', 'Frist i To Do'),
      line('DecidedDay', 'Frist på mødet'),
    ],
  },
  {
    name: 'DagsordenFravaersgrunde',
    description: 'Grunde til fravær, til referatet er godkendt',
    place: 'closed',
    columns: [
      rowId,
      meetingKey,
      shape,
      line('PersonId', 'Person-id'),
      line('PersonName', 'Navn'),
      line('PersonEmail', 'E-mail'),
      ruleChoice('Reason', 'Grund', 'absenceReason'),
    ],
  },
];

/** The definition of a list by its name. */
export function listNamed(name: ListName): ListDefinition {
  const found = LISTS.find((list) => list.name === name);
  if (!found) throw new TypeError(`No list is called ${name}`);
  return found;
}
