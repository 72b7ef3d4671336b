// A paper's lines → its structure. The order: noise, layout, what opens items, blocks, preface, items, closing, findings.
import { makeBlocks, measureLayout, roleAtEnd, wrapsInto, type Block, type Layout } from '../blocks.ts';
import { findFindings } from '../findings.ts';
import { isoDate } from '../grammar/date.ts';
import { mendScan, pattern } from '../grammar/pattern.ts';
import { readHeading, type HeadingContext } from '../grammar/heading.ts';
import { unpunctuate } from '../grammar/sentence.ts';
import type { Language } from '../language.ts';
import { siftNoise } from '../noise.ts';
import type { ImportedItem, ImportedPaper, ItemType, PaperKind, SourceText, Span } from '../paper.ts';
import { spanOf } from '../spans.ts';
import type { Line, Source } from '../source.ts';
import { readAttachment, joinArchiveRows } from './attachments.ts';
import { applyHeading, emptyItem, fillItem, personLine, sectionHeading, toMarkdown, type ItemContext } from './items.ts';
import { findHeaded } from './headed.ts';
import { findOpeners, type Opener, type Openers } from './openers.ts';
import { chosenChair } from './outcome.ts';
import { gatherFields, readAttendance, readPreface } from './preface.ts';
import { readSlotChildren, splitChildren } from './children.ts';
import { splitTopics } from './topics.ts';
import { drawTextTables } from '../textTables.ts';

interface Group {
  type: ItemType | null;
  fixed: boolean;
  closed: boolean;
  /** "LUKKET PUNKT" covers the next point only. */
  once: boolean;
}

/** What each block is for: an item's heading, a group or day heading, or plain. */
interface Segment {
  opener: Opener | null;
  heading: Block[];
  body: Block[];
  group: Group | null;
  day: number | null;
  block: string | null;
}

/** Recognises a paper. Pure; never throws on any text; linear in its length. */
export function recognise(source: Source, language: Language): ImportedPaper {
  const { lines: sifted, noise } = siftNoise(source.lines, language);
  const lines = drawTextTables(sifted, source.text, language);
  const layout = measureLayout(lines);
  let openers = findOpeners(lines, language, layout);
  const caseForm = isCase(lines, openers, language);
  if (openers.mode === 'none' || (caseForm && openers.mode === 'numbered')) {
    const headed = findHeaded(lines, language, layout, caseForm);
    if (headed.length > 0 || caseForm) openers = { mode: headed.length > 0 ? 'headed' : 'none', main: headed, list: [] };
  }
  const opening = new Map<number, Opener>();
  for (const opener of [...openers.list, ...openers.main]) opening.set(opener.line, opener);
  const openingLines = new Set([...opening.keys()].map((index) => lines[index]));
  const headingJoins = caseForm ? new Set<Line>() : joinHeadings(lines, openers, layout, language);
  const starts = (line: Line, before: Line | undefined): boolean => {
    if (openingLines.has(line)) return true;
    if (before && headingJoins.has(line)) return false;
    if (before && openingLines.has(before)) return true;
    if (headingJoins.has(before as Line)) return true;
    if (before && isLoneLabel(before, language)) return true;
    return startsBlock(line, language, openers);
  };
  const blocks = makeBlocks(lines, layout, language, starts, source);
  const joined = gatherHeadingBlocks(blocks, headingJoins);
  const blockOpener = new Map<Block, Opener>();
  const byFirstLine = new Map<Line, Block>();
  for (const block of joined) if (block.lines[0]) byFirstLine.set(block.lines[0], block);
  for (const [index, opener] of opening) {
    const line = lines[index];
    const block = line && byFirstLine.get(line);
    if (block) blockOpener.set(block, opener);
  }
  return assemble(source, language, joined, blockOpener, openers, caseForm, noise);
}

