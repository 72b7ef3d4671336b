import { HostFailure, type MeetingHint } from './host.ts';
import { officeCall } from './officeCall.ts';

export type Item = Office.AppointmentRead & Office.AppointmentCompose;

/** In compose, fields are objects with getAsync; in read, plain values. */
export function isCompose(item: Item): boolean {
  return typeof item.subject !== 'string';
}

/** The event that the pane stands beside, which gets an id when it is saved. */
export interface OutlookPlace {
  readonly meeting: MeetingHint;
  save(): Promise<void>;
  lookAgain(): Promise<void>;
}

/** Exchange writes it, and the pictures in it, before it answers. */
const savePatience = 30;

/** @throws HostFailure HostSilent */
export async function placeOf(mailbox: Office.Mailbox, item: Item | undefined): Promise<OutlookPlace> {
  let owner = item === undefined ? null : await ownerOf(item);
  const named = (id: string): MeetingHint => ({ kind: 'event', eventId: (owner === null ? '' : `${owner}:`) + toRestId(mailbox, id) });
  let meeting = await meetingOf(item, named);
  return {
    get meeting() {
      return meeting;
    },
    save: async () => {
      if (item === undefined || meeting.kind !== 'unsaved') return;
      // Mailbox 1.3. A new appointment goes into the calendar, and nobody is invited before the person presses Send (saveAsync, remarks).
      const id = await officeCall<string>('saveAsync', (done) => item.saveAsync(done), savePatience);
      owner ??= await ownerOf(item);
      meeting = named(id);
    },
    lookAgain: async () => {
      if (meeting.kind === 'unsaved') meeting = await meetingOf(item, named);
    },
  };
}

/**
 * In read mode the item names itself in the alphabet of Exchange Web Services, which breaks addresses (gd#6069) and must
 * be converted by Outlook itself, never by us (oj#4729). In compose mode it must be asked, and an appointment that was
 * never saved has no id; it is saved when the person begins with its agenda, and not before.
 */
async function meetingOf(item: Item | undefined, named: (id: string) => MeetingHint): Promise<MeetingHint> {
  if (item === undefined || String(item.itemType) !== 'appointment') return { kind: 'none' };
  // Some clients leave out the id of an event they show (oj#1310): then the person finds the meeting in the list.
  if (!isCompose(item)) return item.itemId ? named(item.itemId) : { kind: 'none' };
  // Mailbox 1.8; older clients cannot tell whether it was saved.
  if (typeof item.getItemIdAsync !== 'function') return { kind: 'unsaved' };
  try {
    const id = await officeCall<string>('getItemIdAsync', (done) => item.getItemIdAsync(done));
    return id ? named(id) : { kind: 'unsaved' };
  } catch (error) {
    // Whatever it answered, it named no event; only silence is told.
    if (error instanceof HostFailure && (error.name !== 'HostSilent' || error.detail['officeCode'] !== undefined)) return { kind: 'unsaved' };
    throw error;
  }
}

/**
 * Whose calendar the item stands in, where that is another's who shares it (delegate-access; Mailbox 1.8); null in one's own. Only items of shared
 * folders have the function, and an item that was never saved is not known to stand in one.
 */
async function ownerOf(item: Item): Promise<string | null> {
  if (typeof item.getSharedPropertiesAsync !== 'function') return null;
  try {
    const shared = await officeCall<Office.SharedProperties>('getSharedPropertiesAsync', (done) => item.getSharedPropertiesAsync(done));
    return shared.targetMailbox || shared.owner || null;
  } catch {
    // Clients that have the function on every item refuse it, or are silent, on those of one's own: no agenda waits for that.
    return null;
  }
}

function toRestId(mailbox: Office.Mailbox, id: string): string {
  return mailbox.convertToRestId(id, Office.MailboxEnums.RestVersion.v2_0);
}
