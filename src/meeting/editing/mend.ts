import type { Agenda, AgendaItem } from '../agenda.ts';
import { parseClock, type ClockTime } from '../clock.ts';
import type { Finding } from '../finding.ts';
import { blockNumber, checkAgenda } from '../findings.ts';
import type { ItemId } from '../ids.ts';
import { dayLine, daysOf, isOvernight, lengthOf, type MeetingTimes } from '../programme.ts';
import { scheduleOf } from '../timing.ts';
import type { MendWay } from '../words.ts';
import { applyEdit, type AgendaEdit } from './edit.ts';
import { shiftDay, shrinkDay, shrinkTo } from './fitTimes.ts';
import { numberingOf } from './numberingOf.ts';
import { reflow, withTimes } from './reflow.ts';
import { retime } from './retime.ts';
import type { ItemFields } from './setField.ts';

/**
 * A click that puts a finding right: some edits of the agenda, the meeting itself moved in the calendar, or opening the line where only a person can
 * know. `values` are for its words.
 */
export type Mend =
  | { readonly kind: 'edits'; readonly way: MendWay; readonly values: Readonly<Record<string, string>>; readonly edits: readonly AgendaEdit[] }
  | { readonly kind: 'event'; readonly way: EventWay; readonly time: ClockTime }
  | { readonly kind: 'open'; readonly itemId: ItemId };

export type EventWay = Extract<MendWay, 'eventStart' | 'eventEnd'>;

interface Mending {
  readonly finding: Finding;
  readonly item: AgendaItem;
  readonly agenda: Agenda;
  readonly calendar: MeetingTimes;
  /** Whether the calendar is another than the agenda's own head. */
  readonly hasCalendar: boolean;
  readonly newId: () => ItemId;
}

/**
 * The clicks that mend a finding, the likeliest first. Each that edits the agenda really does: the finding is gone after it, and no line is left
 * with less than a minute. What only a person can know opens the line.
 * @param calendar as for checkAgenda
 */
export function mendsOf(finding: Finding, agenda: Agenda, newId: () => ItemId, calendar: MeetingTimes | null = null): readonly Mend[] {
  const item = agenda.items.find(({ id }) => id === finding.itemId);
  if (!item) return [];
  const mending = { finding, item, agenda, calendar: calendar ?? agenda, hasCalendar: calendar !== null, newId };
  const found = proposals(mending).filter((mend) => mend !== null);
  const left = new Map(found.map((mend) => [mend, mend.kind === 'edits' ? leftAfter(mending, mend.edits) : null]));
  const real = found
    .filter((mend) => left.get(mend) !== Infinity)
    // What mends this and makes another contradiction comes after what does not; moving the meeting itself stays where it was named.
    .sort((a, b) => (left.get(a) ?? 0) - (left.get(b) ?? 0));
  return real.some(({ kind }) => kind === 'edits') ? real : [...real, { kind: 'open', itemId: item.id }];
}

/** The likeliest of them; null where the finding belongs to no line. */
export const mendOf = (finding: Finding, agenda: Agenda, newId: () => ItemId, calendar: MeetingTimes | null = null): Mend | null =>
  mendsOf(finding, agenda, newId, calendar)[0] ?? null;

/** How many findings are left after these edits; infinitely many where this one is among them. */
function leftAfter({ finding, agenda, calendar, hasCalendar }: Mending, edits: readonly AgendaEdit[]): number {
  const after = edits.reduce(applyEdit, agenda);
  const left = checkAgenda(after, hasCalendar ? calendar : after);
  return left.some(({ code, itemId }) => code === finding.code && itemId === finding.itemId) ? Infinity : left.length;
}

