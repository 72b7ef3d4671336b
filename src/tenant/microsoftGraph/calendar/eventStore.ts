import type { Database } from '../../database/database.ts';
import { nextChange } from '../../database/changes.ts';
import { newKey } from '../../ids.ts';
import { ianaZone } from '../../time/zones.ts';
import type { EventBody, StoredEvent } from './event.ts';
import type { EventId } from './eventIds.ts';
import { isSlot, seriesEnd, slotsBetween, type Series } from './recurrence.ts';

/** One event as a calendar shows it: a row of its own, or a slot of a series. */
export interface Instance {
  type: 'singleInstance' | 'seriesMaster' | 'occurrence' | 'exception';
  id: EventId;
  /** For an occurrence: the master's row with the times of the slot. */
  event: StoredEvent;
  /** Instant the series put this occurrence at. */
  slot: number | undefined;
}

interface EventRow {
  key: string;
  mailbox: string;
  calendar: string;
  ical_uid: string;
  kind: StoredEvent['kind'];
  master: string | null;
  slot: number | null;
  start_at: number;
  end_at: number;
  changed: number;
  body: string;
}

const endless = 253_402_300_799_000;
const weekLong = 604_800_000;

const fromRow = (row: EventRow): StoredEvent => {
  const body = JSON.parse(row.body) as EventBody & { masterEnd?: number };
  const { masterEnd, ...rest } = body;
  return {
    key: row.key,
    mailbox: row.mailbox,
    calendar: row.calendar,
    iCalUId: row.ical_uid,
    kind: row.kind,
    master: row.master,
    slot: row.slot,
    start: row.start_at,
    // The column of a master holds the end of the whole series; the first occurrence's end is kept beside it.
    end: row.kind === 'master' ? (masterEnd ?? row.end_at) : row.end_at,
    changed: row.changed,
    body: rest,
  };
};

/** New keys are random: Exchange's ids say nothing about order. */
export function newEventKey(): string {
  return Buffer.from(newKey(20), 'latin1').toString('base64url');
}

/** Writes an event, new or changed, and gives it the next change number. */
export function saveEvent(db: Database, event: StoredEvent): StoredEvent {
  const changed = nextChange(db);
  const saved = { ...event, changed };
  const end = event.kind === 'master' ? (seriesEnd(seriesOf(event)) ?? endless) : event.end;
  const body = event.kind === 'master' ? { ...event.body, masterEnd: event.end } : event.body;
  db.run(
    `INSERT INTO event (key, mailbox, calendar, ical_uid, kind, master, slot, start_at, end_at, changed, body) VALUES (?,?,?,?,?,?,?,?,?,?,?)
     ON CONFLICT (key) DO UPDATE SET calendar = excluded.calendar, kind = excluded.kind, slot = excluded.slot, start_at = excluded.start_at, end_at = excluded.end_at, changed = excluded.changed, body = excluded.body`,
    event.key,
    event.mailbox,
    event.calendar,
    event.iCalUId,
    event.kind,
    event.master,
    event.slot,
    event.start,
    end,
    changed,
    JSON.stringify(body),
  );
  return saved;
}

/** Takes an event, and with a master its exceptions, out of the mailbox; delta queries are told. */
export function removeEvent(db: Database, event: StoredEvent): void {
  const rows = event.kind === 'master' ? [...exceptionsOf(db, event.key), event] : [event];
  for (const row of rows) {
    db.run('DELETE FROM event WHERE key = ?', row.key);
    db.run('DELETE FROM event_extension WHERE event = ?', row.key);
    db.run('DELETE FROM event_attachment WHERE event = ?', row.key);
    db.run(
      'INSERT OR REPLACE INTO event_removed (calendar, key, changed, start_at, end_at, master) VALUES (?,?,?,?,?,?)',
      row.calendar,
      row.key,
      nextChange(db),
      row.start,
      row.end,
      row.master,
    );
  }
}

export function eventByKey(db: Database, key: string): StoredEvent | undefined {
  const row = db.get<EventRow>('SELECT * FROM event WHERE key = ?', key);
  return row && fromRow(row);
}

/** The copy of a meeting in one mailbox. */
export function copyIn(db: Database, mailbox: string, iCalUId: string): StoredEvent | undefined {
  const row = db.get<EventRow>("SELECT * FROM event WHERE ical_uid = ? AND mailbox = ? AND kind <> 'exception'", iCalUId, mailbox);
  return row && fromRow(row);
}

export function exceptionsOf(db: Database, master: string): StoredEvent[] {
  return db.all<EventRow>('SELECT * FROM event WHERE master = ? ORDER BY slot', master).map(fromRow);
}

