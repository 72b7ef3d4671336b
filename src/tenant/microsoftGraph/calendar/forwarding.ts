import type { Database } from '../../database/database.ts';
import { hasAddress, personByAddress } from '../directory/people.ts';
import { recipientsOf } from '../directory/recipients.ts';
import { never, type Attendee, type EmailAddress } from './event.ts';
import { copyIn, saveEvent, type Instance } from './eventStore.ts';
import { deliverTo, exceptionFrom, targetOf } from './meetings.ts';

export interface ForwardOptions {
  /** The organiser's mailbox is not told (fault `forwardUntold`): from a client or an organisation that sends no notification. */
  untold: boolean;
  /** The forwarded copy is called "FW: …" (fault `forwardRenamed`), as some clients call it. */
  renamed: boolean;
}

/**
 * An attendee passes an invitation on. Each new person gets a copy of the forwarder's event: the same iCalUId, an id of its
 * own, and a list of attendees on which that person does not stand. The organiser's copy gains them (graph event-forward), as
 * optional whatever they are (MS-OXOCAL 3.1.4.10.2.2); the other attendees hear of it with the next update only.
 * That a forwarded copy's own list lacks its owner is our reasoning.
 */
export function forwardMeeting(db: Database, instance: Instance, to: readonly EmailAddress[], options: ForwardOptions, now: number): void {
  const { iCalUId, body } = instance.event;
  const organiser = personByAddress(db, body.organizer.address);
  const original = organiser && copyIn(db, organiser.id, iCalUId);
  const event = instance.type === 'occurrence' ? exceptionFrom(instance, now) : instance.event;
  // What the forwarder has declined of a series is the forwarder's own affair.
  const cancelledSlots = event.kind === 'master' ? (original?.body.cancelledSlots ?? []) : [];
  const subject = options.renamed ? `FW: ${event.body.subject}` : event.body.subject;
  const sent = { ...event, body: { ...event.body, subject, cancelledSlots } };
  for (const { address } of to)
    for (const person of recipientsOf(db, address)) if (person.id !== event.mailbox && person.id !== organiser?.id) deliverTo(db, sent, person, now);
  if (original && !options.untold) tellOfForward(db, { original, slot: instance.slot }, to, now);
}

function tellOfForward(
  db: Database,
  { original, slot }: { original: Instance['event']; slot: number | undefined },
  to: readonly EmailAddress[],
  now: number,
): void {
  const target = targetOf(db, original, slot, now);
  if (!target) return;
  const added = to
    .filter(({ address }) => !target.body.attendees.some((one) => isSame(db, one, address)))
    .map((emailAddress): Attendee => ({ type: 'optional', status: { response: 'none', time: never }, emailAddress }));
  saveEvent(db, { ...target, body: { ...target.body, attendees: [...target.body.attendees, ...added], modifiedAt: now } });
}

function isSame(db: Database, { emailAddress }: Attendee, address: string): boolean {
  if (emailAddress.address.toLowerCase() === address.toLowerCase()) return true;
  const person = personByAddress(db, address);
  return person !== undefined && hasAddress(person, emailAddress.address);
}