function proposals(mending: Mending): readonly (Mend | null)[] {
  const { finding, item } = mending;
  const { values } = finding;
  switch (finding.code) {
    case 'noTitle':
    case 'homeworkLate':
      return [];
    case 'gap':
      return [breakInGap(mending), startAt(mending, values['previousEnd'])];
    case 'overlap':
      return [startAt(mending, values['previousEnd']), counted(mending)];
    case 'orderOfTimes':
      return [counted(mending)];
    case 'outsideParent':
      return [countedUnder(mending)];
    case 'durationMismatch':
      return [change('minutesOfSpan', values, item, { minutes: Number(values['span']) }), endOfMinutes(mending)];
    case 'endBeforeStart':
      return [item.minutes === null ? null : endOfMinutes(mending), change('noEnd', values, item, { end: null })];
    case 'numberMissing':
      return [change('number', { number: values['missing'] ?? '' }, item, { number: values['missing'] ?? null }), recounted(mending)];
    case 'numberRepeated':
      return [change('number', { number: values['next'] ?? '' }, item, { number: values['next'] ?? null }), recounted(mending)];
    case 'blockMissing':
      return [closeUpBlocks(mending)];
    case 'sumOfParts':
      return [
        change(
          'minutesOfParts',
          values,
          item,
          retime(item, { minutes: Number(values['span']) }, dayLine(mending.agenda, mending.calendar, item.day)),
        ),
      ];
    case 'beforeStart':
      return [shiftTo(mending, values['planned']), eventMend(mending, 'eventStart', values['start'])];
    case 'startsLate':
      return [shiftTo(mending, values['planned']), eventMend(mending, 'eventStart', values['start'])];
    case 'pastEnd':
    case 'endBeforeLastItem':
      return pastEnd(mending);
    case 'tooLong':
      return tooLong(mending);
    case 'dayOutside':
      return [];
  }
}

const clockIn = (text: string | undefined): ClockTime | null => parseClock(text ?? '');

function change(way: MendWay, values: Readonly<Record<string, string>>, item: AgendaItem, fields: ItemFields): Mend {
  return { kind: 'edits', way, values, edits: [{ kind: 'change', itemId: item.id, fields }] };
}

/** The edits that make one agenda of the other: its times, and its own start. */
function timesEdits(before: Agenda, after: Agenda | null): readonly AgendaEdit[] | null {
  if (after === null) return null;
  const edits: AgendaEdit[] = before.start === after.start ? [] : [{ kind: 'head', fields: { start: after.start } }];
  for (const [place, { start, end, minutes, id }] of after.items.entries()) {
    const was = before.items[place];
    if (was && (was.start !== start || was.end !== end || was.minutes !== minutes)) {
      edits.push({ kind: 'change', itemId: id, fields: { start, end, minutes } });
    }
  }
  return edits.length === 0 ? null : edits;
}

function edited(way: MendWay, mending: Mending, after: Agenda | null, values: Readonly<Record<string, string>> = {}): Mend | null {
  const edits = timesEdits(mending.agenda, after);
  return edits && { kind: 'edits', way, values, edits };
}

function startAt({ item, agenda, calendar }: Mending, time: string | undefined): Mend | null {
  const start = clockIn(time);
  if (!start) return null;
  const line = dayLine(agenda, calendar, item.day);
  const times = retime(item, { start }, line);
  // Without a length its printed end would stand before its start.
  const end = times.end && line.at(times.end) < line.at(start) ? null : times.end;
  const edits = timesEdits(agenda, withTimes(agenda, calendar, new Map([[item.id, { ...times, end }]])));
  return edits && { kind: 'edits', way: 'startThen', values: { start: time ?? '' }, edits };
}

/** "Regn tiderne om": the level that the line stands on, counted anew in the order it stands in now. */
function counted(mending: Mending): Mend | null {
  const { agenda, calendar, item } = mending;
  const level = agenda.items.filter((other) => other.parentId === item.parentId && (item.parentId !== null || other.day === item.day));
  const first = agenda.items.find((other) => other.parentId === null);
  const parent = item.parentId === null ? null : (scheduleOf(agenda).get(item.parentId)?.start ?? null);
  const begins = item.parentId === null ? (first?.day === item.day ? agenda.start : null) : parent;
  const times = reflow(agenda, calendar, level, begins);
  return edited('retime', mending, times && withTimes(agenda, calendar, times));
}

