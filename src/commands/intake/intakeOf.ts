import type { AgendaItem, Attachment, Section, SectionRole } from '../../meeting/agenda.ts';
import { parseClock } from '../../meeting/clock.ts';
import { Failure } from '../../meeting/errors.ts';
import { asItemId, type ItemId } from '../../meeting/ids.ts';
import type { Treatment } from '../../meeting/meeting.ts';
import type { ImportedItem, ImportedPaper, SectionRole as PaperRole } from '../../importers/paper.ts';
import type { FieldSources, Intake } from './intake.ts';
import { fieldSourcesOf, lined, type Lined } from './fieldSources.ts';

/** Gives a paper's items ids of ours and sorts what it says into agenda, treatments and apologies. Nothing of an item's text is left out. */
export function intakeOf(paper: ImportedPaper, newId: () => string): Intake {
  if (paper.items.length === 0) throw new Failure('Unreadable', 'No agenda was found in the text', { detail: { reason: 'noAgenda' } });
  const items: AgendaItem[] = [];
  const treatments: Treatment[] = [];
  const sourceOf: Record<ItemId, Intake['sourceOf'][ItemId]> = {};
  const fieldSources: Record<ItemId, Intake['fieldSources'][ItemId]> = {};
  const source = lined(paper.source);
  const place = (imported: ImportedItem, parentId: ItemId | null, indexPath: number[]): void => {
    const id = asItemId(newId());
    const attachments = paper.attachments.filter((attachment) => sameIndex(attachment.itemIndex, indexPath)).map(attachmentOf);
    const fields = fieldSourcesOf(imported, source);
    const unread = unreadHeading(imported, source, fields);
    const item = itemOf(imported, id, parentId, attachments);
    items.push(unread === '' ? item : { ...item, sections: [{ role: 'text', heading: null, text: unread }, ...item.sections] });
    const treatment = treatmentOf(imported, id);
    if (treatment) treatments.push(treatment);
    const spans = Object.values(imported.spans);
    const lines = [
      ...spans.flatMap((span) => [span.firstLine, span.lastLine]),
      ...imported.sections.flatMap((section) => [section.firstLine, section.lastLine]),
    ];
    if (lines.length > 0) {
      sourceOf[id] = { fromLine: Math.min(...lines), toLine: Math.max(...lines), sure: Math.min(1, ...spans.map((span) => span.confidence)) };
    }
    fieldSources[id] = fields;
    imported.children.forEach((child, index) => place(child, id, [...indexPath, index]));
  };
  paper.items.forEach((item, index) => place(item, null, [index]));
  return {
    agenda: {
      title: meetingTitle(paper.title ?? paper.body ?? ''),
      date: paper.date,
      endDate: paper.endDate,
      start: paper.start === null ? null : parseClock(paper.start),
      end: paper.end === null ? null : parseClock(paper.end),
      location: paper.location,
      chair: paper.chair,
      items,
    },
    treatments,
    apologies: paper.apologies,
    participants: paper.participants,
    unplaced: [...paper.unplaced, ...paperWide(paper)].sort((a, b) => a.line - b.line),
    source: paper.source,
    sourceOf,
    fieldSources,
  };
}

/**
 * The lines of an item's heading that have become no field and stand in none of its texts: a sentence that was read as the
 * heading's continuation is text of the item. One or two words alone are marks ("LUKKET", "Fast punkt"), which are fields.
 */
function unreadHeading(imported: ImportedItem, source: Lined, fields: FieldSources): string {
  const spans = [imported.spans['title'], imported.spans['start']].filter((span) => span !== undefined);
  if (spans.length === 0) return '';
  const firstLine = Math.min(...spans.map((span) => span.firstLine));
  const lastLine = Math.max(...spans.map((span) => span.lastLine));
  const told = Object.values(fields).flat();
  const held = lettersOf(
    [imported.title, ...imported.presenters, ...imported.sections.flatMap(({ heading, text }) => [heading ?? '', text])].join(' '),
  );
  const lines: string[] = [];
  for (let line = firstLine; line <= lastLine; line += 1) {
    const text = source.text.slice(source.starts[line - 1] ?? 0, source.starts[line] ?? source.text.length).trim();
    const isField = told.some((span) => span.fromLine <= line && line <= span.toLine);
    if (!isField && (text.match(/\p{L}{2,}/gu)?.length ?? 0) > 2 && !held.includes(lettersOf(text))) lines.push(text);
  }
  return lines.join('\n');
}

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();

