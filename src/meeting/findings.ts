import { type Agenda, type AgendaItem } from './agenda.ts';
import { clockAt, minutesOf, printClock } from './clock.ts';
import type { Finding } from './finding.ts';

/**
 * The contradictions of an agenda, in printed order: each at its line, with a mend where one is obvious. Findings never block.
 */
export function checkAgenda(agenda: Agenda): Finding[] {
  const top = agenda.items.filter((item) => item.parentId === null);
  return [...agenda.items.flatMap(checkLine), ...checkNeighbours(top), ...checkNumbers(top), ...checkEnd(agenda, top)].sort(
    (a, b) => lineOf(agenda, a) - lineOf(agenda, b),
  );
}

function lineOf(agenda: Agenda, finding: Finding): number {
  return finding.itemId === null ? agenda.items.length : agenda.items.findIndex((item) => item.id === finding.itemId);
}

function checkLine(item: AgendaItem): Finding[] {
  const found: Finding[] = [];
  if (item.title.trim() === '') found.push({ code: 'noTitle', itemId: item.id, values: {}, mend: null });
  if (item.start && item.end && item.minutes !== null) {
    const span = minutesOf(item.end) - minutesOf(item.start);
    if (span > 0 && span !== item.minutes) {
      found.push({
        code: 'durationMismatch',
        itemId: item.id,
        values: { title: item.title, printed: String(item.minutes), span: String(span) },
        mend: { itemId: item.id, fields: { minutes: span } },
      });
    }
  }
  return found;
}

function checkNeighbours(items: readonly AgendaItem[]): Finding[] {
  const found: Finding[] = [];
  let before: AgendaItem | null = null;
  for (const item of items) {
    if (before && before.day === item.day && item.start) {
      const previousEnd = before.end ?? (before.start && before.minutes !== null ? clockAt(minutesOf(before.start) + before.minutes) : null);
      const values = {
        title: item.title,
        previous: before.title,
        start: printClock(item.start),
        previousEnd: previousEnd ? printClock(previousEnd) : '',
      };
      if (before.start && minutesOf(item.start) < minutesOf(before.start)) found.push({ code: 'orderOfTimes', itemId: item.id, values, mend: null });
      else if (previousEnd && minutesOf(item.start) < minutesOf(previousEnd))
        found.push({ code: 'overlap', itemId: item.id, values, mend: { itemId: item.id, fields: { start: previousEnd } } });
      else if (previousEnd && minutesOf(item.start) > minutesOf(previousEnd)) found.push({ code: 'gap', itemId: item.id, values, mend: null });
    }
    if (item.start || item.minutes !== null || item.end) before = item;
  }
  return found;
}

/** Whole numbers that skip or repeat. A restart at 1 in a new block or day is not a fault; letters are left alone. */
function checkNumbers(items: readonly AgendaItem[]): Finding[] {
  const found: Finding[] = [];
  let before: { number: number; item: AgendaItem } | null = null;
  for (const item of items) {
    const number = item.number !== null && /^\d+$/.test(item.number) ? Number(item.number) : null;
    if (number === null) continue;
    if (before) {
      const restart = number === 1 && (item.block !== before.item.block || item.day !== before.item.day);
      const values = { number: String(number), previous: String(before.number), missing: String(before.number + 1), title: item.title };
      if (number === before.number) found.push({ code: 'numberRepeated', itemId: item.id, values, mend: null });
      else if (!restart && number > before.number + 1) found.push({ code: 'numberMissing', itemId: item.id, values, mend: null });
    }
    before = { number, item };
  }
  return found;
}

function checkEnd(agenda: Agenda, items: readonly AgendaItem[]): Finding[] {
  const last = items.findLast((item) => item.start !== null || item.end !== null);
  if (!agenda.end || !last || (agenda.endDate !== null && agenda.endDate !== agenda.date)) return [];
  const end = last.end ?? last.start;
  if (!end || minutesOf(end) <= minutesOf(agenda.end)) return [];
  return [{ code: 'pastEnd', itemId: last.id, values: { title: last.title, end: printClock(end), planned: printClock(agenda.end) }, mend: null }];
}
