/**
 * The SharePoint lists of a board, as data. Internal names are ASCII and never change (SharePoint fixes them at creation);
 * display names are Danish, because the secretary meets the lists in SharePoint too.
 * Every list has RowId (unique: a row sent twice stays one row) and MeetingKey (indexed: the only filter ever asked),
 * except the board's own. Long text is plain multi-line text holding CommonMark: readable in a list view and in its versions.
 */
export type ListName =
  | 'DagsordenMoedeforum'
  | 'DagsordenMoeder'
  | 'DagsordenPunkter'
  | 'DagsordenAfbud'
  | 'DagsordenBehandling'
  | 'DagsordenReferat'
  | 'DagsordenUdgivelse';

export type ColumnKind = 'line' | 'text' | 'number';

export interface ColumnDefinition {
  readonly name: string;
  readonly displayName: string;
  readonly kind: ColumnKind;
  readonly indexed?: true;
  readonly unique?: true;
  /** How a text column goes together when two people changed it; line by line when left out. */
  readonly merge?: 'sections' | 'whole';
}

export interface ListDefinition {
  readonly name: ListName;
  readonly description: string;
  /** 'open': the board's site. 'closed': the closed circle's site. 'both': one in each. 'innermost': the closed site where there is one. */
  readonly place: 'open' | 'both' | 'innermost';
  readonly columns: readonly ColumnDefinition[];
}

const rowId: ColumnDefinition = { name: 'RowId', displayName: 'Række-id', kind: 'line', indexed: true, unique: true };
const meetingKey: ColumnDefinition = { name: 'MeetingKey', displayName: 'Mødenøgle', kind: 'line', indexed: true };
/** The version of the stored shape: readers climb from it one rung at a time. */
const shape: ColumnDefinition = { name: 'Shape', displayName: 'Format', kind: 'number' };
const line = (name: string, displayName: string): ColumnDefinition => ({ name, displayName, kind: 'line' });
const text = (name: string, displayName: string): ColumnDefinition => ({ name, displayName, kind: 'text' });
const number = (name: string, displayName: string): ColumnDefinition => ({ name, displayName, kind: 'number' });

export const LISTS: readonly ListDefinition[] = [
  {
    name: 'DagsordenMoedeforum',
    description: 'Mødeforummets indstillinger i Dagsorden',
    place: 'open',
    columns: [
      rowId,
      shape,
      line('TeamId', 'Team'),
      line('ChannelId', 'Kanal-id'),
      line('ChannelName', 'Kanal'),
      text('ClosedSiteId', 'Sted for lukkede punkter'),
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
      { ...line('Start', 'Begynder'), indexed: true },
      line('Finish', 'Slutter'),
      line('Date', 'Dato'),
      line('EndDate', 'Slutdato'),
      line('StartTime', 'Starttid'),
      line('EndTime', 'Sluttid'),
      text('Location', 'Sted'),
      line('Chair', 'Mødeleder'),
      text('ICalUId', 'iCalUId'),
      line('OriginalStart', 'Oprindelig start'),
      line('AgendaState', 'Dagsordenens tilstand'),
      line('SentAt', 'Udsendt'),
      line('MinutesState', 'Referatets tilstand'),
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
      line('Kind', 'Slags'),
      line('Number', 'Nummer'),
      text('FullTitle', 'Hele titlen'),
      line('NeutralTitle', 'Neutral titel'),
      line('Openness', 'Åbent eller lukket'),
      line('ItemType', 'Type'),
      line('Standing', 'Fast punkt'),
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
      line('ReceivedAt', 'Modtaget'),
      line('EnteredBy', 'Indtastet af'),
      line('WithdrawnAt', 'Trukket tilbage'),
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
      line('Openness', 'Åbent eller lukket'),
      line('Outcome', 'Udfald'),
      text('Decision', 'Beslutning'),
      text('PublicDecision', 'Beslutning til offentligheden'),
      line('NotTreated', 'Ikke behandlet'),
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
      line('Number', 'Nummer'),
      text('FullTitle', 'Hele titlen'),
      line('Openness', 'Åbent eller lukket'),
      text('Decision', 'Beslutning'),
      line('Outcome', 'Udfald'),
      line('NotTreated', 'Ikke behandlet'),
      line('PublishedAt', 'Udgivet'),
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
      line('Target', 'Sted'),
      number('Edition', 'Udgave'),
      line('State', 'Tilstand'),
      number('Attempts', 'Forsøg'),
      text('Error', 'Fejl'),
      text('Reference', 'Link'),
      line('At', 'Tidspunkt'),
    ],
  },
];

/** The definition of a list by its name. */
export function listNamed(name: ListName): ListDefinition {
  const found = LISTS.find((list) => list.name === name);
  if (!found) throw new TypeError(`No list is called ${name}`);
  return found;
}
