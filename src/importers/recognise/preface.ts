// Everything around the items: kind, body, title, date, times, place, chair, attendance and apologies.
import type { Block } from '../blocks.ts';
import { isoDate, type PrintedDate } from '../grammar/date.ts';
import { mendScan, pattern } from '../grammar/pattern.ts';
import { unpunctuate } from '../grammar/sentence.ts';
import { splitOutside } from '../grammar/people.ts';
import type { Language } from '../language.ts';
import type { LabelKey } from '../lexicon/lexicon.ts';
import type { ImportedApology, PaperKind } from '../paper.ts';
import { isChair, readAbsences, readAttendees, readReportedAbsence, tieSubstitutes, type Attendee } from './attendance.ts';

export interface Field {
  key: LabelKey;
  label: string;
  /** The label's own block and those that go on with its value. */
  blocks: Block[];
  /** Text of the value, one entry a block. */
  values: { text: string; cells: string[]; row: string[] | null; tick: boolean | null; block: Block }[];
}

export interface Preface {
  title: string | null;
  body: string | null;
  date: string | null;
  endDate: string | null;
  start: string | null;
  end: string | null;
  location: string | null;
  chair: string | null;
  attendees: Attendee[];
  members: boolean;
  apologies: ImportedApology[];
  /** Which block each field was read from. */
  from: Partial<Record<string, Block[]>>;
}

const multiline = new Set<LabelKey>([
  'present',
  'members',
  'group',
  'absent',
  'noShow',
  'remarks',
  'guests',
  'chair',
  'place',
  'mailFiles',
  'attachments',
  'mailTo',
  'minuteTaker',
  'purpose',
  'information',
]);
const ends = new Set<LabelKey>(['agenda', 'nextMeeting']);

/** Gathers labels and their values from blocks that stand outside the items. */
export function gatherFields(blocks: readonly Block[], language: Language): { fields: Field[]; free: Block[] } {
  const fields: Field[] = [];
  const free: Block[] = [];
  let current: Field | null = null;
  const value = (block: Block, text: string, cells: string[]) => ({ text, cells, row: block.row, tick: block.tick, block });
  for (const block of blocks) {
    const label = block.row ? null : language.label(block.text, block.lines[0]?.cells);
    const heading =
      label !== null &&
      (!prefaceKeys.has(label.key) || language.is.documentType(block.text) || (label.key === 'agenda' && language.holds.meeting.test(label.label)));
    const fits = label !== null && !heading && (label.marked || (label.rest === '' && block.text.length < 60));
    if (label && heading) {
      current = null;
      free.push(block);
      continue;
    }
    const inList: boolean = current !== null && attendanceKeys.has(current.key);
    if (label && fits) {
      // "Suppleant: Lotte" under "Til stede" goes on with that list.
      if (label.key === 'group' && inList && block.gap <= 1) {
        current?.blocks.push(block);
        if (label.rest !== '') current?.values.push(value(block, `${label.label.replace(/:$/, '')}: ${label.rest}`, [block.text]));
        continue;
      }
      current = { key: label.key, label: label.label, blocks: [block], values: [] };
      const cells = block.cells.length > 1 && block.lines.length >= 1 ? block.cells.slice(1) : [label.rest];
      if (label.rest !== '') current.values.push(value(block, label.rest, cells.join(' ').length >= label.rest.length * 0.6 ? cells : [label.rest]));
      fields.push(current);
      if (ends.has(label.key)) current = null;
      continue;
    }
    const first = current?.values.length === 0;
    const goesOn =
      current !== null &&
      block.depth === 0 &&
      (first
        ? block.gap <= 1 || block.row !== null
        : multiline.has(current.key) &&
          (block.gap === 0 ||
            (block.row !== null && block.gap <= 1) ||
            (block.bullet !== null && block.gap <= 1 && current.values[0]?.block.bullet !== null)) &&
          !language.holds.minutes.test(block.text.slice(0, 12)));
    if (current && goesOn && !(attendanceKeys.has(current.key) && block.text.length > 220 && !/,/.test(block.text))) {
      current.blocks.push(block);
      current.values.push(value(block, block.text, block.cells));
      if (!multiline.has(current.key)) current = null;
    } else {
      if (block.depth === 0 || current === null || !first) current = null;
      free.push(block);
      if (block.depth > 0) current = null;
    }
  }
  return { fields, free };
}