/** Lines that go on with an item's heading. */
function joinHeadings(lines: readonly Line[], openers: Openers, layout: Layout, language: Language): Set<Line> {
  const joins = new Set<Line>();
  const opening = new Set(openers.main.map(({ line }) => line).concat(openers.list.map(({ line }) => line)));
  const lengths = openers.main.map(({ line }) => lines[line]?.text.length ?? 0).filter((length) => length > 45);
  const widest = lengths.reduce((a, b) => Math.max(a, b), 0);
  const nearWidest = lengths.filter((length) => length > widest * 0.85).length;
  const spaced = openers.main.filter(({ line }) => (lines[line + 1]?.blanks ?? 1) > layout.spacing).length >= openers.main.length * 0.6;
  const connector = pattern(`(?:^|\\s)(?:${language.lexicon.words.connectors})$`);
  for (const opener of [...openers.main, ...openers.list]) {
    let at = opener.line;
    for (let extra = 0; extra < 6; extra++) {
      const line = lines[at];
      const next = lines[at + 1];
      if (!line || !next || opening.has(at + 1) || next.row || next.depth > 0 || line.depth > 0) break;
      const quotes =
        openers.mode === 'timed' &&
        next.blanks === 0 &&
        (lines
          .slice(opener.line, at + 1)
          .map(({ text }) => text)
          .join(' ')
          .match(/[“”"]/g)?.length ?? 0) === 1;
      if (next.bullet !== null && !(quotes && /[–—-]/.test(next.bullet))) break;
      const gap = Math.max(0, next.blanks - layout.spacing);
      const onlyNumber = !/\p{L}{2}/u.test(opener.rest) && at === opener.line;
      if (onlyNumber) {
        if (openers.mode === 'timed' && next.cells.length > 1) break;
        if (language.label(next.text, next.cells)?.rest === '' && opener.style === 'bare') {
          break;
        }
        if (opener.style === 'answer') break;
        joins.add(next);
        at++;
        continue;
      }
      const sofar = lines
        .slice(opener.line, at + 1)
        .map(({ text }) => text)
        .join(' ');
      const speaks = openers.mode === 'timed' && gap === 0 && personLine(opener.rest || sofar, language) !== null;
      const talk = speaks && (/:$/.test(line.text) || (!/:\s|[“”"]/.test(sofar) && (/:$/.test(next.text) || /[“”"]/.test(next.text))));
      const inQuote = openers.mode === 'timed' && gap === 0 && (sofar.match(/[“”"]/g)?.length ?? 0) === 1;
      if (talk || inQuote) {
        joins.add(next);
        at++;
        continue;
      }
      const hanging = connector.test(line.text.slice(-12)) || roleAtEnd(language).test(line.text.slice(-60));
      if (hanging && next.blanks <= 1 && roleAtEnd(language).test(line.text.slice(-60)) && language.people.isName(next.text, false)) {
        joins.add(next);
        at++;
        continue;
      }
      if (openers.mode === 'timed' && !hanging && personLine(next.text, language) !== null) break;
      if (gap > 0 || language.label(next.text, next.cells) || language.is.caseNumber(next.text) || startsBlock(next, language, openers)) break;
      const first = next.text.split(' ', 1)[0] ?? '';
      const dash = /^[–—-]\s/.test(next.text) && gap === 0;
      const lower = dash || (/^\p{Ll}/u.test(mendScan(next.text.slice(0, 12))) && !/[.!?:]$/.test(line.text));
      const dangling = connector.test(line.text.slice(-12)) || /[,\-–/(&]$/.test(line.text);
      const full =
        line.text.length + 1 + first.length > widest &&
        line.text.length > 45 &&
        nearWidest >= 3 &&
        line.text.length > widest * 0.7 &&
        !/[.!?:]$/.test(line.text);
      const byWidth =
        layout.width !== Infinity &&
        line.text.length > 45 &&
        line.text.length <= layout.width * 1.3 &&
        line.text.length + 1 + first.length > layout.width * 0.97 &&
        !/[.!?:]$/.test(line.text);
      const short =
        spaced && next.text.length < 60 && !/[.!?:]$/.test(next.text) && (lines[at + 2]?.blanks ?? 1) > layout.spacing && line.text.length > 40;
      const presenter = pattern(`^(?:${language.lexicon.item.presenterMarks}|ved )`).test(next.text);
      if (presenter || !(lower || dangling || full || byWidth || short)) break;
      joins.add(next);
      at++;
    }
  }
  return joins;
}

function gatherHeadingBlocks(blocks: readonly Block[], joins: ReadonlySet<Line>): Block[] {
  const out: Block[] = [];
  for (const block of blocks) {
    const last = out.at(-1);
    const first = block.lines[0];
    if (last && first && joins.has(first)) {
      last.lines.push(...block.lines);
      last.text = `${last.text} ${block.text}`;
    } else out.push({ ...block, lines: [...block.lines], index: out.length });
  }
  return out;
}

/** A heading of a section on its line, nothing after it: what follows is its text, never its continuation. */
function isLoneLabel(line: Line, language: Language): boolean {
  if (line.text.length > 140) return false;
  const label = language.label(line.text, line.cells);
  return (label !== null && label.rest === '' && (label.marked || /^\p{Lu}/u.test(line.text))) || sectionHeading(line.text, language) !== null;
}

/** Lines that begin something of their own: list points, labels, times, headings. */
function startsBlock(line: Line, language: Language, openers: Openers): boolean {
  if (line.bullet !== null || line.depth > 0 || line.row !== null || line.tick !== null || line.bold) return true;
  const { text } = line;
  if (/^\d{1,2}\s?[.)]\s+\S/.test(text) && !language.calendar.find(text.slice(0, 30)).some((date) => date.from === 0)) return true;
  if (/^at\s?\d*\)/i.test(text) || /^\d{1,3}\s?-(?:\s+\d{5,}|\s*$|\s{1,3}(?:Åben|Lukket)\s)/u.test(text)) return true;
  if (/^[a-zæøåA-ZÆØÅ]\s?[).]\s+[^\d\s]/u.test(text) || /^\d+\.\d+\.?\)?\s+\p{L}/u.test(text)) return true;
  const label = language.label(text, line.cells);
  if (label && (label.marked || (label.rest === '' && /^\p{Lu}/u.test(text)))) return true;
  if (openers.mode === 'timed' && language.clock.opening(text.replace(/^\d{1,2}[.)]\s+/, ''))) return true;
  if (sectionHeading(text, language)) return true;
  if (language.opens.day.test(text) || (openers.mode === 'timed' && language.opens.block.test(text))) return true;
  if (openers.mode === 'timed' && /^["“”»]/.test(text)) return false;
  return (
    pattern(`^(?:${language.lexicon.item.presenterMarks}|${language.lexicon.attachments.word}\\s*(?:nr\\.?\\s*)?\\d|ved\\s+\\p{Lu})`).test(text) ||
    language.opens.tracks.test(text)
  );
}

/** A case form: "Punkter til behandling", or case sections with no numbered points over them. */
function isCase(lines: readonly Line[], openers: Openers, language: Language): boolean {
  const top = lines.slice(0, 12);
  const form = top.some((line) => language.holds.caseForm.test(line.text) && line.text.length < 60);
  if (form && openers.main.every(({ style }) => style !== 'point' && style !== 'answer')) return true;
  const first = openers.main[0]?.line ?? Infinity;
  const sections = lines.findIndex(
    (line) => ['case', 'caseRoute'].includes(language.label(line.text, line.cells)?.key ?? '') && line.text.length < 40,
  );
  const strong = openers.main.some(({ style }) => style === 'point' || style === 'answer');
  return (
    sections >= 0 &&
    sections < first &&
    !strong &&
    lines.slice(0, sections).length < 25 &&
    openers.mode !== 'timed' &&
    !lines.slice(0, sections).some((line) => language.is.documentType(line.text) && /dagsorden|referat/i.test(line.text))
  );
}

function detectKind(
  blocks: readonly Block[],
  firstItem: number,
  openers: Openers,
  caseForm: boolean,
  language: Language,
  timedItems: number,
  items: number,
): PaperKind {
  if (caseForm) return 'case';
  const head = blocks.slice(0, Math.max(firstItem, 0)).filter((block) => block.text.length < 200);
  const title = head.slice(0, 30);
  const noReminder = (text: string) => !/(?:godkendelse af|sidste|forrige|seneste) referat/i.test(text);
  const saysMinutes = title.some(
    (block) =>
      language.holds.minutes.test(block.text) &&
      noReminder(block.text) &&
      !/^(?:referent|ref\.)/i.test(block.text) &&
      !/referat (?:ved|skrives|føres)/i.test(block.text) &&
      language.label(block.text, block.cells)?.key !== 'ignored',
  );
  const text = blocks.map((block) => block.text);
  const decisions = blocks.filter((block) => {
    const special = sectionHeading(block.text, language);
    const label = language.label(block.text, block.cells);
    return (
      (special?.key === 'decision' && special.date !== null) || ((label?.key === 'decision' || label?.key === 'minutes') && label.rest.length > 1)
    );
  }).length;
  const answers = openers.main.filter(({ style }) => style === 'answer').length;
  const present = head.some((block) => /^(?:til ?stede|tilstede|mødte?|fremmødte?|deltog|tilstedeværende)\b/iu.test(mendScan(block.text)));
  const absent = head.some((block) => ['noShow'].includes(language.label(block.text, block.cells)?.key ?? '') || /^fraværende\b/i.test(block.text));
  const ended =
    text
      .slice(-25)
      .some((line) => /mødet (?:sluttede|hævet|afsluttet|slut)|referatet? (?:er )?godkendt|dirigenten takkede|således passeret/i.test(line)) ||
    head.some((block) => language.label(block.text, block.cells)?.key === 'endTime' && /\d/.test(block.text));
  let outcomes = 0;
  for (const block of blocks.slice(Math.max(0, firstItem)))
    if (
      /\b(?:blev|godkendt|vedtaget|drøftede|orienterede|berettede|fremlagde|taget til efterretning|udsat|gennemgik|oplyste|fortalte)\b/i.test(
        block.text,
      ) &&
      !/^at\b/.test(block.text)
    )
      outcomes++;
  const past = outcomes / Math.max(1, items);
  const saysAgenda = title.some((block) => language.holds.agenda.test(block.text) && block.text.length < 120);
  const saysProgramme =
    title.some((block) => language.holds.programme.test(block.text) && block.text.length < 160) ||
    title.some((block) => language.holds.event.test(block.text) && block.text.length < 90 && language.label(block.text) === null);
  if (saysMinutes && !(saysAgenda && past < 0.2 && decisions === 0 && answers === 0 && !present)) return 'minutes';
  if (answers >= 2 || decisions >= 2 || (present && past > 0.3) || (absent && past > 0.3) || (ended && past > 0.2)) return 'minutes';
  if (saysProgramme && !title.some((block) => /^dagsorden\b/i.test(block.text)) && (timedItems > 0 || openers.mode === 'timed')) return 'programme';
  // An agenda printed once as a list and once with what was said; or short answers under most points.
  const volume = blocks.slice(Math.max(0, firstItem)).reduce((sum, block) => sum + block.text.length, 0) / Math.max(1, items);
  if (openers.mode === 'numbered' && ((openers.list.length >= 2 && past >= 0.4) || (items >= 3 && past >= 0.7 && volume < 500))) return 'minutes';
  if (!saysAgenda && past >= 0.8 && items >= 3 && openers.mode !== 'timed') return 'minutes';
  if (openers.mode === 'timed' && !saysAgenda) return 'programme';
  if (!saysAgenda && past >= 1.2 && items >= 3 && openers.mode !== 'timed') return 'minutes';
  return 'agenda';
}

function assemble(
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
  let regionStart = firstItem;
  while (regionStart > 0) {
    const before = blocks[regionStart - 1];
    if (!before || firstItem === blocks.length) break;
    const isGroup = readGroup(before.text, language) !== null;
    const isDayOrBlock = openers.mode === 'timed' && (isDay(before, language) || language.opens.block.test(before.text));
    const isLooseBreak = looseBreak(before, language, openers) !== null;
    if (!isGroup && !isDayOrBlock && !isLooseBreak) break;
    regionStart--;
  }
  const lastOpener = blocks.findLastIndex(isMain);
  const closingStart = findClosing(blocks, lastOpener, language, openers, caseForm);
  const preface = blocks.slice(0, regionStart);
  const region = blocks.slice(regionStart, closingStart);
  const closing = blocks.slice(closingStart);

  const timedItems = openers.main.filter(({ time }) => time !== null).length;
  const kind = detectKind(blocks, firstItem, openers, caseForm, language, timedItems, openers.main.length);
  const listOpeners = new Set(openers.list);
  const listBlocks = preface.filter((block) => listOpeners.has(blockOpener.get(block) as Opener));
  // Sub-points of a listed agenda stand between its points.
  const listRegion =
    listBlocks.length > 0 ? preface.slice(preface.indexOf(listBlocks[0] as Block), preface.indexOf(listBlocks.at(-1) as Block) + 1) : [];
  const listedBlocks = new Set(listRegion);
  const head = preface.filter((block) => !listedBlocks.has(block));
  const prefaceFields = readPreface(head, closing, language, kind);

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
      /\*\s*(?:=|:|–|-)?\s*(?:fast|angiver|markerer|betyder)/i.test(wholeText) ||
      openers.main.filter(({ rest }) => rest.startsWith('* ')).length >= 2,
    letters: true,
    programme: openers.mode === 'timed' || kind === 'programme',
    kind,
    date: prefaceFields.date,
    timed: openers.mode === 'timed',
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
    const election = items.find((item) => pattern(`(?:dirigent|ordstyrer|mødeleder)`).test(item.title));
    if (election && chair === null) {
      const said = election.decision ?? election.sections[0]?.text ?? '';
      const first = language.people
        .list(said.replace(/\b(?:blev|foreslog|som|valgt|til|og)\b/gu, ','), true)
        .find(({ name }) => language.people.isName(name));
      if (first && election.decision) chair = chosenChair(said, language) ?? first.name;
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
      const named = pattern('(?<![\\p{L}])(?:mødeleder|ordstyrer|konferencier|moderator)\\s+((?:\\p{Lu}[\\p{L}.’-]*\\s?){2,4})')
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
    .filter(
      ({ remark }) =>
        !/(?:^|\W)(?:afbud|fraværende|ikke til stede|udeblevet)(?:\W|$)/iu.test(remark) ||
        pattern(`(?:${language.lexicon.people.substitute})`).test(remark),
    )
    .map(({ name }) => name);
  for (const { name, remark } of attendees) {
    if (/^(?:-\s*)?(?:afbud|fraværende|meldt afbud)\b/iu.test(remark) && !absent.has(name)) apologies.push({ name, note: null, substitute: null });
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
  dateDays(paper);
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

function isDraft(head: readonly Block[], language: Language): boolean {
  return head
    .slice(0, 25)
    .some(
      (block) =>
        block.text.length < 140 &&
        block.bullet === null &&
        language.holds.draft.test(block.text) &&
        !/godkend|bilag|sendt/i.test(block.text) &&
        language.label(block.text)?.key !== 'mailFiles' &&
        (pattern('^(?:udkast|foreløbigt?|kladde|draft)').test(block.text) ||
          pattern('(?:^|[\\s(–-])(?:udkast|foreløbigt?|kladde)(?:\\)|$|\\s+(?:til\\s+)?(?:program|dagsorden|referat))').test(block.text)),
    );
}

/** Days count only when there are several, or when the paper says which of them it is. */
function dateDays(paper: ImportedPaper): void {
  const days = new Set<number>();
  const walk = (items: readonly ImportedItem[], act: (item: ImportedItem) => void) => {
    for (const item of items) {
      act(item);
      walk(item.children, act);
    }
  };
  walk(paper.items, (item) => {
    if (item.day !== null) days.add(item.day);
  });
  const single = days.size <= 1 && !days.has(2) && !days.has(3) && paper.endDate === null;
  if (single && !/dag\s*\d/i.test(paper.preface)) walk(paper.items, (item) => void (item.day = null));
}

/** Dates printed only in the day headings ("Dag 1 – mandag den 3. maj 2027") date the paper. */
function dateByDays(paper: ImportedPaper, language: Language): void {
  if (paper.date !== null) return;
  const dates = paper.headings.flatMap(({ text }) => language.calendar.find(text)).flatMap((date) => isoDate(date) ?? []);
  paper.date = dates[0] ?? null;
  const last = dates.at(-1);
  if (last !== undefined && last !== paper.date) paper.endDate = last;
}

function isDay(block: Block, language: Language): boolean {
  const { text } = block;
  if (text.length > 90) return false;
  if (language.opens.day.test(text)) return true;
  const date = language.calendar.find(text)[0];
  return (
    language.opens.weekday.test(text) &&
    date !== undefined &&
    date.from <= 12 &&
    language.clock.opening(text) === null &&
    text.slice(date.to).length < 30 &&
    !/\bnæste\b/i.test(text)
  );
}

/** "BESLUTNINGSPUNKTER", "LUKKEDE PUNKTER", "FASTE PUNKTER": a heading over several points. */
function readGroup(text: string, language: Language): Group | null {
  const plain = unpunctuate(text.replace(/^[A-ZÆØÅ\dIVX]{1,3}[.)]\s+/u, '').replace(/\s*\([^)]*\)\s*$/, ''));
  if (plain.length > 60 || plain.length < 4) return null;
  const { is } = language;
  const singular = /punkt$|sag$/i.test(plain);
  if (is.groupClosed(plain) && !/^lukkede?$/i.test(plain)) return { type: null, fixed: false, closed: true, once: singular };
  if (is.groupOpen(plain) && /punkter|sager|del|dagsorden/i.test(plain)) return { type: null, fixed: false, closed: false, once: false };
  if (is.groupFixed(plain)) return { type: null, fixed: true, closed: false, once: false };
  if (is.groupOther(plain)) return { type: null, fixed: false, closed: false, once: false };
  for (const { type, group } of language.lexicon.item.types) {
    if (pattern(`^(?:${group})$`).test(plain) && (/punkt|sager|^til /i.test(plain) || /^\p{Lu}{6,}$/u.test(plain)))
      return { type, fixed: false, closed: false, once: false };
  }
  return null;
}

/** "Pause   10 min." between numbered points is an item without a number. */
function looseBreak(block: Block, language: Language, openers: Openers): boolean | null {
  if (openers.mode === 'none' || block.text.length > 90 || block.row) return null;
  const whole = block.text.replace(/^\(|\)$/g, '');
  // "Kl. 10.00-10.15: Pause" stands between numbered points as often as "Pause kl. 10.00".
  const clock = language.clock.opening(whole);
  const text = clock === null ? whole : whole.slice(clock.to).replace(/^[\s:.–—-]+/, '');
  const timed = clock !== null || language.clock.find(text).length > 0 || language.clock.durations(text).length > 0;
  if (!language.opens.break.test(text) || language.opens.notBreak.test(text)) return null;
  if (timed || /^(?:\p{L}*pause|frokost|middag|kaffe)\.?$/iu.test(text)) return true;
  return null;
}

function findClosing(blocks: readonly Block[], lastOpener: number, language: Language, openers: Openers, caseForm: boolean): number {
  if (lastOpener < 0) return blocks.length;
  if (caseForm) {
    const over = blocks.findIndex(
      (block, i) =>
        i > lastOpener &&
        ['recommendation', 'attachments', 'decision', 'absent'].includes(
          language.label(block.text, block.lines[0]?.cells)?.key ?? sectionHeading(block.text, language)?.key ?? '',
        ),
    );
    return over < 0 ? blocks.length : over;
  }
  const closes = pattern(
    '^(?:næste (?:ordinære )?(?:møde|bestyrelsesmøde|generalforsamling)|mødet (?:sluttede|slut|hævet|afsluttedes|er slut|blev hævet)|dirigenten takkede|ref\\.?:? |referent:? |underskrift|der tages forbehold|praktisk|spørgsmål (?:om|til) .* rettes|referatet (?:er )?godkendt|det står forkortelserne|konferencen er (?:støttet|planlagt)|tilmelding|afbud (?:til|meldes|bedes)|vel mødt|kommende (?:punkter|møder)|der er .* (?:fra|kl)|hvis du ikke allerede|godkendt (?:den|d\\.)|således)',
  );
  for (let i = lastOpener + 1; i < blocks.length; i++) {
    const block = blocks[i];
    if (!block) continue;
    if (openers.mode === 'headed' && block.gap === 0 && i === lastOpener + 1) continue;
    const label = language.label(block.text, block.lines[0]?.cells);
    if (label && ['nextMeeting', 'closing', 'practical'].includes(label.key) && (label.marked || label.rest === '')) return i;
    if (language.opens.signOff.test(block.text) && block.text.length < 60) return i;
    if (language.is.appendix(block.text)) return i;
    if (closes.test(block.text)) return i;
    if (label && ['attachments'].includes(label.key) && /oversigt|liste/i.test(label.label)) return i;
    if (openers.mode === 'timed' && block.gap >= 2 && language.clock.opening(block.text) === null && block.text.length < 40 && i > lastOpener + 1)
      return i;
  }
  return blocks.length;
}

function segmentsOf(
  region: readonly Block[],
  blockOpener: ReadonlyMap<Block, Opener>,
  main: ReadonlySet<Opener>,
  openers: Openers,
  language: Language,
  head: readonly Block[],
  headings: SourceText[],
): Segment[] {
  const segments: Segment[] = [];
  let group: Group | null = null;
  let day: number | null = null;
  let block: string | null = null;
  let pending: string | null = null;
  let lastDate: string | null = null;
  const dayIn = head
    .map((entry) => (entry.text.length < 60 ? /(?:^|\s)dag\s*(\d)(?:\s|$)/i.exec(entry.text)?.[1] : undefined))
    .filter((found) => found !== undefined);
  if (openers.mode === 'timed' && dayIn.length > 0) day = Number(dayIn.at(-1));
  let current: Segment | null = null;
  const push = (segment: Segment) => {
    segments.push(segment);
    current = segment;
    if (group?.once) group = null;
  };
  const keep = (entry: Block) => headings.push({ line: entry.lines[0]?.number ?? 0, text: entry.text });
  for (let at = 0; at < region.length; at++) {
    const entry = region[at];
    if (!entry) break;
    const opener = blockOpener.get(entry);
    if (opener && main.has(opener)) {
      push({ opener, heading: [entry], body: [], group, day, block });
      continue;
    }
    if (openers.mode === 'timed' && isDay(entry, language)) {
      const date = language.calendar.find(entry.text)[0];
      const key = date ? `${date.month}-${date.day}` : entry.text;
      const said = /dag\s*(\d)/i.exec(entry.text)?.[1] ?? /^(\d)\. dag/i.exec(entry.text)?.[1];
      if (said) day = Number(said);
      else if (key !== lastDate) day = (day ?? 0) + 1;
      lastDate = key;
      keep(entry);
      block = null;
      current = null;
      continue;
    }
    if (openers.mode === 'timed' && language.opens.block.test(entry.text) && entry.text.length < 160) {
      block = unpunctuate(entry.text);
      keep(entry);
      pending = /:$/.test(entry.text) ? entry.text : null;
      current = null;
      continue;
    }
    if (pending !== null && current === null && entry.text.length < 160 && language.clock.opening(entry.text) === null && !/:$/.test(entry.text)) {
      block = unpunctuate(`${pending} ${entry.text}`);
      keep(entry);
      pending = null;
      continue;
    }
    if (pending === null && block !== null && current === null && (/^[–-]/.test(entry.text) || entry.bullet === '–') && entry.gap === 0) {
      block = `${block} ${entry.bullet ?? ''} ${entry.text}`.replace(/\s+/g, ' ');
      keep(entry);
      continue;
    }
    const follows = region[at + 1];
    const heads = follows !== undefined && (main.has(blockOpener.get(follows) as Opener) || readGroup(follows.text, language) !== null);
    const found = !heads
      ? null
      : entry.gap > 0 || current === null || entry.depth > 0 || /^[\p{Lu}\s]+$/u.test(entry.text)
        ? readGroup(entry.text, language)
        : null;
    if (found) {
      group = found;
      keep(entry);
      current = null;
      continue;
    }
    const untitled =
      current !== null &&
      (current as Segment).body.length === 0 &&
      (current as Segment).opener !== null &&
      !/\p{L}{3}/u.test((current as Segment).opener?.rest ?? '');
    if (!untitled && looseBreak(entry, language, openers)) {
      push({ opener: null, heading: [entry], body: [], group: null, day, block });
      current = segments.at(-1) ?? null;
      continue;
    }
    if (current !== null) (current as Segment).body.push(entry);
    else if (openers.mode === 'timed' && day !== null && segments.length + 1 > 0) {
      // "Morgenmad og udtjekning kl. 7.00-8.15": the time at the end, before the first slot of a day.
      const range = language.clock.find(entry.text).at(-1);
      if (range && range.to >= entry.text.length - 1 && entry.text.length < 120)
        push({ opener: null, heading: [entry], body: [], group, day, block });
      else if (segments.length > 0) segments.at(-1)?.body.push(entry);
      else keep(entry);
    } else if (segments.length > 0) segments.at(-1)?.body.push(entry);
    else keep(entry);
  }
  return segments;
}

function readItems(
  region: readonly Block[],
  blockOpener: ReadonlyMap<Block, Opener>,
  main: ReadonlySet<Opener>,
  openers: Openers,
  language: Language,
  context: ItemContext,
  head: readonly Block[],
): ImportedItem[] {
  const segments = segmentsOf(region, blockOpener, main, openers, language, head, context.headings);
  const items: ImportedItem[] = [];
  for (const segment of segments) {
    const made = itemsOf(segment);
    const parent = items.at(-1);
    if (segment.opener?.under && parent) parent.children.push(...made);
    else for (const item of made) items.push(item);
  }
  return items;

  function itemsOf(segment: Segment): ImportedItem[] {
    const topics = context.kind === 'case' && openers.mode === 'timed' ? splitTopics(segment.heading, segment.body, language) : null;
    if (!topics) return [itemOf(segment, language, context)];
    return topics.map((topic, i) =>
      itemOf({ ...segment, opener: i === 0 ? segment.opener : null, heading: [topic.heading], body: topic.body }, language, context),
    );
  }
}

/** The heading's text without its number. */
function headingText(segment: Segment): { text: string; body: Block[] } {
  const first = segment.heading[0];
  let text = segment.heading.map((block) => block.text).join(' ');
  const opener = segment.opener;
  if (opener && opener.style !== 'cell' && opener.number !== null) {
    const own = first?.lines[0]?.text ?? '';
    const at = opener.rest === '' ? own.length : own.lastIndexOf(opener.rest.replace(/^\* /, ''));
    text = `${opener.rest.startsWith('* ') ? '* ' : ''}${at >= 0 ? text.slice(at) : text}`;
  } else if (opener?.style === 'cell' && opener.number !== null) text = text.replace(/^\s*\d{1,3}\.?/, '');
  else if (opener?.time) text = text.replace(/^\d{1,2}[.)]\s+(?=\d{1,2}[.:]\d{2})/, '');
  return { text: text.trim(), body: segment.body };
}

function itemOf(segment: Segment, language: Language, context: ItemContext): ImportedItem {
  const item = emptyItem();
  const { opener } = segment;
  item.number = opener?.number ?? null;
  item.day = segment.day;
  item.block = segment.block;
  const { text } = headingText(segment);
  let body = [...segment.body];
  let heading = readHeading(text, language, context as HeadingContext, null);
  const headBlocks = [...segment.heading];
  // A slot whose line holds only the time: the title is the next block, with its own number perhaps.
  for (
    let round = 0;
    round < 2 && heading.title === '' && body[0] && language.label(body[0].text) === null && body[0].bullet === null && opener?.style !== 'answer';
    round++
  ) {
    let next = body.shift();
    if (!next) break;
    headBlocks.push(next);
    const role = body[0];
    if (role && roleAtEnd(language).test(next.text.slice(-60)) && language.people.isName(role.text, false)) {
      body.shift();
      headBlocks.push(role);
      next = { ...next, text: `${next.text} ${role.text}` };
    }
    const number = /^(\d{1,3})\s?[.)]\s+(?=\p{L})/u.exec(next.text);
    if (number?.[1] && item.number === null) item.number = number[1];
    const times = {
      start: heading.start,
      end: heading.end,
      minutes: heading.minutes,
      fixed: heading.fixed,
      closed: heading.closed,
      type: heading.type,
    };
    heading = readHeading(number ? next.text.slice(number[0].length) : next.text, language, context as HeadingContext, null);
    heading.start = times.start ?? heading.start;
    heading.end = times.end ?? heading.end;
    heading.minutes ??= times.minutes;
    heading.fixed ||= times.fixed;
    heading.closed ||= times.closed;
    heading.type ??= times.type;
  }
  // A numbered title behind a time on the same line.
  const inner = context.timed && item.number === null ? /^(\d{1,3})\s?[.)]\s+(?=\p{L})/u.exec(heading.title) : null;
  if (inner?.[1]) {
    item.number = inner[1];
    const again = readHeading(heading.title.slice(inner[0].length), language, context as HeadingContext, null);
    heading = {
      ...again,
      start: heading.start ?? again.start,
      end: heading.end ?? again.end,
      minutes: heading.minutes ?? again.minutes,
      presenters: [...new Set([...heading.presenters, ...again.presenters])],
      type: again.type ?? heading.type,
      fixed: heading.fixed || again.fixed,
      closed: heading.closed || again.closed,
      rest: heading.rest,
    };
  }
  applyHeading(item, heading);
  item.heading = headBlocks.map((block) => block.text).join('\n');
  const titleSpan = context.spans(headBlocks, item.title, opener ? 0.95 : 0.75);
  if (titleSpan) {
    item.spans['title'] = titleSpan;
    if (item.start) item.spans['start'] = context.spans(headBlocks, null, 0.9) ?? titleSpan;
  }
  if (segment.group) {
    item.fixed ||= segment.group.fixed;
    item.closed ||= segment.group.closed;
    if (item.type !== 'break') item.type = segment.group.type ?? item.type;
  }
  const split = splitChildren(
    item.number,
    body,
    language,
    context.timed,
    context.kind === 'agenda' || context.kind === 'programme' ? (segment.heading[0]?.indent ?? null) : null,
  );
  body = split.body;
  if (heading.rest !== '' && headBlocks[0]) body = [{ ...headBlocks[0], text: heading.rest, cells: [heading.rest], gap: 0 }, ...body];
  const slot = context.timed && split.children.length === 0 && item.type !== 'break' ? readSlotChildren(body, language) : null;
  fillItem(item, slot ? slot.body : body, language, context);
  const children = slot ? slot.children : split.children;
  item.children = children.map((child) => childOf(child, item, language, context));
  if (slot && slot.children.length > 0) item.presenters = heading.presenters;
  if (item.type === 'break') item.presenters = [];
  // A heading without words is its first sentence.
  if (item.title === '' && opener?.style !== 'answer') {
    const first = item.sections[0]?.text;
    if (first) item.title = unpunctuate(language.sentences.first(first));
  }
  return item;
}

export interface ChildBlocks {
  number: string | null;
  heading: string;
  block: Block;
  body: Block[];
}

function childOf(child: ChildBlocks, parent: ImportedItem, language: Language, context: ItemContext): ImportedItem {
  const item = emptyItem();
  item.number = child.number;
  item.day = parent.day;
  item.block = parent.block;
  const heading = readHeading(child.heading, language, context as HeadingContext, null);
  // "Kaffe og kage" under a point is a subject, not a pause.
  if (heading.type === 'break' && heading.start === null && heading.minutes === null && !context.timed) heading.type = null;
  applyHeading(item, heading);
  item.heading = child.block.text;
  const span = context.spans([child.block], item.title, 0.85);
  if (span) item.spans['title'] = span;
  const body = heading.rest === '' ? child.body : [{ ...child.block, text: heading.rest, cells: [heading.rest] }, ...child.body];
  fillItem(item, body, language, context);
  return item;
}

/** A list of points printed before the answers: titles for points without one, points that came up nowhere else. */
function mergeList(
  items: ImportedItem[],
  listRegion: readonly Block[],
  blockOpener: ReadonlyMap<Block, Opener>,
  language: Language,
  context: ItemContext,
): void {
  const listed: { item: ImportedItem; value: number; words: string; line: number }[] = [];
  let body: Block[] = [];
  let at: { block: Block; opener: Opener } | null = null;
  const flush = () => {
    if (!at) return;
    const item = itemOf({ opener: at.opener, heading: [at.block], body, group: null, day: null, block: null }, language, {
      ...context,
      attachments: [],
      kind: 'agenda',
    });
    listed.push({
      item,
      value: at.opener.value,
      words: [at.block, ...body].map((block) => block.text).join('\n'),
      line: at.block.lines[0]?.number ?? 0,
    });
    body = [];
  };
  for (const block of listRegion) {
    const opener = blockOpener.get(block);
    if (opener) {
      flush();
      at = { block, opener };
    } else body.push(block);
  }
  flush();
  let cursor = 0;
  for (const { item, value, words, line } of listed) {
    const onlyPerson = item.presenters.length > 0 && item.title === '';
    const personTitle = language.people.isName(item.title);
    const own = items.find((candidate) => candidate.number !== null && Number.parseInt(candidate.number, 10) === value);
    if (own) {
      cursor = items.indexOf(own) + 1;
      own.start ??= item.start;
      own.end ??= item.end;
      own.minutes ??= item.minutes;
      own.fixed ||= item.fixed;
      own.closed ||= item.closed;
      own.type ??= item.type;
      own.listed = words;
      if (own.title === '') {
        own.title = item.title;
        if (item.spans['title']) own.spans['title'] = item.spans['title'];
      }
      if (own.presenters.length === 0) own.presenters = personTitle ? [item.title] : item.presenters;
      if (own.children.length === 0) own.children = item.children;
    } else if (!onlyPerson && !personTitle && item.title !== '' && !(item.start !== null && personTitle)) {
      items.splice(cursor, 0, item);
      cursor++;
    } else context.headings.push({ line, text: words });
  }
}

/** "Pkt. 1 kl. 12.00-12.20 Niels" in a head line: times and names for points titled elsewhere. */
function mergeSchedule(items: ImportedItem[], head: readonly Block[], language: Language, context: ItemContext): void {
  for (const block of head) {
    const label = language.label(block.text, block.lines[0]?.cells);
    const text = label?.key === 'information' ? label.rest : block.text;
    const hit = pattern(`^(?:${language.lexicon.numbering.strong})\\.?\\s*(\\d{1,3})[.:]?\\s+(.+)$`).exec(text);
    if (!hit?.[1] || !hit[2] || !language.clock.opening(hit[2])) continue;
    const own = items.find((item) => item.number !== null && Number.parseInt(item.number, 10) === Number(hit[1]));
    if (!own) continue;
    const heading = readHeading(hit[2], language, context, null);
    own.start ??= heading.start;
    own.end ??= heading.end;
    const name = language.people.isName(heading.title, false) && heading.title.split(' ').length <= 3 ? heading.title : null;
    if (own.presenters.length === 0) own.presenters = name ? [name] : heading.presenters;
  }
}

function readLooseAttachments(
  head: readonly Block[],
  closing: readonly Block[],
  language: Language,
): { before: ImportedPaper['attachments']; after: ImportedPaper['attachments'] } {
  const read = (blocks: readonly Block[]) =>
    gatherFields(blocks, language)
      .fields.filter((field) => field.key === 'attachments' || field.key === 'mailFiles')
      .flatMap((field) => {
        const texts = field.values.map(({ text }) => text);
        const rows = joinArchiveRows(texts, language) ?? (field.key === 'mailFiles' ? texts.flatMap((text) => text.split(/\s*;\s*/)) : texts);
        return rows.flatMap((text) => {
          const attachment =
            field.key === 'mailFiles' ? { number: null, title: text.trim(), documentId: null, closed: null } : readAttachment(text, language);
          return attachment && attachment.title !== '' ? [{ ...attachment, itemIndex: null, line: field.blocks[0]?.lines[0]?.number ?? 0 }] : [];
        });
      });
  return { before: read(head), after: read(closing) };
}

interface CaseParts {
  body: string | null;
  date: string | null;
  recommendation: string | null;
  decision: string | null;
  topics: { heading: Block; body: Block[] }[];
  attachments: ImportedPaper['attachments'];
}

/** A case form's own sections: route, text, recommendation and the decision with its topics. */
function readCaseParts(head: readonly Block[], region: readonly Block[], closing: readonly Block[], language: Language): CaseParts {
  const all = [...head, ...region, ...closing];
  const probe = emptyItem();
  const context: ItemContext = {
    known: new Set(),
    starIsFixed: false,
    letters: true,
    programme: false,
    kind: 'case',
    date: null,
    timed: false,
    attachments: [],
    owners: new Map(),
    headings: [],
    spans: () => null,
  };
  fillItem(probe, all, language, context);
  let body: string | null = null;
  let date: string | null = null;
  let topics: CaseParts['topics'] = [];
  let decision: string | null = null;
  for (let i = 0; i < all.length; i++) {
    const block = all[i];
    const special = block ? sectionHeading(block.text, language) : null;
    if (!block || special?.key !== 'decision') continue;
    const named = pattern('\\b(?:i|af)\\s+((?:den\\s+)?[\\p{L}][\\p{L}\\s-]{2,60}?)(?:,|\\s+(?:den|d\\.)\\s|:?\\s*$)').exec(block.text);
    if (named?.[1]) body = named[1].trim();
    date = special.date ?? date;
    const under: Block[] = [];
    for (let j = i + 1; j < all.length; j++) {
      const next = all[j];
      if (!next) break;
      const label = language.label(next.text, next.lines[0]?.cells);
      if (label && ['absent', 'noShow', 'attachments', 'present'].includes(label.key)) break;
      under.push(next);
    }
    topics = topicsUnder(under, all.slice(0, i), language);
    if (topics.length === 0 && under[0]) decision = unpunctuate(language.sentences.first(under[0].text));
  }
  if (body === null) {
    const text = all.map((block) => block.text).join('\n');
    const counts = new Map<string, number>();
    for (const hit of text.matchAll(
      pattern(`(?<![\\p{L}])(\\p{Lu}\\p{L}*(?:direktionen|irektionen|udvalget|rådet|bestyrelsen|ledelsen|kredsen))(?![\\p{L}])`, 'gu'),
    )) {
      const found = hit[1];
      if (found) counts.set(found, (counts.get(found) ?? 0) + 1);
    }
    body = [...counts.entries()].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  }
  return { body, date, recommendation: probe.recommendation, decision, topics, attachments: context.attachments };
}

/** Headings under a decision that came up as topics before, each with its own outcome. */
function topicsUnder(under: readonly Block[], before: readonly Block[], language: Language): CaseParts['topics'] {
  const earlier = before.map((block) => block.text.toLowerCase().replace(/[^\p{L}\d ]/gu, '')).join('\n');
  const topics: CaseParts['topics'] = [];
  for (const block of under) {
    const plain = block.text
      .toLowerCase()
      .replace(/[^\p{L}\d ]/gu, '')
      .trim();
    const heading =
      block.text.length < 160 &&
      !/[.!]$/.test(block.text) &&
      plain.length > 3 &&
      (earlier.includes(plain) || (topics.length === 0 && !language.holds.finiteVerb.test(block.text)));
    const last = topics.at(-1);
    if (heading) topics.push({ heading: block, body: [] });
    else if (last) last.body.push(block);
  }
  return topics.filter((topic) => topic.body.length > 0);
}

export { wrapsInto };
