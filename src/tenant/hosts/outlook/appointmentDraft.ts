import type { CalendarEvent } from '../graphClient/events.ts';
import type { GraphSession } from '../graphClient/session.ts';
import { readEvent } from '../graphClient/events.ts';
import { isRecord } from '../wire/record.ts';

/** A recipient as office.js and the form know one. */
export interface Recipient {
  readonly name: string;
  readonly address: string;
}

/** Everything the form and an add-in can change. */
export interface AppointmentParts {
  readonly subject: string;
  readonly start: Date;
  readonly end: Date;
  readonly location: string;
  readonly required: readonly Recipient[];
  readonly optional: readonly Recipient[];
  readonly bodyHtml: string;
  readonly isOnline: boolean;
}

export type AppointmentPart = keyof AppointmentParts;
/** Who changed a part: the person in the form, an add-in in its pane, or somebody else in the mailbox. */
export type Author = 'form' | 'pane' | 'mailbox';

/** An appointment while its organiser has it open: what is in the form, and what the mailbox holds. */
export class AppointmentDraft {
  /** Graph id in the organiser's mailbox; null until it is saved. */
  id: string | null;
  /** The event in the mailbox, or null for a new one. */
  stored: CalendarEvent | null;
  parts: AppointmentParts;
  /** Custom properties set before there is an item to keep them with. */
  unsavedProperties: Record<string, unknown> = {};
  readonly sessionData = new Map<string, string>();
  readonly #touched = new Set<AppointmentPart>();
  readonly #listeners: ((part: AppointmentPart, author: Author) => void)[] = [];

  constructor(stored: CalendarEvent | null, parts: AppointmentParts) {
    this.stored = stored;
    this.id = stored?.id ?? null;
    this.parts = parts;
  }

  static of(event: CalendarEvent): AppointmentDraft {
    const people = event.attendees.filter((attendee) => attendee.address.toLowerCase() !== event.organizer.address.toLowerCase());
    const recipients = (type: 'required' | 'optional'): Recipient[] =>
      people.filter((attendee) => attendee.type === type).map(({ name, address }) => ({ name, address }));
    return new AppointmentDraft(event, {
      subject: event.subject,
      start: event.start,
      end: event.end,
      location: event.location,
      required: recipients('required'),
      optional: recipients('optional'),
      bodyHtml: event.bodyHtml,
      isOnline: event.joinUrl !== '',
    });
  }

  /** A new appointment of an hour, at the next whole hour. */
  static blank(now: Date): AppointmentDraft {
    const start = new Date(Math.ceil(now.getTime() / 3_600_000) * 3_600_000);
    return new AppointmentDraft(null, {
      subject: '',
      start,
      end: new Date(start.getTime() + 3_600_000),
      location: '',
      required: [],
      optional: [],
      bodyHtml: '',
      isOnline: true,
    });
  }

  get isTouched(): boolean {
    return this.#touched.size > 0;
  }

  set<Part extends AppointmentPart>(part: Part, value: AppointmentParts[Part], author: Author): void {
    this.parts = { ...this.parts, [part]: value };
    this.#touched.add(part);
    this.#listeners.forEach((listener) => listener(part, author));
  }

  onChange(listener: (part: AppointmentPart, author: Author) => void): void {
    this.#listeners.push(listener);
  }

  /**
   * Writes to the organiser's mailbox what has changed, the way Outlook does: an unsaved appointment is created, a stored one is
   * patched field by field, the body only when somebody touched it (a body without its join block ends the online meeting, gd#9743).
   * @param invite false leaves the attendees of a new appointment out, so that nobody is invited yet (office.js saveAsync)
   * @throws GraphRefusal
   */
  async store(session: GraphSession, options: { invite: boolean }): Promise<void> {
    if (!this.id) {
      const created = await session.post(`${session.mailbox}/events`, {
        ...this.#resource(['subject', 'start', 'end', 'location', 'bodyHtml', ...(options.invite ? (['required'] as const) : [])]),
        ...(this.parts.isOnline ? { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' } : {}),
      });
      this.#settle(readEvent(created));
      if (!options.invite && (this.parts.required.length > 0 || this.parts.optional.length > 0)) this.#touched.add('required');
      return;
    }
    if (this.#touched.size === 0) return;
    const patch = this.#resource([...this.#touched]);
    if (this.#touched.has('isOnline'))
      Object.assign(patch, this.parts.isOnline ? { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' } : { isOnlineMeeting: false });
    this.#settle(readEvent(await session.patch(`${session.mailbox}/events/${encodeURIComponent(this.id)}`, patch)));
  }

  /** Takes over what the mailbox holds now, when nobody has touched the form since. */
  refresh(event: CalendarEvent): void {
    const fresh = AppointmentDraft.of(event);
    const changed = JSON.stringify(fresh.parts) !== JSON.stringify(this.parts);
    this.stored = event;
    this.parts = fresh.parts;
    const parts: AppointmentPart[] = changed ? ['bodyHtml'] : ['required', 'optional'];
    parts.forEach((part) => this.#listeners.forEach((listener) => listener(part, 'mailbox')));
  }

  #settle(event: CalendarEvent): void {
    this.stored = event;
    this.id = event.id;
    this.#touched.clear();
    this.parts = { ...this.parts, bodyHtml: event.bodyHtml, isOnline: event.joinUrl !== '' };
    this.#listeners.forEach((listener) => listener('bodyHtml', 'mailbox'));
  }

  #resource(parts: readonly AppointmentPart[]): Record<string, unknown> {
    const has = (part: AppointmentPart): boolean => parts.includes(part);
    const { subject, start, end, location, bodyHtml } = this.parts;
    return {
      ...(has('subject') ? { subject } : {}),
      ...(has('start') ? { start: graphTime(start) } : {}),
      ...(has('end') ? { end: graphTime(end) } : {}),
      ...(has('location') ? { location: { displayName: location } } : {}),
      ...(has('bodyHtml') ? { body: { contentType: 'html', content: bodyHtml } } : {}),
      ...(has('required') || has('optional') ? { attendees: this.#attendees() } : {}),
    };
  }

  #attendees(): object[] {
    const asAttendee = (type: string) => (recipient: Recipient) => ({ type, emailAddress: { name: recipient.name, address: recipient.address } });
    const rooms = (this.stored?.attendees ?? []).filter((attendee) => attendee.type === 'resource');
    return [
      ...this.parts.required.map(asAttendee('required')),
      ...this.parts.optional.map(asAttendee('optional')),
      ...rooms.map(asAttendee('resource')),
    ];
  }
}

function graphTime(instant: Date): object {
  return { dateTime: instant.toISOString().slice(0, 19), timeZone: 'UTC' };
}

/** Recipients as office.js sends them, in `{ name, address }`. */
export function readRecipients(value: unknown): Recipient[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).map((one) => {
    const address = typeof one['address'] === 'string' ? one['address'] : '';
    return { address, name: typeof one['name'] === 'string' && one['name'] ? one['name'] : address };
  });
}