function itemOf(imported: ImportedItem, id: ItemId, parentId: ItemId | null, attachments: Attachment[]): AgendaItem {
  return {
    id,
    parentId,
    kind: imported.type === 'break' ? 'break' : 'item',
    number: imported.number,
    title: imported.title,
    neutralTitle: null,
    openness: imported.closed ? 'closed' : 'open',
    type: imported.type === 'break' ? null : imported.type,
    standing: imported.fixed,
    day: imported.day,
    block: imported.block,
    start: imported.start === null ? null : parseClock(imported.start),
    end: imported.end === null ? null : parseClock(imported.end),
    minutes: imported.minutes,
    presenters: imported.presenters,
    sections: sectionsOf(imported),
    attachments,
  };
}

const roles: Readonly<Partial<Record<PaperRole, SectionRole>>> = {
  purpose: 'purpose',
  summary: 'summary',
  background: 'background',
  case: 'background',
  finance: 'finance',
  recommendation: 'recommendation',
};

/** Every section but the decisions, which become treatments. */
function sectionsOf(imported: ImportedItem): Section[] {
  return imported.sections
    .filter((section) => section.role !== 'decision' || decisionOf(imported) === null)
    .map((section) => ({ role: roles[section.role] ?? 'text', heading: section.heading, text: section.text }));
}

function decisionOf(imported: ImportedItem): string | null {
  const written = imported.sections.filter((section) => section.role === 'decision').map((section) => section.text.trim());
  const text = written.filter((part) => part !== '').join('\n\n');
  return text !== '' ? text : null;
}

function treatmentOf(imported: ImportedItem, itemId: ItemId): Treatment | null {
  const decision = decisionOf(imported);
  if (decision === null) return null;
  return { itemId, openness: imported.closed ? 'closed' : 'open', outcome: null, decision, publicDecision: '', notTreated: false };
}

/** Openness that a paper does not print is taken from the item; a closed item closes its attachments in any case. */
function attachmentOf(imported: ImportedPaper['attachments'][number]): Attachment {
  return {
    number: imported.number,
    title: imported.title,
    documentId: imported.documentId,
    openness: imported.closed === true ? 'closed' : 'open',
    url: null,
  };
}

/** What belongs to the whole paper has no place in an agenda yet: it is shown as not placed rather than dropped. */
function paperWide(paper: ImportedPaper): { line: number; text: string }[] {
  const lastLine = paper.source.split('\n').length;
  const spanOf = (field: string) => paper.spans[field]?.firstLine ?? lastLine;
  return [
    ...paper.attachments
      .filter((attachment) => attachment.itemIndex === null)
      .map((attachment) => ({
        line: attachment.line,
        text: [attachment.number, attachment.documentId, attachment.title].filter((part) => part !== null).join(' '),
      })),
    ...(paper.recommendation ? [{ line: spanOf('recommendation'), text: paper.recommendation }] : []),
    ...(paper.decision ? [{ line: spanOf('decision'), text: paper.decision }] : []),
  ];
}

/** A paper is called "Dagsorden for direktionsmøde"; the meeting is the "Direktionsmøde", in its minutes and its invitation alike. */
export function meetingTitle(printed: string): string {
  const name = printed.replace(/^(dagsorden|program|referat|indkaldelse|agenda|minutes)\s+(for|til|fra|af|of)\s+/i, '');
  return name === printed ? printed : name.charAt(0).toLocaleUpperCase('da') + name.slice(1);
}

const sameIndex = (a: readonly number[] | null, b: readonly number[]): boolean =>
  a !== null && a.length === b.length && a.every((part, index) => part === b[index]);