const prefaceKeys = new Set<LabelKey>([
  'date',
  'time',
  'endTime',
  'place',
  'body',
  'meetingName',
  'project',
  'chair',
  'minuteTaker',
  'present',
  'members',
  'group',
  'absent',
  'noShow',
  'remarks',
  'guests',
  'ignored',
  'subject',
  'mailFiles',
  'mailTo',
  'mailFrom',
  'mailSent',
  'information',
  'caseRoute',
  'agenda',
  'nextMeeting',
  'closing',
  'practical',
  'attachments',
  'purpose',
  'followUp',
  'openness',
]);

const attendanceKeys = new Set<LabelKey>(['present', 'members', 'group', 'absent', 'noShow', 'guests']);

interface DateHit {
  date: PrintedDate;
  block: Block;
  score: number;
}

/** Reads the paper's own date: the best of those printed, not the letter's, the reminder's or the next meeting's. */
function readDate(blocks: readonly Block[], fields: readonly Field[], language: Language): DateHit | null {
  const hits: DateHit[] = [];
  const keyOf = new Map<Block, LabelKey>();
  for (const field of fields) for (const block of field.blocks) keyOf.set(block, field.key);
  blocks.forEach((block, position) => {
    const key = keyOf.get(block);
    const text = mendScan(block.text);
    for (const date of language.calendar.find(text.slice(0, 2_000))) {
      let score = 1 - position * 0.02;
      if (key === 'date') score += 6;
      else if (key === 'time') score += 5;
      else if (key === 'meetingName') score += 2;
      else if (key === 'subject') score -= 1.5;
      else if (key === 'mailSent' || key === 'nextMeeting' || key === 'closing' || key === 'ignored' || key === 'attachments' || key === 'mailFiles')
        score -= 8;
      if (date.weekday !== null) score += 2;
      if (language.clock.find(text.slice(date.from)).length > 0) score += 1.5;
      if (block.text.length < 140 && language.holds.meeting.test(text)) score += 2.5;
      if (block.depth === 1) score += 1;
      if (language.holds.notTheMeeting.test(text.slice(Math.max(0, date.from - 40), date.from))) score -= 6;
      if (block.text.length > 200) score -= 2;
      if (date.from > 80 && block.text.length > 120) score -= 1;
      if (date.year === null) score -= 2.5;
      hits.push({ date, block, score });
    }
  });
  const sorted = hits.filter((hit) => hit.score > 0).sort((a, b) => b.score - a.score);
  const best = sorted[0];
  if (!best) return null;
  if (best.date.year === null) {
    // The year may be printed with the same day elsewhere.
    const same = hits.find(({ date }) => date.year !== null && date.day === best.date.day && date.month === best.date.month);
    if (same) return { ...best, date: { ...best.date, year: same.date.year } };
    const dated = sorted.find(({ date, score }) => date.year !== null && score > 2);
    if (dated && best.date.weekday === null) return dated;
  }
  return best;
}

const timeTail = /^[\s,;.:–—-]+|[\s,;:–—-]+$/gu;

/** What is left of a date-and-time line once date, time and their words are gone: often the place. */
function placeOnLine(text: string, date: PrintedDate | null, language: Language): string | null {
  const { lexicon } = language;
  const mended = mendScan(text);
  const ranges = language.clock.find(mended);
  const lastRange = ranges.at(-1);
  const stop = Math.max(date?.to ?? 0, lastRange?.to ?? 0);
  if (stop === 0) return null;
  let after = text.slice(stop).replace(/^\s*(?:\([^)]*uge[^)]*\)|\(uge \d+\))/i, '');
  after = after
    .replace(timeTail, '')
    .replace(pattern(`^(?:og\\s+)?(?:${lexicon.headings.placeLead})\\s*:?\\s+(?=\\S)`), (lead) => (/^hos/i.test(lead) ? lead : ''))
    .replace(timeTail, '');
  if (
    after.length > 2 &&
    after.length < 110 &&
    /\p{L}{3}/u.test(after) &&
    !language.holds.finiteVerb.test(after.replace(/\([^)]*\)/g, '')) &&
    !language.holds.notTheMeeting.test(after) &&
    !/^\(/.test(after)
  )
    return after;
  return null;
}

