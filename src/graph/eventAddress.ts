import { path } from './path.ts';
import { scopes } from './scopes.ts';

/**
 * An event of my own calendar is named by its id alone, one in a calendar that is shared with me as "<mailbox>:<id>". Ids of Exchange are
 * base64, of which a colon is no sign.
 */
export interface EventAddress {
  /** The address of the mailbox; null for my own. */
  readonly mailbox: string | null;
  readonly id: string;
}

export function eventAddress(name: string): EventAddress {
  const at = name.indexOf(':');
  return at < 1 ? { mailbox: null, id: name } : { mailbox: name.slice(0, at), id: name.slice(at + 1) };
}

/** The name of an event in a mailbox; null for my own. */
export const eventName = ({ mailbox, id }: EventAddress): string => (mailbox === null ? id : `${mailbox}:${id}`);

/** The path of an event, and what asking for it takes: another's calendar takes a permission of its own (outlook-get-shared-events-calendars). */
export function eventPlace(name: string): { readonly path: string; readonly scopes: readonly string[] } {
  const { mailbox, id } = eventAddress(name);
  return mailbox === null
    ? { path: path`/me/events/${id}`, scopes: scopes.calendar }
    : { path: path`/users/${mailbox}/events/${id}`, scopes: scopes.sharedCalendar };
}
