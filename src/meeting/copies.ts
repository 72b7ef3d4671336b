import { isClosed, type AgendaItem } from './agenda.ts';
import type { ChannelFile } from './channelFiles.ts';
import type { ItemId } from './ids.ts';
import type { CalendarEvent, Edition, MeetingStatus, Person, Publication } from './meeting.ts';
import { openBlock } from './openness.ts';
import { COPY_PLACES, type CopyPlace, type CopyRemedy } from './words.ts';

export type { CopyPlace, CopyRemedy } from './words.ts';

/** What is known of a meeting when one of its items is about to be closed, or opened again. */
export interface CopySources {
  /** The agenda before. */
  readonly items: readonly AgendaItem[];
  readonly status: Pick<MeetingStatus, 'agenda'>;
  /** My own copy of the event; null where I have none. */
  readonly event: CalendarEvent | null;
  /** The body of that copy, as HTML; null where it could not be read. */
  readonly invitation: string | null;
  readonly minutes: Edition | null;
  readonly publications: readonly Publication[];
  /** The newest message to the channel about this agenda that is there, or may be; left out where there is none. */
  readonly notice?: Publication | null;
  /** The minutes as files among those of the channel; left out where there are none. */
  readonly channelFiles?: readonly ChannelFile[];
  /** What lies in somebody's own To Do, by the item it follows from; left out where there is nothing. */
  readonly tasks?: readonly { readonly itemId: ItemId; readonly owner: Person }[];
  /** The items that were passed on openly to another body's backlog (caseRoute.ts), and its name. */
  readonly passedOn?: readonly { readonly itemId: ItemId; readonly body: string }[];
  /** The items that guests have an invitation of their own to (guests.ts). */
  readonly guestsOf?: readonly ItemId[];
}

/** One place where words of the item stand, as closing or opening it finds it. */
export interface Copy {
  readonly place: CopyPlace;
  readonly remedy: CopyRemedy;
  /** Whose mailboxes hold it; empty where that is not known, or it is no matter of mailboxes. */
  readonly people: readonly Person[];
  /** Titles of what is meant, where the place holds several things. */
  readonly titles: readonly string[];
  /** Where a person can see to it; null where there is no address. */
  readonly reference: string | null;
}

type Found = Partial<Pick<Copy, 'people' | 'titles' | 'reference'>> | null;

interface Place {
  /** Null: opening concerns nothing there. */
  readonly closing: CopyRemedy;
  readonly opening: CopyRemedy | null;
  /** Does it hold anything of these items? Null where it does not. */
  find(sources: CopySources, family: readonly AgendaItem[]): Found;
}

/**
 * Every place where an item's words can stand, and what closing the item and opening it again do there. Both go through this table and no other:
 * a place that is not named here is one where a closed item leaks.
 *
 * - `row`, `children`, `heading`, `versions`: storage moves them (storage/patch.ts, settleOpenRows.ts). The rows are deleted and made anew, since
 *   Graph deletes no version of a list item.
 * - `recycleBin`: what is deleted on a site lies there for 93 days, where its owners see it; Graph does not empty it.
 * - `invitation`: each participant has a copy of the event, and the mail that brought it. An update changes the copy, not the mail.
 * - `guests`: a guest's own invitation tells the item's title; it is updated below the agenda (guests.ts).
 * - `channel`: a message can be changed or deleted by whoever sent it, in Teams; the app may only post.
 * - `notice`: the message that the agenda is out, by the same rule.
 * - `channelFiles`: what was put there through Dagsorden is taken away at a press (commands/exports/channelFiles.ts); it lies in the recycle bin then.
 * - `documents`: a paper that was only linked lies where it lies, with the permissions of that place. What was put in through Dagsorden is moved along
 *   (commands/papers/settlePapers.ts).
 * - `nextBody`: a proposal that waits with the next body follows where whoever closes has access there (commands/caseRoute/passOn.ts); what that body has
 *   on an agenda is its own.
 * - `toDo`: a task lies in its owner's own To Do, where nobody else reaches it.
 * - `otherDevices`: what was shown there is kept there until the meeting is opened the next time, or the person signs out.
 */
