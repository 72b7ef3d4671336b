import { isClosed, type AgendaItem } from '../../meeting/agenda.ts';
import { editionOf } from '../../meeting/edition.ts';
import { headOf } from '../../meeting/head.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { scheduleOf } from '../../meeting/timing.ts';
import type { Language } from '../document/words.ts';
import { paperApologies } from './paperApologies.ts';
import { PAPER_TYPES, paperItem, type Paper, type PaperItem } from './paper.ts';

export interface PaperContext {
  readonly language: Language;
  /** Whose letterhead it is; null where nobody has said. */
  readonly organisation: string | null;
}

/** The agenda of a meeting as its reader holds it, with the apologies that stand. */
export function paperOfAgenda(file: MeetingFile, { language, organisation }: PaperContext): Paper {
  const { body, title, date, endDate, start, end, location, chair } = headOf(file);
  return {
    kind: 'agenda',
    extract: false,
    language,
    draft: file.status.agenda === 'draft',
    organisation,
    body,
    title,
    date,
    endDate: endDate === date ? null : endDate,
    start,
    end,
    location,
    chair,
    participants: [],
    // Named as those outside the circle are told of them.
    apologies: paperApologies(editionOf(file, 'outside', 0, '').excused, language),
    absent: [],
    items: itemsOf(file),
    attachments: [],
    published: null,
    recommendation: null,
    decision: null,
  };
}

function itemsOf({ agenda }: MeetingFile): PaperItem[] {
  const { items } = agenda;
  const slots = scheduleOf(agenda);
  const ids = new Set(items.map(({ id }) => id));
  const placed = new Set<ItemId>();
  const branch = (item: AgendaItem): PaperItem => {
    placed.add(item.id);
    return {
      ...itemOf(item, isClosed(items, item), slots.get(item.id) ?? item),
      children: items.filter(({ parentId, id }) => parentId === item.id && !placed.has(id)).map(branch),
    };
  };
  const tops = items.filter(({ parentId }) => parentId === null || !ids.has(parentId)).map(branch);
  // Items that are each other's parents would stand nowhere.
  return [...tops, ...items.filter(({ id }) => !placed.has(id)).map(branch)];
}

function itemOf(item: AgendaItem, closed: boolean, { start, end }: Pick<AgendaItem, 'start' | 'end'>): PaperItem {
  return paperItem(item.title, {
    id: item.id,
    number: item.number,
    neutralTitle: item.neutralTitle,
    start,
    end,
    minutes: item.minutes,
    day: item.day,
    block: item.block,
    fixed: item.standing,
    type: item.kind === 'break' ? 'break' : printedType(item.type),
    closed,
    presenters: item.presenters,
    sections: item.sections,
    attachments: item.attachments.map(({ number, title, documentId, openness, url }) => ({
      number,
      title,
      documentId,
      closed: openness === 'closed',
      url,
    })),
  });
}

/** The kinds that a printed paper names: those that are read back from it. An oplæg and an eventuelt are known by their titles. */
const printedType = (type: AgendaItem['type']): PaperItem['type'] => PAPER_TYPES.find((each) => each === type) ?? null;
