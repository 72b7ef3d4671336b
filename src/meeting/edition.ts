import { isClosed, type Agenda, type AgendaItem } from './agenda.ts';
import { standing } from './apologies.ts';
import { headOf } from './head.ts';
import type { ItemId } from './ids.ts';
import type {
  ApologyScope,
  Audience,
  Edition,
  EditionLine,
  Excused,
  ExcusedItem,
  ExcusedMark,
  ExcusedScope,
  MeetingFile,
  MinutesLine,
  ScopeMark,
} from './meeting.ts';
import { minutesLines } from './minutesLines.ts';
import { withItemsNamed } from './namedItems.ts';

export type { Audience, Edition, EditionLine, Excused, ExcusedItem, ExcusedMark, ExcusedScope } from './meeting.ts';

export type EditionSource = Pick<MeetingFile, 'agenda' | 'treatments' | 'apologies' | 'board' | 'occasion'>;

/**
 * The minutes of a meeting as they are published to one audience. `outside` never holds more of a closed item than its place, its number,
 * its neutral title and the decision text meant for the public (product invariant 3).
 * @param at the ISO instant they are published
 */
export function editionOf<Who extends Audience>(source: EditionSource, audience: Who, version: number, at: string): Edition<Who> {
  return editionAround(source, audience, version, at, minutesLines(source.agenda, source.treatments, audience));
}

/**
 * An edition around lines that were decided before: what a line does not hold itself is the meeting's as it is now.
 * @param at the ISO instant they are published
 */
export function editionAround<Who extends Audience>(
  source: EditionSource,
  audience: Who,
  version: number,
  at: string,
  decided: readonly MinutesLine[],
): Edition<Who> {
  const full = decided.map((line) => editionLine(source.agenda, line, audience));
  const lines = audience === 'outside' ? withOpenBlocks(full) : full;
  return { audience, version, publishedAt: at, head: headOf(source), excused: excusedOf(source, lines), lines };
}

/** The lines with the headings that those outside may read: none that stands over closed lines alone. */
export function withOpenBlocks(lines: readonly EditionLine[]): EditionLine[] {
  const open = new Set(lines.filter((line) => line.openness === 'open').map((line) => line.block));
  return lines.map((line) => (line.openness === 'closed' && !open.has(line.block) ? { ...line, block: null } : line));
}

function editionLine(agenda: Agenda, line: MinutesLine, audience: Audience): EditionLine {
  const item = agenda.items.find((other) => other.id === line.itemId);
  const above = item ? printedAbove(agenda.items, item) : [];
  const withheld = line.openness === 'closed' && audience === 'outside';
  const recommendations = withheld ? [] : (item?.sections.filter((section) => section.role === 'recommendation') ?? []);
  return {
    ...line,
    parentId: above[0]?.id ?? null,
    depth: above.length,
    day: item?.day ?? null,
    block: item?.block ?? null,
    recommendations: recommendations.map(({ heading, text }) => ({ heading, text })),
  };
}

/** The items above this one that minutes print (breaks are left out), the nearest first. */
function printedAbove(items: readonly AgendaItem[], item: AgendaItem): AgendaItem[] {
  const above: AgendaItem[] = [];
  const seen = new Set<ItemId>([item.id]);
  for (let parentId = item.parentId; parentId !== null && !seen.has(parentId);) {
    const parent = items.find((other) => other.id === parentId);
    if (!parent) break;
    seen.add(parent.id);
    if (parent.kind === 'item') above.push(parent);
    parentId = parent.parentId;
  }
  return above;
}

/** The apologies that stand, with their items named as these lines name them. */
function excusedOf(source: EditionSource, lines: readonly EditionLine[]): Excused[] {
  return standing(source.apologies).map(({ person, scope, substitute }) => ({
    name: person.name,
    scope: excusedScope(scope, (id) => namedItem(source, lines, id)),
    substitute,
  }));
}

function excusedScope(scope: ApologyScope, nameOf: (id: ItemId) => ExcusedItem): ExcusedScope {
  const mark = (each: ScopeMark | null): ExcusedMark | null => (each !== null && 'item' in each ? { item: nameOf(each.item) } : each);
  switch (scope.kind) {
    case 'meeting':
      return { kind: 'meeting' };
    case 'items':
      return { kind: 'items', items: scope.itemIds.map(nameOf) };
    case 'part':
      return { kind: 'part', arrives: mark(scope.arrives), leaves: mark(scope.leaves) };
  }
}

/** An item as these lines name it, where people are listed. */
export function namedItem({ agenda, treatments }: EditionSource, lines: readonly EditionLine[], itemId: ItemId): ExcusedItem {
  const line = lines.find((other) => other.itemId === itemId);
  if (line) return { itemId, number: line.number, title: line.title, openness: line.openness };
  // A break is no line of the minutes, so a closed one is named neutrally to all; an item that is gone has no name left.
  const item = agenda.items.find((other) => other.id === itemId);
  if (!item) return { itemId, number: null, title: '', openness: 'open' };
  const closed = isClosed(agenda.items, item) || treatments.some((treatment) => treatment.itemId === itemId && treatment.openness === 'closed');
  return { itemId, number: item.number, title: closed ? (item.neutralTitle ?? '') : item.title, openness: closed ? 'closed' : 'open' };
}

/**
 * The closed circle's edition, put together from what is kept for each audience: everybody's edition, and the closed lines in full.
 * @param closed lines of the same version; those of items that are open in `outside` are not used
 */
export function joinEdition(outside: Edition<'outside'>, closed: readonly EditionLine[]): Edition<'circle'> {
  const full = new Map(closed.map((line) => [line.itemId, line]));
  const lineOf = (line: EditionLine) => (line.openness === 'closed' ? (full.get(line.itemId) ?? line) : line);
  const nameOf = (item: ExcusedItem) => (item.openness === 'closed' ? { ...item, title: full.get(item.itemId)?.title ?? item.title } : item);
  return {
    ...outside,
    audience: 'circle',
    lines: outside.lines.map(lineOf),
    ...withItemsNamed(outside, nameOf),
  };
}

/** What a line says became of its item. `withheld`: it is not for this reader; `elsewhere`: the items under or above it tell. */
export type Told = 'decision' | 'outcome' | 'notTreated' | 'nothing' | 'elsewhere' | 'withheld';

export function toldBy(edition: Pick<Edition, 'audience' | 'lines'>, line: EditionLine): Told {
  if (line.notTreated) return 'notTreated';
  if (line.decision.trim() !== '' || (line.further?.length ?? 0) > 0) return 'decision';
  if (line.outcome !== null) return 'outcome';
  if (line.openness === 'closed' && edition.audience === 'outside') return 'withheld';
  const says = (other: EditionLine) => other.notTreated || other.outcome !== null || other.decision.trim() !== '' || other.further !== undefined;
  const above = edition.lines.find((other) => other.itemId === line.parentId);
  const elsewhere = edition.lines.some((other) => other.parentId === line.itemId) || (above !== undefined && says(above));
  return elsewhere ? 'elsewhere' : 'nothing';
}
