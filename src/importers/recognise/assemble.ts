// Blocks and openers → the paper: preface, items, closing, attendance and findings put together.
import type { Block } from '../blocks.ts';
import { findFindings } from '../findings.ts';
import { pattern, within } from '../grammar/pattern.ts';
import { unpunctuate } from '../grammar/sentence.ts';
import type { Language } from '../language.ts';
import type { ImportedItem, ImportedPaper, Span } from '../paper.ts';
import type { Source } from '../source.ts';
import { spanOf } from '../spans.ts';
import { excuseIn, readAttendance } from './attendanceLists.ts';
import { readAttendancePoints } from './attendancePoints.ts';
import { looseBreak } from './breaks.ts';
import { readCaseParts } from './caseForm.ts';
import { findClosing } from './closing.ts';
import { dateByDays, dateDays, dayHeadings } from './days.ts';
import { gatherFields } from './fields.ts';
import { readGroup } from './groups.ts';
import { afterNumber, itemOf, readItems } from './itemOf.ts';
import type { ItemContext } from './items.ts';
import { detectKind, isDraft } from './kind.ts';
import { mergeList, mergeSchedule, nameClosed } from './listedPoints.ts';
import { readLooseAttachments } from './looseAttachments.ts';
import type { Opener, Openers } from './openers.ts';
import { chosenChair, proposedFor } from './outcome.ts';
import { isTimeAlone, timesStandAbove } from './slotTimes.ts';
import { runsIn } from './runIn.ts';
import { readPreface } from './preface.ts';
import { printsBehindHeadings } from './standingHeadings.ts';
import { toMarkdown } from './sections.ts';

