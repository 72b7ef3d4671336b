import type { Graph } from '../graph/client.ts';
import { getEvent } from '../graph/events.ts';
import { patchEvent } from '../graph/eventWriting.ts';
import { Failure } from '../meeting/errors.ts';
import type { Person } from '../meeting/meeting.ts';
import { addressKey } from '../meeting/persons.ts';
import { inCalendarOf } from './calendar.ts';
import { TRIES } from './upsert.ts';

/** Who is to be put on an invitation and who is to be taken off it, decided on those who stand there. */
export type DecideInvitees = (invited: readonly Person[]) => Promise<{ readonly add: readonly Person[]; readonly remove: readonly Person[] }>;

/**
 * Changes who is invited to one event of mine, or of a calendar that is shared with me. Nothing but the attendees is written, so Exchange mails those who are added
 * or taken off and nobody else (event-update). The list is written whole and knows no versions: what was decided is read again after each write and
 * decided anew, until nothing is left to do, so that of two people who write at once the last one brings in what the other wrote.
 * @returns whether anybody was added or taken off
 * @throws Failure Conflict where others kept writing
 */
export function changeInvitees(graph: Graph, eventId: string, decide: DecideInvitees): Promise<boolean> {
  return inCalendarOf(eventId, 'Changing who is invited', async () => {
    for (let attempt = 0; attempt <= TRIES; attempt += 1) {
      const attendees = (await getEvent(graph, eventId)).attendees ?? [];
      const { add, remove } = await decide(
        attendees.map(({ emailAddress: { name, address } }) => ({ id: null, name: name ?? address ?? '', email: address ?? null })),
      );
      const off = new Set(remove.map(({ email }) => addressKey(email)));
      const left = attendees.filter(({ emailAddress }) => !off.has(addressKey(emailAddress.address)));
      if (add.length === 0 && left.length === attendees.length) return attempt > 0;
      await patchEvent(graph, eventId, {
        attendees: [
          ...left.map(({ type, emailAddress: { name, address } }) => ({
            type: type ?? 'required',
            emailAddress: { name: name ?? '', address: address ?? '' },
          })),
          ...add.flatMap(({ name, email }) => (email === null ? [] : [{ type: 'required', emailAddress: { name, address: email } }])),
        ],
      });
    }
    throw new Failure('Conflict', 'Others keep changing who is invited');
  });
}
