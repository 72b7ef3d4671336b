import type { EditionLine } from '../../meeting/edition.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { Attended, Edition, MeetingFile } from '../../meeting/meeting.ts';
import { followUpWords } from '../document/followUpWords.ts';
import type { Language } from '../document/words.ts';
import { attendedLine } from '../document/attendanceDocument.ts';
import { neutralItem, paperApologies } from './paperApologies.ts';
import { paperItem, type Paper, type PaperItem, type PaperSection } from './paper.ts';
import type { PaperContext } from './paperOfAgenda.ts';

/** What those outside the circle are told of closed items; an edition of the circle's does not hold it. */
type Told = Pick<MeetingFile, 'agenda' | 'treatments'>;

/** Published minutes, made from their edition; of the meeting as it is now only the neutral words for closed items are taken. */
export function paperOfMinutes(edition: Edition, told: Told, { language, organisation }: PaperContext): Paper {
  const { body, title, date, endDate, start, end, location, chair } = edition.head;
  return {
    kind: 'minutes',
    extract: false,
    language,
    draft: false,
    organisation,
    body,
    title,
    date,
    endDate: endDate === date ? null : endDate,
    start,
    end,
    location,
    chair,
    participants: (edition.attendance?.present ?? []).map((person) => attendedLine(asNamed(person), language)),
    apologies: paperApologies(edition.excused, language),
    absent: edition.attendance?.absent ?? [],
    items: itemsOf(edition, told, language),
    attachments: [],
    published: { version: edition.version, at: edition.publishedAt },
    record: { edition, left: [] },
    recommendation: null,
    decision: null,
  };
}

/** A closed item goes by its number, whoever reads it: its title is no word of the attendance. */
function asNamed(person: Attended): Attended {
  return {
    ...person,
    excusedFor: person.excusedFor.map(neutralItem),
    moves: person.moves.map((move) => ({ ...move, item: move.item && neutralItem(move.item) })),
  };
}

function itemsOf({ lines, audience }: Edition, told: Told, language: Language): PaperItem[] {
  const ids = new Set(lines.map(({ itemId }) => itemId));
  const placed = new Set<ItemId>();
  const branch = (line: EditionLine): PaperItem => {
    placed.add(line.itemId);
    const children = lines.filter(({ parentId, itemId }) => parentId === line.itemId && !placed.has(itemId)).map(branch);
    return { ...itemOf(line, audience === 'outside', told, language), children };
  };
  const tops = lines.filter(({ parentId }) => parentId === null || !ids.has(parentId)).map(branch);
  return [...tops, ...lines.filter(({ itemId }) => !placed.has(itemId)).map(branch)];
}

/** What is to be done, a line each, under the heading that papers know it by. */
function followUpSection({ followUps = [] }: EditionLine, language: Language): PaperSection[] {
  if (followUps.length === 0) return [];
  return [{ role: 'followUp', heading: null, text: followUps.map((each) => `- ${escaped(followUpWords(each, language))}`).join('\n') }];
}

/** Typed words as CommonMark that says just them. */
const escaped = (words: string): string => words.replace(/[\\`*_[\]<>~|&]/g, '\\$&').replace(/^([#+-]|\d+[.)])/, '\\$1');

function itemOf(line: EditionLine, outside: boolean, { agenda, treatments }: Told, language: Language): PaperItem {
  const { itemId: id, number, day, block, outcome, notTreated } = line;
  const closed = line.openness === 'closed';
  const decision = line.decision.trim() === '' ? null : line.decision;
  const at = { id, number, day, block, notTreated };
  if (closed && outside)
    return paperItem('', { ...at, closed, neutralTitle: line.title === '' ? null : line.title, publicDecision: decision, decision });
  const publicDecision = treatments.find(({ itemId }) => itemId === id)?.publicDecision.trim() ?? '';
  return paperItem(line.title, {
    ...at,
    closed,
    outcome,
    decision,
    neutralTitle: closed ? (agenda.items.find((item) => item.id === id)?.neutralTitle ?? null) : null,
    publicDecision: closed && publicDecision !== '' ? publicDecision : null,
    sections: [
      ...line.recommendations.map(({ heading, text }) => ({ role: 'recommendation', heading, text })),
      ...(decision === null ? [] : [{ role: 'decision', heading: null, text: decision }]),
      ...followUpSection(line, language),
    ],
  });
}
