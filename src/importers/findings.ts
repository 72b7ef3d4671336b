// What does not agree in a paper: shown at its line, with a mend where one is obvious. Nothing is changed in silence.
import type { Block } from './blocks.ts';
import { weekdayOf } from './grammar/date.ts';
import { minuteOfDay, timeOfMinute } from './grammar/clock.ts';
import { pattern } from './grammar/pattern.ts';
import type { Language } from './language.ts';
import type { FindingCode, FindingSeverity, ImportedItem, ImportedPaper, ImportFinding, Mend } from './paper.ts';

interface Extras {
  attachmentBlocks: readonly Block[];
}

/** All findings of a recognised paper, in the order of its lines. */
export function findFindings(paper: ImportedPaper, language: Language, extras: Extras): ImportFinding[] {
  const findings: ImportFinding[] = [];
  const add = (
    code: FindingCode,
    severity: FindingSeverity,
    line: number | null,
    parameters: ImportFinding['parameters'] = {},
    itemIndex: number[] | null = null,
    mend: Mend | null = null,
  ) => findings.push({ code, severity, line, message: `import.finding.${code}`, parameters, itemIndex, mend });

  if (paper.items.length === 0) {
    add('noAgenda', 'error', null);
    return findings;
  }
  if (paper.date === null && paper.kind !== 'case') add('dateMissing', 'info', null);
  checkWeekday(paper, language, add);
  checkTimes(paper, language, add);
  checkNumbers(paper, add);
  checkPresenters(paper, language, add);
  checkAttachments(paper, language, extras, add);
  if (paper.unplaced.length > 0) add('unplacedText', 'info', paper.unplaced[0]?.line ?? null, { count: paper.unplaced.length });
  return findings.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

type Add = (
  code: FindingCode,
  severity: FindingSeverity,
  line: number | null,
  parameters?: ImportFinding['parameters'],
  itemIndex?: number[] | null,
  mend?: Mend | null,
) => unknown;

const lineOf = (item: ImportedItem) => item.spans['title']?.firstLine ?? null;

function checkWeekday(paper: ImportedPaper, language: Language, add: Add): void {
  const span = paper.spans['date'];
  if (!paper.date || !span) return;
  const lines = paper.source.slice(span.from, span.to + 60);
  const printed = language.calendar.find(lines).find(({ weekday, day }) => weekday !== null && day === Number(paper.date?.slice(8)));
  if (printed?.weekday === undefined || printed.weekday === null) return;
  const real = weekdayOf(paper.date);
  if (printed.weekday !== real) add('weekdayDiffers', 'warning', span.firstLine, { date: paper.date, printed: printed.weekday, weekday: real });
}

function checkTimes(paper: ImportedPaper, language: Language, add: Add): void {
  let before: { item: ImportedItem; index: number } | null = null;
  let sum = 0;
  let summed = paper.items.length > 0;
  paper.items.forEach((item, index) => {
    const line = lineOf(item);
    const path = [index];
    const { start, end, minutes } = item;
    if (start && end) {
      const length = minuteOfDay(end) - minuteOfDay(start);
      if (length < 0)
        add(
          'endBeforeStart',
          'warning',
          line,
          { title: item.title, start, end },
          path,
          minutes ? { field: 'end', itemIndex: path, value: timeOfMinute(minuteOfDay(start) + minutes) } : null,
        );
      else if (minutes !== null && minutes !== length)
        add('durationDiffers', 'warning', line, { title: item.title, printed: minutes, range: length }, path, {
          field: 'minutes',
          itemIndex: path,
          value: length,
        });
    }
    if (before && start && before.item.day === item.day) {
      const last = before.item.end;
      if (last) {
        const apart = minuteOfDay(start) - minuteOfDay(last);
        if (apart < 0)
          add('overlap', 'warning', line, { title: item.title, before: before.item.title, end: last, start, minutes: -apart }, path, {
            field: 'start',
            itemIndex: path,
            value: last,
          });
        else if (apart > 0)
          add('gap', 'info', line, { title: item.title, before: before.item.title, end: last, start, minutes: apart }, path, {
            field: 'start',
            itemIndex: path,
            value: last,
          });
      }
    }
    if (paper.end && paper.endDate === null && end && minuteOfDay(end) > minuteOfDay(paper.end) && minuteOfDay(end) - minuteOfDay(paper.end) < 600)
      add('pastEnd', 'warning', line, { title: item.title, end, meetingEnd: paper.end, minutes: minuteOfDay(end) - minuteOfDay(paper.end) }, path, {
        field: 'end',
        itemIndex: null,
        value: end,
      });
    if (start) before = { item, index };
    const length = minutes ?? (start && end ? minuteOfDay(end) - minuteOfDay(start) : null);
    if (length === null) summed = false;
    else sum += length;
  });
  if (summed && paper.start && paper.end && paper.endDate === null && !paper.items.some(({ start }) => start !== null)) {
    const room = minuteOfDay(paper.end) - minuteOfDay(paper.start);
    if (sum > room && room > 0)
      add('sumPastEnd', 'warning', null, { sum, room, minutes: sum - room }, null, {
        field: 'end',
        itemIndex: null,
        value: timeOfMinute(minuteOfDay(paper.start) + sum),
      });
  }
  // A line inside an item may say another end than the last item has.
  const last = paper.items.at(-1);
  const lastEnd = last?.end ?? null;
  for (const item of paper.items) {
    for (const section of item.sections) {
      const said = pattern(
        `(?:${language.lexicon.headings.meetingEnds})\\s+(?:(?:${language.lexicon.clock.about})\\s*)?(?:(?:${language.lexicon.clock.said})\\s*)?(\\d{1,2})[.:](\\d{2})`,
      ).exec(section.text);
      if (!said?.[1] || !said[2] || !lastEnd) continue;
      const end = `${said[1].padStart(2, '0')}:${said[2]}`;
      if (end !== lastEnd)
        add('endsEarly', 'warning', section.firstLine, { said: end, last: lastEnd }, [paper.items.indexOf(item)], {
          field: 'end',
          itemIndex: null,
          value: end,
        });
    }
  }
}

function checkNumbers(paper: ImportedPaper, add: Add): void {
  let last: number | null = null;
  const seen = new Map<string, number>();
  paper.items.forEach((item, index) => {
    if (item.number === null || !/^\d+$/.test(item.number)) return;
    const value = Number(item.number);
    const path = [index];
    if (seen.has(item.number))
      add('numberRepeated', 'warning', lineOf(item), { number: item.number, title: item.title }, path, {
        field: 'number',
        itemIndex: path,
        value: String((last ?? 0) + 1),
      });
    else if (last !== null && value > last + 1)
      add('numberMissing', 'info', lineOf(item), { number: last + 1, until: value - 1, title: item.title }, path);
    seen.set(item.number, index);
    last = Math.max(value, last ?? value);
  });
}

/** A presenter who is neither among those present nor announced with a role: perhaps a spelling slip. */
function checkPresenters(paper: ImportedPaper, language: Language, add: Add): void {
  if (paper.participants.length < 3) return;
  const known = [
    ...paper.participants,
    ...paper.apologies.map(({ name }) => name),
    ...paper.apologies.flatMap(({ substitute }) => (substitute ? [substitute] : [])),
  ];
  const firsts = new Set(known.map((name) => name.split(' ')[0]));
  paper.items.forEach((item, index) => {
    for (const presenter of item.presenters) {
      if (!language.people.isName(presenter) || known.includes(presenter) || firsts.has(presenter)) continue;
      const near = known.find((name) => name.split(' ')[0] === presenter.split(' ')[0]);
      if (near || presenter.includes(' '))
        add('unknownPresenter', 'info', item.spans['presenters']?.firstLine ?? lineOf(item), { name: presenter, ...(near ? { near } : {}) }, [index]);
    }
  });
}

/** "se bilag 4" where no attachment 4 is listed. */
function checkAttachments(paper: ImportedPaper, language: Language, extras: Extras, add: Add): void {
  const listed = new Set(paper.attachments.flatMap(({ number }) => (number ? [number.toLowerCase()] : [])));
  const reported = new Set<string>();
  const mention = pattern(
    `(?:se|jf\\.?|vedlagte?|i|af)\\s+${language.lexicon.attachments.word}\\s+(?:nr\\.?\\s*)?(\\d+(?:\\.\\d+)?[a-z]?)(?![\\p{L}\\d])`,
    'giu',
  );
  for (const block of extras.attachmentBlocks.slice(0, 20_000)) {
    for (const hit of block.text.slice(0, 5_000).matchAll(mention)) {
      const number = hit[1]?.toLowerCase();
      if (!number || listed.has(number) || reported.has(number)) continue;
      reported.add(number);
      add('attachmentMissing', 'warning', block.lines[0]?.number ?? null, { number });
    }
  }
}