/** A line that names a place: rooms, halls, streets, online. */
function isPlace(text: string, language: Language): boolean {
  return (
    text.length < 110 &&
    language.holds.place.test(text) &&
    !/[.!?]\s+\p{Lu}/u.test(text.replace(/\b\p{L}{1,4}\.\s/gu, '')) &&
    !language.holds.finiteVerb.test(text) &&
    !language.holds.meeting.test(text.replace(/(?:møde|mødelokale)/gi, '')) &&
    language.calendar.find(text).length === 0
  );
}

/** Cuts date, time and document words from a heading: "Referat : Bestyrelsesmøde den 8. maj 2026" → "Bestyrelsesmøde". */
export function cutTitle(text: string, language: Language): string {
  let rest = text.replace(/^["“”]|["“”]$/g, '').trim();
  const { documentTypes } = language.lexicon.headings;
  const front = pattern(`^(?:${documentTypes})\\s*(?::|[-–]\\s|(?=\\d))\\s*`).exec(rest);
  if (front && front[0].length < rest.length) rest = rest.slice(front[0].length);
  rest = rest.replace(pattern(`\\s+[-–|]\\s+(?:${documentTypes})(?=$|\\s+[-–|]\\s)`), '');
  const mended = mendScan(rest);
  const date = language.calendar.find(mended)[0];
  const time = language.clock.find(mended)[0];
  const at = Math.min(date && date.from > 0 ? date.from : Infinity, time && time.from > 0 ? time.from : Infinity);
  if (at < rest.length && at > 3) rest = rest.slice(0, at);
  rest = rest.replace(/[\s,(:|–-]+(?:(?:uge|kl\.?|klokken|den|d\.|fra|på|d)[\s,(:|–-]*)*$/iu, '');
  rest = rest.replace(/^(.{4,60}?)\s*\(\1\)$/iu, '$1');
  return unpunctuate(rest).replace(/^["“”]|["“”]$/g, '');
}

interface Candidate {
  text: string;
  block: Block;
  position: number;
}

/** Reads title and body from the heading lines. */
function readTitle(
  free: readonly Block[],
  fields: readonly Field[],
  language: Language,
  kind: PaperKind,
): { title: Candidate | null; body: string | null; bodyBlock: Block | null } {
  const { holds, is, lexicon } = language;
  const candidates: Candidate[] = [];
  free.slice(0, 60).forEach((block, position) => {
    if (block.row || block.bullet) return;
    const text = block.cells.length > 1 && is.letterhead(block.cells[0] ?? '') ? (block.cells[0] ?? '') : block.text;
    if (text.length > 200 || text.length < 3) return;
    if (is.documentType(text) || is.greeting(text) || is.navigation(text)) return;
    if (/^\p{Ll}/u.test(text) && !holds.meeting.test(text)) return;
    const cut = cutTitle(text, language);
    if (cut.length < 3 || is.documentType(cut) || !/\p{L}{2}/u.test(cut)) return;
    if (/[.!?]$/.test(text) && text.length > 90) return;
    const verbs = holds.finiteVerb.test(cut) && !holds.meeting.test(cut);
    if (verbs && !/\?$/.test(text) && cut.split(' ').length > 6) return;
    candidates.push({ text: cut, block, position });
  });
  const value = (key: LabelKey) => fields.find((field) => field.key === key)?.values[0]?.text ?? null;
  const isLetterhead = ({ text }: Candidate) => is.letterhead(text);
  const bodies = candidates.filter(
    (candidate) =>
      !isLetterhead(candidate) &&
      holds.body.test(candidate.text) &&
      !holds.meeting.test(candidate.text.replace(/^(?:referat|dagsorden|program)\s+/i, '')) &&
      candidate.text.length < 90 &&
      !language.people.isName(candidate.text) &&
      !/@|https?:/.test(candidate.block.text) &&
      !(candidate.block.text.length > 50 && /[.!?]$/.test(candidate.block.text)) &&
      !holds.finiteVerb.test(candidate.text) &&
      !/\bsendes\b/i.test(candidate.text),
  );
  const meetings = candidates.filter(
    (candidate) =>
      !isLetterhead(candidate) && holds.meeting.test(candidate.text) && candidate.text.length < 160 && !isReminder(candidate.text, language),
  );
  const depthOne = candidates.find((candidate) => candidate.block.depth === 1);
  const invitation = candidates.find(({ text }) => language.opens.invitation.test(text));
  const caseForm = candidates.find(({ text }) => holds.caseForm.test(text));
  let title: Candidate | null = null;
  if (kind === 'case' && caseForm) title = caseForm;
  else if (depthOne) title = depthOne;
  else if (invitation && kind === 'programme') {
    const after = candidates.filter(
      (candidate) =>
        candidate !== invitation &&
        !isLetterhead(candidate) &&
        !/^[–-]/.test(candidate.text) &&
        candidate.position > invitation.position &&
        !holds.caseForm.test(candidate.text) &&
        !/·/.test(candidate.text) &&
        !language.opens.day.test(candidate.text),
    );
    const continues = invitation && pattern(`(?:^|\\s)(?:${lexicon.words.connectors})$`).test(invitation.text) ? after.shift() : undefined;
    if (continues) invitation.text = `${invitation.text} ${continues.text}`;
    const repeated = after
      .filter(({ text }) => text !== continues?.text)
      .find((candidate) => after.some((other) => other !== candidate && other.text === candidate.text));
    title = repeated ?? after[0] ?? invitation;
  } else title = [...meetings].sort((a, b) => titleWeight(b, language) - titleWeight(a, language))[0] ?? null;
  if (!title) {
    const labelled = value('meetingName');
    const block = fields.find((field) => field.key === 'meetingName')?.blocks[0];
    if (labelled && block) title = { text: cutTitle(labelled, language), block, position: 0 };
  }
  title ??= bodies[0] ?? candidates.find((candidate) => !isLetterhead(candidate) && !isPlace(candidate.text, language)) ?? null;

  let body: string | null = null;
  let bodyBlock: Block | null = null;
  const named = value('body');
  if (named && named.length < 90) {
    body = unpunctuate(named);
    bodyBlock = fields.find((field) => field.key === 'body')?.blocks[0] ?? null;
  } else if (value('project') ?? value('meetingName')) {
    body = unpunctuate((value('project') ?? value('meetingName') ?? '').replace(pattern(lexicon.headings.meetingTail), ''));
    bodyBlock = fields.find((field) => field.key === 'project' || field.key === 'meetingName')?.blocks[0] ?? null;
  } else if (invitation && kind === 'programme') {
    body = unpunctuate(invitation.text.replace(pattern(`^(?:${lexicon.headings.invitation})\\s*:?\\s*`), ''));
    bodyBlock = invitation.block;
  } else if (bodies[0] && bodies[0] !== title) {
    body = bodies[0].text;
    bodyBlock = bodies[0].block;
  } else if (title) {
    body = bodyOfTitle(title.text, language, kind);
    bodyBlock = title.block;
  }
  if (named && title && !holds.meeting.test(title.text) && title.block.depth === 0) title = { ...title, text: body ?? title.text };
  return { title, body, bodyBlock };
}

function isReminder(text: string, language: Language): boolean {
  return pattern('^(?:næste|husk|kommende)\\b').test(text) || (language.holds.notTheMeeting.test(text) && text.length > 60);
}

function titleWeight(candidate: Candidate, language: Language): number {
  let weight = -candidate.position * 0.1;
  if (candidate.text.length < 90) weight += 1;
  if (language.holds.finiteVerb.test(candidate.text)) weight -= 2;
  if (/[.,;]$/.test(candidate.block.text) && candidate.block.text.length > 80) weight -= 1.5;
  if (candidate.block.gap > 0 || candidate.position === 0) weight += 0.5;
  if (language.calendar.find(candidate.block.text).length > 0) weight += 0.6;
  if (/\d\.\s|\bd\.\s/.test(candidate.text)) weight -= 0.5;
  return weight;
}

/** "Dagsorden for direktionsmøde", "Referat af møde i Ældrerådet", "Generalforsamling for X" → the body. */
export function bodyOfTitle(title: string, language: Language, kind: PaperKind): string {
  const { headings } = language.lexicon;
  const found = pattern(`(?:${headings.ofBody})(.+)$`).exec(title);
  const named = found?.[1]?.trim();
  if (named && language.holds.body.test(named)) return named.replace(pattern('^(?:det |den |de )'), '');
  const bare = title.replace(pattern('^(?:referat|dagsorden|program|beslutningsreferat|mødereferat)\\s+(?:(?:for|af|til|fra)\\s+)?'), '').trim();
  if (kind !== 'programme') {
    for (const [stem, body] of headings.bodyOfCompound) {
      if (pattern(`^(?:ordinært |ekstraordinært |konstituerende )?${stem}(?:møde|referat|dagsorden)`).test(bare)) return body;
    }
  }
  return bare === '' ? title : bare;
}

/** Reads the preface (and the closing lines) into the paper's own fields. */
export function readPreface(preface: readonly Block[], closing: readonly Block[], language: Language, kind: PaperKind): Preface {
  const { fields, free } = gatherFields(preface, language);
  const tail = gatherFields(closing, language);
  const allFields = [...fields, ...tail.fields];
  const from: Preface['from'] = {};
  const value = (key: LabelKey) => allFields.find((field) => field.key === key && field.values.length > 0);

  // A covering mail is not the agenda: what stands before the heading inside it gives way.
  const mail =
    fields.some((field) => field.key === 'subject') &&
    fields.some((field) => field.key === 'mailFrom' || field.key === 'mailSent' || field.key === 'mailTo');
  const { title, body, bodyBlock } = readTitle(
    mail ? afterGreeting(free, language) : free,
    mail ? fields.filter((field) => field.key !== 'body') : fields,
    language,
    kind,
  );
  let titleText = title?.text ?? null;
  if (mail) {
    const subject = value('subject')?.values[0]?.text;
    if (titleText === null && subject) titleText = cutTitle(subject, language);
  }
  if (title) from['title'] = [title.block];
  if (bodyBlock) from['body'] = [bodyBlock];

  const hit = readDate(preface, fields, language);
  const date = hit ? isoDate(hit.date) : null;
  const endDate = hit?.date.end ? isoDate({ ...hit.date.end, year: hit.date.end.year ?? hit.date.year }) : null;
  if (hit && date) from['date'] = [hit.block];

  let start: string | null = null;
  let end: string | null = null;
  const timeField = fields.find(
    (field) => field.key === 'time' && language.clock.find(mendScan(field.values.map(({ text }) => text).join(' '))).length > 0,
  );
  const timeBlocks = [
    ...(timeField ? [{ text: timeField.values.map(({ text }) => text).join(' '), blocks: timeField.blocks }] : []),
    ...(hit ? [{ text: hit.block.text.slice(hit.date.from), blocks: [hit.block] }] : []),
    ...(hit ? nextTo(preface, hit.block).map((block) => ({ text: block.text, blocks: [block] })) : []),
    ...free
      .filter((block) => block.text.length < 160)
      .slice(0, 30)
      .map((block) => ({ text: block.text, blocks: [block] })),
  ];
  for (const { text, blocks } of timeBlocks) {
    const dateless = maskDates(text, language);
    const ranges = language.clock.find(
      mendScan(dateless.replace(/\([^)]*\)/g, (inside) => (/\?/.test(inside) ? inside : ' '.repeat(inside.length)))),
    );
    const first = ranges[0];
    if (!first) continue;
    if (language.holds.notTheMeeting.test(text.slice(Math.max(0, first.from - 40), first.from))) continue;
    start = first.start;
    end = ranges.find((range) => range.end !== null)?.end ?? (ranges.length === 2 && hit?.date.end ? (ranges[1]?.start ?? null) : null);
    from['start'] = blocks;
    break;
  }
  const timeFieldBlocks = new Set(fields.filter((field) => field.key === 'time').flatMap((field) => field.blocks));
  const overall = statedTimes(
    preface.filter((block) => !timeFieldBlocks.has(block)),
    language,
  );
  if (start === null || (overall.start && overall.end && !timeField && !(hit && language.clock.find(hit.block.text).length > 0))) {
    start = overall.start ?? start;
    end = overall.end ?? end;
  } else end ??= overall.end;
  const endField = value('endTime');
  const actual = endField
    ? language.clock.find(mendScan(endField.values.map(({ text }) => text).join(' ')).replace(/^(\d{1,2})\s*$/, 'kl. $1'))[0]
    : undefined;
  if (actual) end = actual.start;
  else {
    const closingEnd = statedTimes(closing, language).end;
    if (closingEnd) end = closingEnd;
  }

  const placed = readPlace(preface, fields, free, hit, language, titleText, body);
  if (placed) from['location'] = [placed.block];

  const attendance = readAttendance(allFields, language);
  const chairField = value('chair');
  let chair: string | null = null;
  if (chairField) {
    const text = chairField.values
      .map((entry) => entry.text)
      .join(', ')
      .replace(/\(referent\)/gi, '');
    chair = readAttendees(chairField.values, language)[0]?.name ?? language.people.list(text, true)[0]?.name ?? null;
    if (chair) from['chair'] = chairField.blocks;
  }
  const labelledChair = allFields.flatMap((field) => (field.key === 'chair' && field.values.length === 0 ? [field.label] : []));
  if (!chair && labelledChair[0]) chair = language.people.list(labelledChair[0].replace(/^\p{L}+ af /u, ''), true)[0]?.name ?? null;
  if (!chair) {
    for (const block of [...free, ...tail.free]) {
      const hitChair = pattern(`(?:${language.lexicon.people.chairMark})\\s+(?:er\\s+)?((?:\\p{Lu}[\\p{L}.'’-]*\\s?){1,4})`).exec(block.text);
      if (
        hitChair?.[1] &&
        pattern('(?:mødeleder|ordstyrer|dirigent|facilitator|konferencier)').test(hitChair[0]) &&
        language.people.isName(hitChair[1].trim())
      ) {
        chair = hitChair[1].trim();
        from['chair'] = [block];
        break;
      }
    }
  }
  chair ??= attendance.attendees.find((attendee) => isChair(attendee, language))?.name ?? null;

  const reported: ImportedApology[] = [];
  for (const block of free) {
    if (block.text.length > 600) continue;
    for (const sentence of language.sentences.split(block.text)) {
      const apology = readReportedAbsence(sentence, language);
      if (apology && !attendance.apologies.some((other) => other.name === apology.name)) {
        reported.push(apology);
        from['apologies'] = [block];
      }
    }
  }
  for (const field of allFields) {
    if (attendanceKeys.has(field.key))
      from[field.key === 'absent' || field.key === 'noShow' ? 'apologies' : 'participants'] = [
        ...(from[field.key === 'absent' || field.key === 'noShow' ? 'apologies' : 'participants'] ?? []),
        ...field.blocks,
      ];
  }
  return {
    title: titleText,
    body,
    date,
    endDate,
    start,
    end,
    location: placed?.text ?? null,
    chair,
    attendees: attendance.attendees,
    members: attendance.members,
    apologies: [...attendance.apologies, ...reported],
    from,
  };
}

/** Dates blanked out, so that "09. 11 2021" is not read as a time. */
function maskDates(text: string, language: Language): string {
  let masked = text;
  for (const { from, to } of language.calendar.each(mendScan(text))) masked = masked.slice(0, from) + ' '.repeat(to - from) + masked.slice(to);
  return masked;
}

function afterGreeting(free: readonly Block[], language: Language): Block[] {
  const start = free.findIndex((block) => language.is.greeting(block.text));
  return start < 0 ? [...free] : free.slice(start + 1);
}

function nextTo(blocks: readonly Block[], block: Block): Block[] {
  const at = blocks.indexOf(block);
  return blocks.slice(at + 1, at + 3).filter((other) => other.text.length < 120);
}

/** "Vi begynder kl. 9 og slutter senest kl. 14.30", "Mødet afsluttedes ca. 19:00". */
function statedTimes(blocks: readonly Block[], language: Language): { start: string | null; end: string | null } {
  let start: string | null = null;
  let end: string | null = null;
  for (const block of blocks) {
    if (block.text.length > 400) continue;
    const text = mendScan(block.text);
    for (const range of language.clock.find(text)) {
      const ahead = text.slice(Math.max(0, range.from - 45), range.from);
      if (/\bnæste\b/i.test(text.slice(0, range.from))) continue;
      const ending = language.holds.ends.test(ahead);
      const beginning = language.holds.begins.test(ahead);
      if (ending && !language.holds.begins.test(ahead.slice(ahead.search(language.holds.ends)))) end ??= range.start;
      else if (beginning) start ??= range.start;
    }
  }
  return { start, end };
}

function readPlace(
  preface: readonly Block[],
  fields: readonly Field[],
  free: readonly Block[],
  hit: DateHit | null,
  language: Language,
  title: string | null,
  body: string | null,
): { text: string; block: Block } | null {
  const labelled = fields.find((field) => field.key === 'place' && field.values.length > 0);
  if (labelled?.values[0]) {
    const lines = labelled.values.filter(({ text, block }, i) => i === 0 || (block.gap === 0 && text.length < 60 && language.label(text) === null));
    const text = lines
      .slice(0, 3)
      .map((entry) => entry.text)
      .join(' ');
    return { text: unpunctuate(text), block: labelled.blocks[0] ?? labelled.values[0].block };
  }
  if (hit) {
    const onLine = placeOnLine(hit.block.text, hit.date, language);
    if (onLine && onLine !== title && onLine !== body) return { text: unpunctuate(onLine), block: hit.block };
  }
  const at = hit ? preface.indexOf(hit.block) : -1;
  for (const block of hit ? preface.slice(at + 1, at + 4) : []) {
    const label = language.label(block.text, block.lines[0]?.cells);
    if (label && !['place', 'agenda', 'time', 'date'].includes(label.key)) continue;
    const ranges = language.clock.find(mendScan(block.text));
    if (ranges.length > 0) {
      const first = ranges[0];
      const ahead = first ? block.text.slice(0, first.from) : '';
      const before = language.sentences.first(cutBeforeTime(ahead));
      const after = before.length > 3 && /^\p{Lu}/u.test(before) && label === null ? null : placeOnLine(block.text, null, language);
      if (after) return { text: unpunctuate(after), block };
      if (before.length > 3 && before.length < 80 && !language.holds.meeting.test(before)) return { text: unpunctuate(before), block };
      continue;
    }
    if (isPlace(block.text, language)) return { text: unpunctuate(block.text), block };
    const below = preface[preface.indexOf(block) + 1];
    if (
      preface.indexOf(block) === at + 1 &&
      block.gap === 0 &&
      block.text.split(' ').length <= 4 &&
      /^\p{Lu}/u.test(block.text) &&
      below &&
      language.label(below.text, below.lines[0]?.cells) &&
      !language.holds.meeting.test(block.text) &&
      !language.holds.body.test(block.text) &&
      !language.is.documentType(block.text) &&
      !language.people.isName(block.text) &&
      language.calendar.find(block.text).length === 0 &&
      block.text !== title
    )
      return { text: unpunctuate(block.text), block };
    const spoken = /^(?:i|på|hos)\s+(\p{Lu}.{3,80})$/u.exec(block.text);
    if (spoken?.[1] && !language.holds.finiteVerb.test(spoken[1])) return { text: unpunctuate(spoken[1]), block };
    const clockless = /^(.{3,60}?)[.,]\s*kl\.?\s/iu.exec(block.text);
    if (clockless?.[1]) return { text: unpunctuate(clockless[1]), block };
  }
  for (const block of free) {
    const ranges = language.clock.find(block.text);
    const first = ranges[0];
    if (first && first.from > 3 && block.text.length < 90 && block !== hit?.block) {
      const before = cutBeforeTime(block.text.slice(0, first.from));
      if (
        before.length > 3 &&
        !language.holds.meeting.test(before) &&
        language.calendar.find(before).length === 0 &&
        !language.holds.finiteVerb.test(before)
      )
        return { text: unpunctuate(before), block };
    }
  }
  const lone = free.find(
    (block) =>
      isPlace(block.text, language) &&
      block.text.split(' ').length <= 10 &&
      !language.is.letterhead(block.text) &&
      block.text !== title &&
      block.text !== body &&
      !language.is.greeting(block.text),
  );
  return lone ? { text: unpunctuate(lone.text), block: lone } : null;
}

function cutBeforeTime(text: string): string {
  return text
    .replace(/[\s,;.–-]*(?:fra|kl\.?|klokken|tid)?[\s.:]*$/iu, '')
    .replace(/[\s,;.–-]*(?:fra)?\s*$/iu, '')
    .trim();
}

/** Reads who was there and who was not from the labelled lists. */
export function readAttendance(
  fields: readonly Field[],
  language: Language,
): { attendees: Attendee[]; members: boolean; apologies: ImportedApology[] } {
  const attendees: Attendee[] = [];
  const apologies: ImportedApology[] = [];
  let members = false;
  const hasPresent = fields.some((field) => field.key === 'present' && field.values.length > 0);
  for (const field of fields) {
    if (field.key === 'present' || field.key === 'members' || (field.key === 'group' && !hasPresent && false)) {
      if (field.key === 'members' && hasPresent) continue;
      if (field.key === 'members') members = true;
      for (const attendee of readAttendees(field.values, language))
        if (!attendees.some((other) => other.name === attendee.name)) attendees.push(attendee);
    } else if (field.key === 'absent' || field.key === 'noShow') {
      const rows = field.values.filter(({ row }) => row !== null);
      const texts = field.values.filter(({ row }) => row === null).map(({ text }) => text);
      const lines = field.values.length > 1 && rows.length === 0 ? perPerson(texts, language) : texts;
      const noShow = field.key === 'noShow' && !pattern('^(?:uden afbud)$').test('');
      for (const apology of [...readAbsences(lines, language, noShow), ...tableAbsences(field, language)]) {
        if (!apologies.some((other) => other.name === apology.name)) apologies.push(apology);
      }
    } else if (field.key === 'remarks') {
      for (const { text } of field.values) {
        const mention = pattern(`^(?:${language.lexicon.people.absenceOf})\\s+\\p{Lu}`).test(text);
        if (!mention) continue;
        for (const apology of readAbsences([text], language, false)) {
          const there = apologies.find((other) => other.name === apology.name);
          if (there) {
            there.substitute ??= apology.substitute;
            there.note ??= apology.note;
          } else apologies.push(apology);
        }
      }
    }
  }
  tieSubstitutes(apologies, attendees, language);
  return { attendees, members, apologies };
}

/** "OS2, Rasmus Holm, RF": in a list of one person a line, take the part that is a person. */
function perPerson(texts: readonly string[], language: Language): string[] {
  return texts.map((text) => {
    const parts = splitOutside(text, /,\s*/);
    if (parts.length < 2 || parts.length > 4 || parts.filter((part) => language.people.isName(language.people.read(part)?.name ?? '')).length !== 1)
      return text;
    const person = parts.find((part) => language.people.isName(language.people.read(part)?.name ?? '')) ?? text;
    const bracket = /\(.*\)/.test(person) ? null : /\([^()]*\)\s*$/.exec(text)?.[0];
    return bracket ? `${person} ${bracket}` : person;
  });
}

function tableAbsences(field: Field, language: Language): ImportedApology[] {
  const rows = field.values.filter(({ row }) => row !== null);
  if (rows.length < 2) return [];
  return readAttendees(rows, language).map(({ name }) => ({ name, note: null, substitute: null }));
}