export const COPIES = {
  row: { closing: 'follows', opening: 'follows', find: () => ({}) },
  children: { closing: 'follows', opening: 'offered', find: (_, [, ...under]) => (under.length === 0 ? null : { titles: titlesOf(under) }) },
  heading: { closing: 'follows', opening: 'follows', find: headingOver },
  versions: { closing: 'follows', opening: null, find: () => ({}) },
  invitation: { closing: 'offered', opening: 'offered', find: inInvitation },
  subject: { closing: 'told', opening: null, find: ({ event }, family) => (event && mentions(event.subject, family) ? {} : null) },
  guests: { closing: 'told', opening: null, find: ({ guestsOf = [] }, family) => (family.some(({ id }) => guestsOf.includes(id)) ? {} : null) },
  minutes: { closing: 'offered', opening: 'told', find: inMinutes },
  channel: { closing: 'offered', opening: null, find: inChannel },
  notice: { closing: 'offered', opening: null, find: ({ notice = null }) => (notice === null ? null : { reference: notice.reference }) },
  channelFiles: { closing: 'offered', opening: null, find: amongFiles },
  documents: { closing: 'told', opening: null, find: (_, family) => withTitles(family.flatMap(papersOf)) },
  nextBody: { closing: 'told', opening: null, find: withNextBody },
  toDo: { closing: 'told', opening: null, find: inToDo },
  otherDevices: { closing: 'told', opening: null, find: ({ status }) => (status.agenda === 'draft' ? null : {}) },
  recycleBin: { closing: 'told', opening: null, find: () => ({}) },
} as const satisfies Readonly<Record<CopyPlace, Place>>;

/** The copies that closing an item meets, in the order of the table. */
export function copiesBeforeClosing(sources: CopySources, itemId: ItemId): Copy[] {
  return copiesOf(sources, familyOf(sources.items, itemId, 'open'), 'closing');
}

/** The copies that opening a closed item again meets. */
export function copiesBeforeOpening(sources: CopySources, itemId: ItemId): Copy[] {
  return copiesOf(sources, familyOf(sources.items, itemId, 'closed'), 'opening');
}

/** The copies a person has to hear of: all but those that follow by themselves. */
export const copiesToTell = (copies: readonly Copy[]): readonly Copy[] => copies.filter(({ remedy }) => remedy !== 'follows');

/** The item and, in printed order, what stands under it, as far as it is as open as `openness` says. */
export function familyOf(items: readonly AgendaItem[], itemId: ItemId, openness: AgendaItem['openness']): AgendaItem[] {
  const family = new Set<ItemId>([itemId]);
  // A parent that stands after what is under it takes another round.
  for (let size = 0; size !== family.size;) {
    size = family.size;
    for (const item of items) if (item.parentId !== null && family.has(item.parentId)) family.add(item.id);
  }
  const members = items.filter((item) => family.has(item.id) && isClosed(items, item) === (openness === 'closed'));
  return [...members.filter(({ id }) => id === itemId), ...members.filter(({ id }) => id !== itemId)];
}

function copiesOf(sources: CopySources, family: readonly AgendaItem[], way: 'closing' | 'opening'): Copy[] {
  if (family.length === 0) return [];
  return COPY_PLACES.flatMap((place) => {
    const rule: Place = COPIES[place];
    const remedy = rule[way];
    const found = remedy === null ? null : rule.find(sources, family);
    return remedy === null || found === null ? [] : [{ place, remedy, people: [], titles: [], reference: null, ...found }];
  });
}

/** The heading follows where no open item is left under it. */
function headingOver({ items }: CopySources, family: readonly AgendaItem[]): Found {
  const rest = items.filter((item) => !family.includes(item));
  return family.some(({ block }) => block !== null && openBlock(rest, block) === null) ? {} : null;
}