/** What stands under an item moved so that its first part begins with the item. */
function countedUnder(mending: Mending): Mend | null {
  const { agenda, calendar, item } = mending;
  const level = agenda.items.filter((other) => other.parentId === item.parentId);
  const begins = item.parentId === null ? null : scheduleOf(agenda).get(item.parentId)?.start;
  if (!begins) return null;
  const line = dayLine(agenda, calendar, item.day);
  const first = Math.min(...level.flatMap(({ start }) => (start === null ? [] : [line.at(start)])));
  const by = line.at(begins) - first;
  const move = (time: ClockTime | null) => (time === null ? null : line.shows(line.at(time) + by));
  const shifted = new Map(level.map((part) => [part.id, { start: move(part.start), end: move(part.end), minutes: part.minutes }]));
  return edited('retime', mending, withTimes(agenda, calendar, shifted));
}

function endOfMinutes({ item, agenda, calendar, finding }: Mending): Mend | null {
  const line = dayLine(agenda, calendar, item.day);
  const end = item.start === null || item.minutes === null ? null : line.shows(line.at(item.start) + item.minutes);
  return end && change('endOfMinutes', { ...finding.values, end }, item, { end });
}

function shiftTo(mending: Mending, planned: string | undefined): Mend | null {
  const { agenda, calendar, finding } = mending;
  const [from, to] = [clockIn(finding.values['start']), clockIn(planned)];
  if (!from || !to) return null;
  const line = dayLine(agenda, calendar, 1);
  return edited('shift', mending, shiftDay(agenda, calendar, 1, line.at(to) - line.at(from)), { start: planned ?? '' });
}

function eventMend({ hasCalendar }: Mending, way: EventWay, text: string | undefined): Mend | null {
  const time = clockIn(text);
  if (!time) return null;
  if (hasCalendar) return { kind: 'event', way, time };
  const fields = way === 'eventStart' ? { start: time } : { end: time };
  return { kind: 'edits', way: way === 'eventStart' ? 'headStart' : 'headEnd', values: { time: text ?? '' }, edits: [{ kind: 'head', fields }] };
}

function pastEnd(mending: Mending): readonly (Mend | null)[] {
  const { agenda, calendar, finding, hasCalendar, item } = mending;
  const until = clockIn(finding.values['planned']);
  if (!until) return [];
  const day = isOvernight(agenda, calendar) ? 1 : daysOf(calendar);
  const shrink = edited('shrink', mending, shrinkDay(agenda, calendar, day, until));
  const moveEnd = eventMend(mending, 'eventEnd', finding.values['end']);
  const line = dayLine(agenda, calendar, item.day);
  const end = clockIn(finding.values['end']);
  const over = end ? line.at(until) - line.at(end) : 0;
  const earlier = over < 0 && day === 1 ? edited('shift', mending, fitsEarlier(mending, over), { start: shiftedStart(mending, over) }) : null;
  const others = [shrink, dropBreak(mending), earlier];
  return hasCalendar ? [...others, moveEnd] : [moveEnd, ...others];
}

/** The programme moved earlier by what it runs over, where it then still begins within the meeting. */
function fitsEarlier(mending: Mending, by: number): Agenda | null {
  const { agenda, calendar } = mending;
  const after = shiftDay(agenda, calendar, 1, by);
  if (after === null || calendar.start === null) return null;
  return checkAgenda(after, calendar).some(({ code }) => code === 'beforeStart' || code === 'pastEnd') ? null : after;
}

function shiftedStart({ agenda, calendar }: Mending, by: number): string {
  const first = agenda.items.find((item) => item.parentId === null);
  const start = first && scheduleOf(agenda).get(first.id)?.start;
  const line = dayLine(agenda, calendar, 1);
  return (start && line.shows(line.at(start) + by)) ?? '';
}

