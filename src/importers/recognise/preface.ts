// Everything around the items put together: title, body, date, times, place, chair, attendance and apologies.
import type { Block } from '../blocks.ts';
import { isoDate } from '../grammar/date.ts';
import { mendScan, pattern, whole, within } from '../grammar/pattern.ts';
import type { Language } from '../language.ts';
import type { LabelKey } from '../lexicon/lexicon.ts';
import type { ImportedApology, PaperKind } from '../paper.ts';
import { type Attendee, isChair, readAttendees } from './attendance.ts';
import { presentInProse } from './proseAttendance.ts';
import { tieToldSubstitutes } from './standIns.ts';
import { readReportedAbsence } from './toldAbsence.ts';
import { isOffice, readAttendance } from './attendanceLists.ts';
import { attendanceKeys, type Field, gatherFields } from './fields.ts';
import { readDate } from './meetingDate.ts';
import { unlabelledPeople } from './personLines.ts';
import { readPlace } from './meetingPlace.ts';
import { maskDates, nextTo, statedTimes } from './meetingTimes.ts';
import { cutTitle, readTitle } from './title.ts';

interface Preface {
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

/** Reads the preface (and the closing lines) into the paper's own fields. */
export function readPreface(
  preface: readonly Block[],
  closing: readonly Block[],
  language: Language,
  kind: PaperKind,
  paper: readonly Block[],
): Preface {
  const { fields, free } = gatherFields(preface, language);
  const present = fields.some(
    ({ key, label, values }) => (key === 'present' || key === 'members' || (key === 'group' && !isOffice(label, language))) && values.length > 0,
  );
  const unlabelled = present || kind === 'programme' ? null : unlabelledPeople(free, language);
  if (unlabelled) fields.push(unlabelled);
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
    paper,
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
  const timeField = fields.find((field) => field.key === 'time' && language.clock.find(timeOf(field, language)).length > 0);
  const timeBlocks = [
    ...(timeField ? [{ text: timeOf(timeField, language), blocks: timeField.blocks }] : []),
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
    if (!first || within(language.lexicon.headings.usually).test(text)) continue;
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
    ? language.clock.find(
        mendScan(endField.values.map(({ text }) => text).join(' ')).replace(/^(\d{1,2})\s*$/, `${language.lexicon.clock.mark} $1`),
      )[0]
    : undefined;
  const closingEnd = statedTimes(closing, language).end;
  // "Mødet sluttede kl. 19.20" at the head tells the actual end too.
  const toldEnd = preface
    .filter(({ text }) => text.length <= 400)
    .flatMap((block) => language.sentences.split(block.text).map((text) => ({ ...block, text })))
    .filter(({ text }) => pattern(`^(?:${language.lexicon.kinds.ended})`).test(text));
  const actualEnd = closingEnd ?? actual?.start ?? statedTimes(toldEnd, language).end;
  if (actualEnd) end = actualEnd;

  const placed = readPlace(preface, fields, free, hit, language, titleText, body, title?.block ?? null);
  if (placed) from['location'] = [placed.block];

  const attendance = readAttendance(allFields, language);
  const chairField = value('chair');
  let chair: string | null = null;
  if (chairField) {
    const text = chairField.values
      .map((entry) => entry.text)
      .join(', ')
      .replace(pattern(`\\((?:${language.lexicon.people.minuteTaker})\\)`, 'giu'), '');
    chair = readAttendees(chairField.values, language)[0]?.name ?? language.people.list(text, true)[0]?.name ?? null;
    if (chair) from['chair'] = chairField.blocks;
  }
  const labelledChair = allFields.flatMap((field) => (field.key === 'chair' && field.values.length === 0 ? [field.label] : []));
  if (!chair && labelledChair[0])
    chair = language.people.list(labelledChair[0].replace(pattern(`^\\p{L}+ (?:${language.lexicon.words.of}) `), ''), true)[0]?.name ?? null;
  if (!chair) {
    for (const block of [...free, ...tail.free]) {
      const hitChair = pattern(
        `(?:${language.lexicon.people.chairMark})\\s+(?:(?:${language.lexicon.words.is})\\s+)?((?:\\p{Lu}[\\p{L}.'’-]*\\s?){1,4})`,
      ).exec(block.text);
      if (hitChair?.[1] && pattern(`(?:${language.lexicon.people.meetingLeader})`).test(hitChair[0]) && language.people.isName(hitChair[1].trim())) {
        chair = hitChair[1].trim();
        from['chair'] = [block];
        break;
      }
    }
  }
  chair ??= attendance.attendees.find((attendee) => isChair(attendee, language))?.name ?? null;
  if (!chair) {
    // "Formand: X" in the head, outside any list.
    const office = allFields.find(
      (field) =>
        field.key === 'group' && isChair({ name: '', remark: field.label, ticked: null }, language) && !underConstituting(field, preface, language),
    );
    chair = (office && readAttendees(office.values.slice(0, 1), language)[0]?.name) ?? null;
    if (office && chair) from['chair'] = office.blocks;
  }

  const reported: ImportedApology[] = [];
  for (const block of free) {
    if (block.text.length > 2_000) continue;
    for (const sentence of language.sentences.split(block.text)) {
      for (const apology of readReportedAbsence(sentence, language)) {
        if ([...attendance.apologies, ...reported].some((other) => other.name === apology.name)) continue;
        reported.push(apology);
        from['apologies'] = [block];
      }
    }
  }
  const { attendees } = attendance;
  if (attendees.length === 0 && kind !== 'programme')
    for (const block of free)
      for (const name of block.text.length > 1_000 ? [] : language.sentences.split(block.text).flatMap((text) => presentInProse(text, language))) {
        attendees.push({ name, remark: '', ticked: null });
        from['participants'] = [block];
      }
  reported.push(
    ...tieToldSubstitutes(
      preface.flatMap((block) => (block.text.length > 2_000 ? [] : language.sentences.split(block.text))),
      [...attendance.apologies, ...reported],
      new Set(attendees.map(({ name }) => name)),
      language,
    ),
  );
  for (const field of allFields) {
    if (!attendanceKeys.has(field.key)) continue;
    const key = field.key === 'absent' || field.key === 'noShow' ? 'apologies' : 'participants';
    const blocks = (from[key] ??= []);
    for (const block of field.blocks) blocks.push(block);
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

/** What a label of times holds; after "Tid:" two hours need no "kl.". */
function timeOf(field: Field, { lexicon }: Language): string {
  const text = mendScan(field.values.map((entry) => entry.text).join(' '));
  return /^\d{1,2}\s*[-–—]\s*\d{1,2}(?!\s?[.:/]?\d)(?!\.)/.test(text) ? `${lexicon.clock.mark} ${text}` : text;
}

function afterGreeting(free: readonly Block[], language: Language): Block[] {
  const start = free.findIndex((block) => language.is.greeting(block.text));
  return start < 0 ? [...free] : free.slice(start + 1);
}

/** Offices under a heading "Konstituering" tell who was elected, not who chairs. */
function underConstituting(field: Field, preface: readonly Block[], language: Language): boolean {
  const at = field.blocks[0] ? preface.indexOf(field.blocks[0]) : -1;
  const before = preface.slice(Math.max(0, at - 6), Math.max(0, at)).reverse();
  const heading = before.find(({ text }) => !/:\s*\S/.test(text));
  return heading !== undefined && whole(language.lexicon.people.constituting).test(heading.text.replace(/[\s:.]+$/, ''));
}