export function assemble(
  source: Source,
  language: Language,
  blocks: Block[],
  blockOpener: Map<Block, Opener>,
  openers: Openers,
  caseForm: boolean,
  noise: ImportedPaper['noise'],
): ImportedPaper {
  const mainSet = new Set(openers.main);
  const isMain = (block: Block) => {
    const opener = blockOpener.get(block);
    return opener !== undefined && mainSet.has(opener);
  };
  let firstItem = blocks.findIndex(isMain);
  if (firstItem < 0) firstItem = blocks.length;
  // Group, day and block headings right before the first item belong to the items' region.
  const days = openers.mode === 'timed' ? dayHeadings(blocks, language) : new Set<Block>();
  let regionStart = firstItem;
  const timesAbove = timesStandAbove(blocks, isMain, language);
  while (regionStart > 0) {
    const before = blocks[regionStart - 1];
    if (!before || firstItem === blocks.length) break;
    const isGroup = readGroup(before.text, language) !== null;
    const isDayOrBlock = openers.mode === 'timed' && (days.has(before) || language.opens.block.test(before.text));
    const isLooseBreak = looseBreak(before, language, openers) !== null;
    const isLead = timesAbove && openers.mode === 'numbered' && regionStart === firstItem && isTimeAlone(before, language);
    if (!isGroup && !isDayOrBlock && !isLooseBreak && !isLead) break;
    regionStart--;
  }
  const lastOpener = blocks.findLastIndex(isMain);
  const closingStart = findClosing(blocks, lastOpener, language, openers, caseForm);
  const preface = blocks.slice(0, regionStart);
  const region = blocks.slice(regionStart, closingStart);
  const closing = blocks.slice(closingStart);

  const timedItems = openers.main.filter(({ time }) => time !== null).length;
  const kind = detectKind(blocks, firstItem, openers, caseForm, language, timedItems, openers.main.length, blockOpener);
  const listOpeners = new Set(openers.list);
  const listBlocks = preface.filter((block) => listOpeners.has(blockOpener.get(block) as Opener));
  // Sub-points of a listed agenda stand between its points.
  const listRegion =
    listBlocks.length > 0 ? preface.slice(preface.indexOf(listBlocks[0] as Block), preface.indexOf(listBlocks.at(-1) as Block) + 1) : [];
  const listedBlocks = new Set(listRegion);
  const head = preface.filter((block) => !listedBlocks.has(block));
  const prefaceFields = readPreface(head, closing, language, kind, blocks);

  const known = new Set<string>();
  for (const person of [...prefaceFields.attendees.map(({ name }) => name), ...prefaceFields.apologies.map(({ name }) => name)]) {
    known.add(person);
    const first = person.split(' ')[0];
    if (first && first.length > 2) known.add(first);
  }
  const wholeText = source.text.slice(0, 200_000);
  const context: ItemContext = {
    known,
    starIsFixed:
      pattern(`\\*[)"”]?\\s*(?:[=:–-]|${language.lexicon.words.is})?\\s*(?:${language.lexicon.item.starMeans})`).test(wholeText) ||
      openers.main.filter(({ rest }) => rest.startsWith('* ')).length >= 2,
    letters: true,
    programme: openers.mode === 'timed' || kind === 'programme',
    kind,
    date: prefaceFields.date,
    timed: openers.mode === 'timed',
    runIn: openers.mode !== 'timed' && runsIn(region.filter(isMain), (block) => afterNumber(block, blockOpener.get(block) ?? null), language),
    behind:
      kind === 'minutes' &&
      openers.mode !== 'timed' &&
      printsBehindHeadings(
        region.filter(isMain).map((block) => afterNumber(block, blockOpener.get(block) ?? null)),
        language,
      ),
    attachments: [],
    owners: new Map(),
    headings: [],
    spans: (from, value, confidence) => spanOf(source.text, from, value, confidence),
  };

  const caseDocument = caseForm ? readCaseParts(head, region, closing, language) : null;
  let items: ImportedItem[];
  if (caseDocument && openers.mode === 'none')
    items = caseDocument.topics.map((topic) => {
      const item = itemOf({ opener: null, heading: [topic.heading], body: topic.body, group: null, day: null, block: null }, language, context);
      const said = topic.body[0]?.text;
      if (said) item.decision = unpunctuate(language.sentences.first(said));
      return item;
    });
  else items = readItems(region, blockOpener, mainSet, openers, language, context, head);
  if (listRegion.length > 0) mergeList(items, listRegion, blockOpener, language, context);
  mergeSchedule(items, head, language, context);
  items.forEach(nameClosed);
  items = items.filter((item) => item.title !== '' || item.sections.length > 0 || item.children.length > 0);

  // Attendance printed under the first point when the paper has no list of its own.
  let { attendees } = prefaceFields;
  let { apologies } = prefaceFields;
  if (attendees.length === 0 && apologies.length === 0) {
    const firstBlocks = region.slice(
      0,
      region.findIndex((block, i) => i > 0 && isMain(block)) < 0 ? region.length : region.findIndex((block, i) => i > 0 && isMain(block)),
    );
    const { fields } = gatherFields(firstBlocks.slice(1), language);
    const inside = readAttendance(
      fields.filter((field) => field.key === 'present' || (field.key === 'absent' && fields.some((other) => other.key === 'present'))),
      language,
    );
    attendees = inside.attendees;
    apologies = inside.apologies;
  }
  const pointed = readAttendancePoints(items, language, kind, { present: attendees.map(({ name }) => name), apologies });
  attendees = [...attendees, ...pointed.present.map((name) => ({ name, remark: '', ticked: null }))];
  apologies = [...apologies, ...pointed.apologies];
  if (caseForm && apologies.length === 0) {
    const { fields } = gatherFields(blocks, language);
    apologies = readAttendance(
      fields.filter((field) => field.key === 'absent' || field.key === 'noShow'),
      language,
    ).apologies;
  }

  let { chair } = prefaceFields;
  let chairSpan: Span | null = null;
  if (kind === 'minutes') {
    const election = items.find((item) => pattern(`(?:${language.lexicon.outcome.electedChair})`).test(item.title));
    if (election && chair === null) {
      const said = election.decision ?? election.sections[0]?.text ?? '';
      const first = language.people
        .list(said.replace(pattern(`\\b(?:${language.lexicon.outcome.electionWords})\\b`, 'gu'), ','), true)
        .find(({ name }) => language.people.isName(name));
      if (first && election.decision) chair = chosenChair(said, language) ?? first.name;
      else if (election.decision) chair = proposedFor(election, language);
    }
    const sources = [...region.slice(0, 12), ...closing];
    for (const block of sources) {
      const chosen = chosenChair(block.text, language);
      if (!chosen) continue;
      if (chair === null || !prefaceFields.from['chair']) {
        chair = fullName(
          chosen,
          attendees.map(({ name }) => name),
        );
        chairSpan = spanOf(source.text, [block], chosen, 0.8);
      }
      break;
    }
  }
  if (chair === null && kind === 'programme') {
    for (const block of region) {
      const named = pattern(`(?<![\\p{L}])(?:${language.lexicon.people.meetingLeader})\\s+((?:\\p{Lu}[\\p{L}.’-]*\\s?){2,4})`)
        .exec(block.text)?.[1]
        ?.trim();
      if (named && language.people.isName(named)) {
        chair = named;
        break;
      }
    }
  }
  const absent = new Set(apologies.map(({ name }) => name));
  const ticks = attendees.some(({ ticked }) => ticked !== null);
  const participants = attendees
    .filter(({ name, ticked }) => !absent.has(name) && !(ticks && kind === 'minutes' && ticked !== true))
    .filter(({ remark }) => !within(language.lexicon.people.absentRemark).test(remark) || language.holds.substitute.test(remark))
    .map(({ name }) => name);
  for (const { name, remark } of attendees) {
    const excuse = excuseIn(remark, language);
    if (excuse && !absent.has(name)) apologies.push({ name, note: excuse.note, substitute: null });
  }

  const paths = new Map<ImportedItem, number[]>();
  const walk = (list: readonly ImportedItem[], path: number[]) =>
    list.forEach((item, i) => {
      paths.set(item, [...path, i]);
      walk(item.children, [...path, i]);
    });
  walk(items, []);
  for (const [attachment, owner] of context.owners) attachment.itemIndex = paths.get(owner) ?? null;

  // Attachments listed for the whole paper, before or after the items.
  const paperAttachments = readLooseAttachments(head, closing, language);
  const paper: ImportedPaper = {
    kind,
    draft: isDraft(head, language),
    body: caseDocument?.body ?? prefaceFields.body,
    title: prefaceFields.title,
    date: prefaceFields.date ?? caseDocument?.date ?? null,
    endDate: prefaceFields.endDate !== prefaceFields.date ? prefaceFields.endDate : null,
    start: caseForm ? null : prefaceFields.start,
    end: caseForm ? null : prefaceFields.end,
    location: caseForm ? null : prefaceFields.location,
    chair,
    participants: [...new Set(participants)],
    apologies,
    items,
    attachments: [...paperAttachments.before, ...sortByLine(context.attachments), ...paperAttachments.after],
    recommendation: caseDocument?.recommendation ?? null,
    decision: caseDocument?.decision ?? null,
    source: source.text,
    preface: toMarkdown(preface.map((block) => ({ block, text: block.text }))),
    closing: toMarkdown(closing.map((block) => ({ block, text: block.text }))),
    spans: {},
    headings: context.headings,
    findings: [],
    unplaced: [],
    noise,
  };
  if (caseForm && caseDocument?.attachments) paper.attachments = caseDocument.attachments.length > 0 ? caseDocument.attachments : paper.attachments;
  dateDays(paper, language);
  dateByDays(paper, language);
  for (const [field, from] of Object.entries(prefaceFields.from)) {
    const value = paper[field as keyof ImportedPaper];
    const span = from ? spanOf(source.text, from, typeof value === 'string' ? value : null, 0.9) : null;
    if (span) paper.spans[field] = span;
  }
  if (chairSpan) paper.spans['chair'] = chairSpan;
  const used = new Set(Object.values(prefaceFields.from).flatMap((from) => from ?? []));
  if (items.length === 0) {
    paper.unplaced = blocks.map((block) => ({ line: block.lines[0]?.number ?? 1, text: block.text }));
    paper.preface = '';
    paper.closing = '';
  } else {
    const fieldBlocks = new Set(
      gatherFields(head, language)
        .fields.filter((field) => placedKeys.has(field.key) && field.values.length > 0)
        .flatMap((field) => field.blocks),
    );
    for (const block of [...head, ...closing]) {
      if (used.has(block) || fieldBlocks.has(block) || language.is.documentType(block.text)) continue;
      paper.unplaced.push({ line: block.lines[0]?.number ?? 1, text: block.text });
    }
  }
  paper.findings = findFindings(paper, language, { attachmentBlocks: blocks });
  return paper;
}

const placedKeys = new Set([
  'date',
  'time',
  'endTime',
  'place',
  'body',
  'meetingName',
  'chair',
  'present',
  'members',
  'group',
  'absent',
  'noShow',
  'subject',
  'mailFiles',
]);

function sortByLine<T extends { line: number }>(list: readonly T[]): T[] {
  return [...list].sort((a, b) => a.line - b.line);
}

function fullName(name: string, people: readonly string[]): string {
  return people.find((person) => person === name) ?? (name.includes(' ') ? name : (people.find((person) => person.startsWith(`${name} `)) ?? name));
}