/** The shortest break without which what comes after it ends in time. */
function dropBreak(mending: Mending): Mend | null {
  const { agenda, calendar, item } = mending;
  const line = dayLine(agenda, calendar, item.day);
  const breaks = agenda.items
    .filter((other) => other.kind === 'break' && other.parentId === null && other.day === item.day && lengthOf(other, line) !== null)
    .sort((a, b) => (lengthOf(a, line) ?? 0) - (lengthOf(b, line) ?? 0));
  for (const pause of breaks) {
    const edits = withoutBreak(mending, pause, lengthOf(pause, line) ?? 0);
    if (leftAfter(mending, edits) < Infinity) return { kind: 'edits', way: 'dropBreak', values: { title: pause.title }, edits };
  }
  return null;
}

/** What comes after the break begins as much earlier. */
function withoutBreak({ agenda, calendar }: Mending, pause: AgendaItem, length: number): readonly AgendaEdit[] {
  const removal: AgendaEdit = { kind: 'remove', itemId: pause.id };
  const at = agenda.items.indexOf(pause);
  const line = dayLine(agenda, calendar, pause.day);
  const move = (time: ClockTime | null) => time && (line.shows(line.at(time) - length) ?? time);
  const later = agenda.items.slice(at + 1).filter((item) => item.day === pause.day && (item.start !== null || item.end !== null));
  return [
    removal,
    ...later.map(({ id, start, end }): AgendaEdit => ({ kind: 'change', itemId: id, fields: { start: move(start), end: move(end) } })),
  ];
}

function tooLong(mending: Mending): readonly (Mend | null)[] {
  const { agenda, calendar, finding } = mending;
  const [sum, room] = [Number(finding.values['printed']), Number(finding.values['span'])];
  const line = dayLine(agenda, calendar, 1);
  const end = calendar.start && line.shows(line.at(calendar.start) + sum);
  return [edited('shrink', mending, shrinkTo(agenda, calendar, room)), eventMend(mending, 'eventEnd', end ?? undefined)];
}

/** All numbers written anew in the way the agenda is numbered. It is only done when somebody asks for it. */
function recounted({ agenda, finding }: Mending): Mend | null {
  const numbering = numberingOf(agenda.items);
  return numbering && { kind: 'edits', way: 'renumber', values: finding.values, edits: [{ kind: 'renumber', numbering, keepBare: true }] };
}

/** "BLOK 5" after "BLOK 3" becomes "BLOK 4", and the blocks after it follow. */
function closeUpBlocks({ agenda, item, finding }: Mending): Mend | null {
  const by = Number(finding.values['number']) - Number(finding.values['missing']);
  const at = agenda.items.indexOf(item);
  const edits: AgendaEdit[] = [];
  for (const { id, block } of agenda.items.slice(at)) {
    const number = block === null ? null : blockNumber(block);
    if (block === null || number === null) continue;
    if (number < Number(finding.values['number'])) break;
    edits.push({ kind: 'change', itemId: id, fields: { block: block.replace(/\d+/, String(number - by)) } });
  }
  return { kind: 'edits', way: 'blocks', values: finding.values, edits };
}

function breakInGap({ finding, agenda, calendar, newId }: Mending): Mend | null {
  const [start, end] = [clockIn(finding.values['previousEnd']), clockIn(finding.values['start'])];
  const at = agenda.items.findIndex((item) => item.id === finding.itemId);
  const before = agenda.items.slice(0, Math.max(0, at)).findLast((item) => item.parentId === null);
  if (!start || !end || !before) return null;
  const id = newId();
  const line = dayLine(agenda, calendar, before.day);
  return {
    kind: 'edits',
    way: 'breakInGap',
    values: finding.values,
    edits: [
      { kind: 'add', after: before.id, newId: id, itemKind: 'break' },
      { kind: 'change', itemId: id, fields: { title: 'Pause', start, end, minutes: line.at(end) - line.at(start) } },
    ],
  };
}