export function exceptionAt(db: Database, master: string, slot: number): StoredEvent | undefined {
  const row = db.get<EventRow>('SELECT * FROM event WHERE master = ? AND slot = ?', master, slot);
  return row && fromRow(row);
}

/** Finds what an id names in a mailbox: undefined when it is gone, never was, or belongs to another mailbox. */
export function findInstance(db: Database, mailbox: string, id: EventId): Instance | undefined {
  if (id.mailbox !== mailbox) return undefined;
  const event = eventByKey(db, id.key);
  if (!event || event.kind === 'exception') return undefined;
  if (id.slot === undefined) return { type: event.kind === 'master' ? 'seriesMaster' : 'singleInstance', id, event, slot: undefined };
  if (event.kind !== 'master') return undefined;
  const exception = exceptionAt(db, event.key, id.slot);
  if (exception) return { type: 'exception', id, event: exception, slot: id.slot };
  if (event.body.cancelledSlots.includes(id.slot) || !isSlot(seriesOf(event), id.slot)) return undefined;
  return occurrence(event, id.slot);
}

export function seriesOf(master: StoredEvent): Series {
  if (!master.body.recurrence) throw new Error(`Event ${master.key} is kept as a series without a rule.`);
  return {
    start: master.start,
    length: master.end - master.start,
    zone: ianaZone(master.body.recurrence.range.recurrenceTimeZone) ?? ianaZone(master.body.startZone) ?? 'UTC',
    recurrence: master.body.recurrence,
  };
}

/** A slot of a series as an event: the master's content at the slot's time. */
export function occurrence(master: StoredEvent, slot: number): Instance {
  const event = { ...master, start: slot, end: slot + (master.end - master.start), slot };
  return { type: 'occurrence', id: { mailbox: master.mailbox, key: master.key, slot }, event, slot };
}

/** The instance of a row that stands for itself. */
export function instanceOf(event: StoredEvent): Instance {
  if (event.kind === 'exception') {
    const slot = event.slot ?? event.start;
    return { type: 'exception', id: { mailbox: event.mailbox, key: event.master ?? event.key, slot }, event, slot };
  }
  return {
    type: event.kind === 'master' ? 'seriesMaster' : 'singleInstance',
    id: { mailbox: event.mailbox, key: event.key, slot: undefined },
    event,
    slot: undefined,
  };
}

/** Everything of a calendar that overlaps [from, to): single events, occurrences and exceptions, never masters; in no particular order. */
export function instancesBetween(db: Database, calendar: string, from: number, to: number): Instance[] {
  const rows = db.all<EventRow>(
    `SELECT * FROM event WHERE calendar = ?1 AND kind IN ('single', 'exception') AND start_at >= ?2 AND start_at < ?3 AND (end_at > ?4 OR (start_at = end_at AND start_at >= ?4))
     UNION ALL
     SELECT * FROM event WHERE calendar = ?1 AND kind IN ('single', 'exception') AND end_at - start_at > 604800000 AND start_at < ?2 AND end_at > ?4`,
    calendar,
    from - weekLong,
    to,
    from,
  );
  const found = rows.map((row) => instanceOf(fromRow(row)));
  for (const row of db.all<EventRow>(
    "SELECT * FROM event WHERE calendar = ? AND kind = 'master' AND end_at > ? AND start_at < ?",
    calendar,
    from,
    to,
  )) {
    found.push(...occurrencesBetween(db, fromRow(row), from, to));
  }
  return found.sort((a, b) => (a.id.key < b.id.key ? -1 : a.id.key > b.id.key ? 1 : (a.slot ?? 0) - (b.slot ?? 0)));
}

/** The untouched occurrences of a master in [from, to): slots neither cancelled nor changed. */
export function occurrencesBetween(db: Database, master: StoredEvent, from: number, to: number): Instance[] {
  const taken = new Set([
    ...master.body.cancelledSlots,
    ...db.all<{ slot: number }>('SELECT slot FROM event WHERE master = ?', master.key).map(({ slot }) => slot),
  ]);
  return slotsBetween(seriesOf(master), from, to)
    .filter((slot) => !taken.has(slot))
    .map((slot) => occurrence(master, slot));
}

/** Single events, masters and exceptions-free rows of a calendar as `/events` lists them (no occurrences). */
export function eventsOf(db: Database, calendar: string): Instance[] {
  return db
    .all<EventRow>("SELECT * FROM event WHERE calendar = ? AND kind <> 'exception' ORDER BY start_at DESC, key", calendar)
    .map((row) => instanceOf(fromRow(row)));
}
