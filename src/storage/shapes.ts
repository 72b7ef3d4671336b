import { Failure } from '../meeting/errors.ts';
import { CHOICES } from './choices.ts';
import type { ListName } from './lists.ts';
import { asInstant, type Fields } from './row.ts';

/**
 * The ladder of stored shapes. Every row carries the shape it was written in (column `Shape`, 1 where it is missing), and whoever reads it climbs rung by
 * rung to the one rows have now. Graph cannot change the type of a column, so a rung gives columns new names; "Gør stedet klar"
 * (bringUp.ts) writes the new ones and takes the old ones away, so that an app that only knows those is refused by Graph itself.
 *
 * The board's row counts for its whole site: whenever another list gets a rung or a column, the board's list gets a rung as well, if only an
 * empty one.
 */

/** An old column and the one that has come in its place. */
interface Renaming {
  readonly from: string;
  readonly to: string;
  /** The value as the new column keeps it, null for none; undefined where nothing can be made of what somebody wrote there. */
  readonly convert: (stored: unknown) => Fields[string] | undefined;
}

/** One step up: what it renames. */
type Rung = readonly Renaming[];

export const isEmpty = (stored: unknown): boolean => stored === undefined || stored === null || stored === '';
const text = (stored: unknown): string | null => (isEmpty(stored) ? null : String(stored));
const instant = (stored: unknown) => (isEmpty(stored) ? null : (asInstant(String(stored)) ?? undefined));
const yes = (stored: unknown): boolean => stored === 'ja';
/** A code as a choice; what is empty or unknown becomes what readers took it for. */
const word =
  (words: Readonly<Record<string, string>>, empty: string | null, unknown: string | null | undefined) =>
  (stored: unknown): string | null | undefined =>
    isEmpty(stored) ? empty : (words[String(stored)] ?? unknown);

const access = word(CHOICES.access, CHOICES.access.closed, CHOICES.access.closed);
const result = word(CHOICES.result, null, CHOICES.result.other);

/** From the first shape, where all was text, to columns of SharePoint's own kinds. */
const ownKinds = {
  // The team's id is the same text as before: under another name, so that an app of the first shape cannot read the board and open its meetings.
  DagsordenMoedeforum: [{ from: 'TeamId', to: 'TeamGuid', convert: text }],
  DagsordenMoeder: [
    { from: 'Start', to: 'StartsAt', convert: instant },
    { from: 'Finish', to: 'EndsAt', convert: instant },
    { from: 'OriginalStart', to: 'OccurrenceStart', convert: instant },
    { from: 'AgendaState', to: 'AgendaStatus', convert: word(CHOICES.agendaStatus, CHOICES.agendaStatus.draft, CHOICES.agendaStatus.draft) },
    { from: 'SentAt', to: 'SentOn', convert: instant },
    { from: 'MinutesState', to: 'MinutesStatus', convert: word(CHOICES.minutesStatus, CHOICES.minutesStatus.none, CHOICES.minutesStatus.none) },
  ],
  DagsordenPunkter: [
    { from: 'Kind', to: 'ItemKind', convert: word(CHOICES.itemKind, CHOICES.itemKind.item, CHOICES.itemKind.item) },
    { from: 'Openness', to: 'Access', convert: access },
    { from: 'ItemType', to: 'CaseType', convert: word(CHOICES.itemType, null, null) },
    { from: 'Standing', to: 'IsStanding', convert: yes },
  ],
  DagsordenAfbud: [
    { from: 'ReceivedAt', to: 'ReceivedOn', convert: instant },
    { from: 'WithdrawnAt', to: 'WithdrawnOn', convert: instant },
  ],
  DagsordenBehandling: [
    { from: 'Openness', to: 'Access', convert: access },
    { from: 'Outcome', to: 'Result', convert: result },
    { from: 'NotTreated', to: 'IsNotTreated', convert: yes },
  ],
  DagsordenReferat: [
    { from: 'Openness', to: 'Access', convert: access },
    { from: 'Outcome', to: 'Result', convert: result },
    { from: 'NotTreated', to: 'IsNotTreated', convert: yes },
    { from: 'PublishedAt', to: 'PublishedOn', convert: instant },
  ],
  DagsordenUdgivelse: [
    { from: 'Target', to: 'Destination', convert: word(CHOICES.destination, null, undefined) },
    {
      from: 'State',
      to: 'Status',
      convert: word(CHOICES.publicationStatus, CHOICES.publicationStatus.uncertain, CHOICES.publicationStatus.uncertain),
    },
    { from: 'At', to: 'HappenedOn', convert: instant },
  ],
} satisfies Partial<Record<ListName, Rung>>;

const LADDERS: Readonly<Partial<Record<ListName, readonly Rung[]>>> = {
  // The second rung stands for new columns of DagsordenReferat, the third for those of DagsordenMoeder and DagsordenAfbud that tell what the
  // calendar says; rows of before read as empty there. The fourth stands for the list DagsordenKreds, the fifth for the lists and columns of the
  // body's profile, the roll call and decisions as rows.
  DagsordenMoedeforum: [ownKinds.DagsordenMoedeforum, [], [], [], []],
  DagsordenMoeder: [ownKinds.DagsordenMoeder],
  DagsordenPunkter: [ownKinds.DagsordenPunkter],
  DagsordenAfbud: [ownKinds.DagsordenAfbud],
  DagsordenBehandling: [ownKinds.DagsordenBehandling],
  DagsordenReferat: [ownKinds.DagsordenReferat],
  DagsordenUdgivelse: [ownKinds.DagsordenUdgivelse],
};

/** The rungs of a list; one that has always been of one shape has none, and is not named above. */
export const ladderOf = (list: ListName): readonly Rung[] => LADDERS[list] ?? [];

/** The shape that rows of this list are written in now. */
export const shapeOf = (list: ListName): number => ladderOf(list).length + 1;

/** The shape a stored row is in. A number that no app will ever come to is no shape. */
export function storedShape(fields: Readonly<Record<string, unknown>>): number {
  const shape = Number(fields['Shape']);
  return Number.isInteger(shape) && shape >= 1 && shape < 1000 ? shape : 1;
}

/**
 * A stored row in the shape rows have now. What cannot be converted reads as empty.
 * @throws Failure AppOutdated for a row of a shape that came after this app
 */
export function climb(list: ListName, fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const shape = storedShape(fields);
  if (shape > shapeOf(list)) throw appOutdated(list, shape);
  return ladderOf(list)
    .slice(shape - 1)
    .reduce<Readonly<Record<string, unknown>>>((row, rung) => {
      const kept = Object.fromEntries(Object.entries(row).filter(([name]) => !rung.some(({ from }) => from === name)));
      return {
        ...kept,
        ...Object.fromEntries(
          rung.map(({ from, to, convert }) => [to, isEmpty(row[from]) && !isEmpty(row[to]) ? row[to] : (convert(row[from]) ?? null)]),
        ),
      };
    }, fields);
}

export function appOutdated(list: ListName, shape: number): Failure {
  return new Failure('AppOutdated', 'The lists of the site are of a later shape than this app knows', {
    detail: { list, shape: String(shape), known: String(shapeOf(list)) },
  });
}