function inInvitation({ status, event, invitation }: CopySources, family: readonly AgendaItem[]): Found {
  const wasSent = status.agenda !== 'draft' || (event?.agendaInInvitation ?? false);
  if (!wasSent) return null;
  // Opening looks for a neutral line that is to be replaced, which any agenda in the invitation has.
  const wasOpen = family.every((item) => item.openness === 'open');
  if (wasOpen && invitation !== null && !mentions(asText(invitation), family)) return null;
  const everybody = event === null ? [] : [...(event.organizer === null ? [] : [event.organizer]), ...event.invitees];
  const people = new Map(everybody.map(({ id, name, email }) => [(email ?? name).toLowerCase(), { id, name, email }]));
  return { people: [...people.values()] };
}

/** Lines of published minutes that are not as the item will be. */
function inMinutes({ minutes }: CopySources, family: readonly AgendaItem[]): Found {
  const ids = new Set(family.map(({ id }) => id));
  const wasOpen = family.every((item) => item.openness === 'open');
  const lines = minutes?.lines.filter((line) => ids.has(line.itemId) && (line.openness === 'open') === wasOpen) ?? [];
  return lines.length === 0 ? null : {};
}

function inChannel(sources: CopySources, family: readonly AgendaItem[]): Found {
  const sent = sources.publications.findLast(({ target, state }) => target === 'channel' && (state === 'done' || state === 'uncertain'));
  return sent === undefined || inMinutes(sources, family) === null ? null : { reference: sent.reference };
}

/** Which items a file told when it was made is not known: it may be any that was open then. */
function amongFiles({ channelFiles = [] }: CopySources): Found {
  if (channelFiles.length === 0) return null;
  return { titles: channelFiles.flatMap(({ name }) => name ?? []), reference: channelFiles.find(({ url }) => url !== null)?.url ?? null };
}

function withNextBody({ passedOn = [] }: CopySources, family: readonly AgendaItem[]): Found {
  return withTitles([...new Set(passedOn.filter(({ itemId }) => family.some(({ id }) => id === itemId)).map(({ body }) => body))]);
}

function inToDo({ tasks = [] }: CopySources, family: readonly AgendaItem[]): Found {
  const owners = tasks.filter(({ itemId }) => family.some(({ id }) => id === itemId)).map(({ owner }) => owner);
  const people = owners.filter((owner, place) => owners.findIndex(({ id, name }) => id === owner.id && name === owner.name) === place);
  return people.length === 0 ? null : { people };
}

const titlesOf = (items: readonly AgendaItem[]): string[] => items.map(({ number, title }) => [number, title].filter(Boolean).join(' '));
const papersOf = (item: AgendaItem): string[] =>
  item.attachments.filter(({ url, documentId, file }) => file === undefined && (url !== null || documentId !== null)).map(({ title }) => title);
const withTitles = (titles: readonly string[]): Found => (titles.length === 0 ? null : { titles });

/** Does the text hold the title of one of these items? Spaces and capitals make no difference. */
export function mentions(text: string, items: readonly Pick<AgendaItem, 'title'>[]): boolean {
  const plain = plainWords(text);
  return items.some(({ title }) => plainWords(title) !== '' && plain.includes(plainWords(title)));
}

const plainWords = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .toLowerCase();

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  aelig: 'æ',
  oslash: 'ø',
  aring: 'å',
};

/** The words of a body of HTML, near enough to look for a title in them. */
function asText(html: string): string {
  return html
    .replace(/<\/?(?:b|i|em|strong|span|a|font|u)\b[^<>]*>/gi, '')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]{2,8}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      const letter = name === undefined ? undefined : ENTITIES[name.toLowerCase()];
      if (letter === undefined) return whole;
      return name !== undefined && /^[A-Z]/.test(name) ? letter.toUpperCase() : letter;
    });
}
