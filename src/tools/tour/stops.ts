import type { CleanUp } from './cleanUp.ts';
import { at, listAt, textAt, told, Unexpected, type Answer, type Ask } from './wire.ts';

export interface Traveller {
  readonly ask: Ask;
  readonly id: string;
  /** Sign-in name, which is what Exchange takes for an address too. */
  readonly address: string;
}

/** What the beliefs are tried on. Things are made when they are first asked for, and are gone when the tour is over. */
export interface Stops {
  readonly me: Traveller;
  /** Another person's mailbox; null where nobody else signed in. */
  readonly other: Traveller | null;
  readonly teamId: string;
  readonly siteId: string;
  /** What everything made is called, unlike anything of any other tour. */
  readonly name: string;
  /** "2027-06-14", so many days after the day of the tour, which lies half a year ahead. */
  day(after: number): string;
  /** Makes an event of mine; it is taken away with the rest. */
  newEvent(fields: Readonly<Record<string, unknown>>): Promise<Answer>;
  newList(columns: readonly object[]): Promise<Answer>;
  /** A meeting online from 10 to 11 Danish time, to which `other` is invited. */
  meeting(): Promise<Answer>;
  /** A meeting each day from 9 to 10 Danish time, twelve times, and its occurrences in order. */
  series(): Promise<{ readonly id: string; readonly occurrences: readonly unknown[] }>;
  /** A list with one column of each kind. */
  list(): Promise<string>;
  /** Remembers to take away what a belief made by itself. */
  readonly cleanUp: CleanUp;
  /** The longest pause, in seconds, between two looks for what mail brings. */
  readonly patience: number;
}

const zone = 'Romance Standard Time';
/** From `from` to `to` o'clock Danish time on a day ("2027-06-14", "10:00"). */
export const between = (day: string, from: string, to: string) => ({
  start: { dateTime: `${day}T${from}:00`, timeZone: zone },
  end: { dateTime: `${day}T${to}:00`, timeZone: zone },
});

/** One column of each kind that Dagsorden uses, and two that it does not. */
export const columnsOfEachKind: readonly object[] = [
  { name: 'Key', text: { maxLength: 255 }, indexed: true, enforceUniqueValues: true },
  { name: 'Group', text: { maxLength: 255 }, indexed: true },
  { name: 'Plain', text: { maxLength: 255 } },
  { name: 'Long', text: { allowMultipleLines: true, textType: 'plain' } },
  { name: 'Rich', text: { allowMultipleLines: true, textType: 'richText' } },
  { name: 'When', dateTime: { format: 'dateTime' } },
  { name: 'Day', dateTime: { format: 'dateOnly' } },
  { name: 'State', choice: { choices: ['Kladde', 'Udsendt'], allowTextEntry: false } },
  { name: 'Yes', boolean: {} },
  { name: 'Count', number: {} },
  { name: 'Link', hyperlinkOrPicture: { isPicture: false } },
];

interface StopsOptions extends Pick<Stops, 'me' | 'other' | 'teamId' | 'siteId' | 'name' | 'cleanUp'> {
  readonly today: Date;
  readonly patience?: number;
}

export function createStops({ me, other, teamId, siteId, name, cleanUp, today, patience = 64 }: StopsOptions): Stops {
  const day = (after: number) => new Date(today.getTime() + (180 + after) * 86_400_000).toISOString().slice(0, 10);
  const newEvent: Stops['newEvent'] = async (fields) => {
    const made = await me.ask('POST', '/me/events', { body: { subject: name, ...fields } });
    if (made.status === 201) cleanUp.owes('event', () => me.ask('DELETE', `/me/events/${textAt(made, 'id')}`));
    return made;
  };
  const newList: Stops['newList'] = async (columns) => {
    const displayName = `${name} ${(lists += 1)}`;
    const made = await me.ask('POST', `/sites/${siteId}/lists`, { body: { displayName, columns, list: { template: 'genericList' } } });
    if (made.status === 201) cleanUp.owes('list', () => me.ask('DELETE', `/sites/${siteId}/lists/${textAt(made, 'id')}`));
    return made;
  };
  let lists = 0;
  if (other) cleanUp.owes('copy in the other calendar', () => takeCopiesAway(other, name, day(-2), day(60)));
  const attendees = other ? [{ type: 'required', emailAddress: { address: other.address, name: other.address } }] : [];
  return {
    ...{ me, other, teamId, siteId, name, cleanUp, patience, day, newEvent, newList },
    meeting: once(async () =>
      required(
        await newEvent({
          ...between(day(0), '10:00', '11:00'),
          ...{ attendees, isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' },
          body: { contentType: 'html', content: '<p>Dagsorden</p>' },
        }),
      ),
    ),
    series: once(async () => {
      const range = { type: 'numbered', startDate: day(10), numberOfOccurrences: 12, recurrenceTimeZone: zone };
      const recurrence = { pattern: { type: 'daily', interval: 1 }, range };
      const id = textAt(required(await newEvent({ ...between(day(10), '09:00', '10:00'), recurrence })), 'id');
      const asked = `/me/events/${id}/instances?startDateTime=${day(9)}T00:00:00Z&endDateTime=${day(23)}T00:00:00Z&$top=50&$orderby=start/dateTime`;
      return { id, occurrences: listAt((await me.ask('GET', asked)).body, 'value') };
    }),
    list: once(async () => {
      const id = textAt(required(await newList([])), 'id');
      // One after another: columns made together with a list, or at once, have gone missing (gd#11966, pnp#2646).
      for (const column of columnsOfEachKind) required(await me.ask('POST', `/sites/${siteId}/lists/${id}/columns`, { body: column }));
      return id;
    }),
  };
}

/** A meeting that is called off stays in the calendars of those invited, under another title, until they take it away themselves. */
async function takeCopiesAway({ ask }: Traveller, name: string, from: string, to: string): Promise<Answer> {
  const found = await ask('GET', `/me/calendarView?startDateTime=${from}T00:00:00Z&endDateTime=${to}T00:00:00Z&$select=id,subject&$top=100`);
  const copies = listAt(found.body, 'value').filter((event) => String(at(event, 'subject')).includes(name));
  const answers = await Promise.all(copies.map((copy) => ask('DELETE', `/me/events/${String(at(copy, 'id'))}`)));
  return answers.find(({ status }) => status >= 300) ?? found;
}

/** Made once, when it is first asked for. */
function once<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | undefined;
  return () => (made ??= make());
}

/** What later steps stand on. Throws Unexpected. */
function required(answer: Answer): Answer {
  if (answer.status >= 300) throw new Unexpected(`what the step needs could not be made: ${told(answer)}`);
  return answer;
}

/** Adds a row with these fields to the list of each kind. */
export async function addRow({ me, siteId, list }: Stops, fields: Readonly<Record<string, unknown>>): Promise<Answer> {
  return me.ask('POST', `/sites/${siteId}/lists/${await list()}/items`, { body: { fields } });
}

/** The address of a row of the list of each kind. */
export async function rowPath({ siteId, list }: Stops, row: Answer): Promise<string> {
  return `/sites/${siteId}/lists/${await list()}/items/${String(at(row.body, 'id'))}`;
}
