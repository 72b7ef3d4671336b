import * as v from 'valibot';
import type {
  AgendaState,
  ItemKind,
  ItemType,
  MinutesState,
  Openness,
  OutcomeCode,
  PresenceNoteKind,
  PublicationState,
  PublicationTarget,
  ReceivedWay,
  Standing,
} from '../meeting/words.ts';
import { UNREADABLE } from './row.ts';

/**
 * What people read in choice columns, for each of our own words: in SharePoint a view is filtered by them, and a flow asks for them. They are stored, so
 * they are part of the shape of a row (shapes.ts): changing one needs a new rung.
 */
export const CHOICES = {
  access: { open: 'Åbent', closed: 'Lukket' } satisfies Record<Openness, string>,
  itemKind: { item: 'Punkt', break: 'Pause' } satisfies Record<ItemKind, string>,
  itemType: {
    decision: 'Beslutning',
    discussion: 'Drøftelse',
    information: 'Orientering',
    presentation: 'Oplæg',
    otherBusiness: 'Eventuelt',
  } satisfies Record<ItemType, string>,
  agendaStatus: { draft: 'Udkast', sent: 'Udsendt', revised: 'Revideret' } satisfies Record<AgendaState, string>,
  standing: { planned: 'Planlagt', moved: 'Flyttet', cancelled: 'Aflyst' } satisfies Record<Standing, string>,
  minutesStatus: { none: 'Ikke udgivet', published: 'Udgivet', withdrawn: 'Trukket tilbage' } satisfies Record<MinutesState, string>,
  result: {
    approved: 'Godkendt',
    rejected: 'Forkastet',
    discussed: 'Drøftet',
    noted: 'Taget til efterretning',
    endorsed: 'Tiltrådt',
    deferred: 'Udsat',
    returned: 'Tilbagesendt',
    dismissed: 'Afvist',
    withdrawn: 'Udgår',
    other: 'Andet',
  } satisfies Record<OutcomeCode, string>,
  receivedWay: { phone: 'Telefon', mail: 'Mail', spoken: 'Mundtligt', paper: 'Papir', calendar: 'Kalender' } satisfies Record<ReceivedWay, string>,
  destination: { lists: 'Lister', closedLists: 'Lister for lukkede punkter', channel: 'Kanal' } satisfies Record<PublicationTarget, string>,
  publicationStatus: { pending: 'I gang', done: 'Færdig', failed: 'Mislykket', uncertain: 'Usikker', withdrawn: 'Trukket tilbage' } satisfies Record<
    PublicationState,
    string
  >,
  presence: {
    unknown: 'Ikke noteret',
    present: 'Til stede',
    online: 'Online',
    apology: 'Afbud',
    absent: 'Udeblevet',
    arrived: 'Kom',
    left: 'Gik',
    recused: 'Inhabil',
    undone: 'Fortrudt',
  } satisfies Record<PresenceNoteKind, string>,
} as const;

export type ChoiceName = keyof typeof CHOICES;

/** The word of ours that a stored one stands for; null where it is none of them, or empty. */
export function codeOf<Code extends string>(words: Readonly<Record<Code, string>>, stored: unknown): Code | null {
  const found = Object.entries(words).find(([, word]) => word === stored);
  return found ? (found[0] as Code) : null;
}

/** Reads a choice column; a word that is none of ours cannot be read, and means `otherwise`; an empty column reads as `empty`. */
export function choice<Code extends string, const Other, const Empty = Other>(
  words: Readonly<Record<Code, string>>,
  otherwise: Other,
  empty: Empty | Other = otherwise,
) {
  const isEmpty = (stored: unknown): boolean => stored === null || stored === '';
  return v.pipe(
    v.nullish(v.unknown(), null),
    v.check((stored) => isEmpty(stored) || stored === UNREADABLE || codeOf(words, stored) !== null),
    v.transform((stored): Code | Other | Empty => (isEmpty(stored) ? empty : (codeOf(words, stored) ?? otherwise))),
  );
}
