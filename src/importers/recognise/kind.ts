// What kind of paper it is: agenda, minutes, programme or case, and whether it is a draft.
import type { Block } from '../blocks.ts';
import { mendScan, pattern } from '../grammar/pattern.ts';
import type { Language } from '../language.ts';
import type { PaperKind } from '../paper.ts';
import { sectionHeading } from './sections.ts';
import type { Opener, Openers } from './openers.ts';
import { pointsWithOutcome } from './outcomeEvidence.ts';

export function detectKind(
  blocks: readonly Block[],
  firstItem: number,
  openers: Openers,
  caseForm: boolean,
  language: Language,
  timedItems: number,
  items: number,
  opening: ReadonlyMap<Block, Opener>,
): PaperKind {
  if (caseForm) return 'case';
  const head = blocks.slice(0, Math.max(firstItem, 0)).filter((block) => block.text.length < 200);
  const title = head.slice(0, 30);
  const { kinds } = language.lexicon;
  const noReminder = (text: string) => !pattern(kinds.earlierMinutes).test(text);
  const saysMinutes = title.some(
    (block) =>
      language.holds.minutes.test(block.text) &&
      noReminder(block.text) &&
      !pattern(`^(?:${kinds.minuteTaker})`).test(block.text) &&
      !pattern(kinds.minutesBy).test(block.text) &&
      language.label(block.text, block.cells)?.key !== 'ignored',
  );
  const text = blocks.map((block) => block.text);
  const decisions = blocks.filter((block) => {
    const special = sectionHeading(block.text, language);
    const label = language.label(block.text, block.cells);
    return (
      (special?.key === 'decision' && special.date !== null && special.named !== true) ||
      ((label?.key === 'decision' || label?.key === 'minutes') && label.rest.length > 1)
    );
  }).length;
  const answers = openers.main.filter(({ style }) => style === 'answer').length;
  const present = head.some((block) => pattern(`^(?:${kinds.present})\\b`).test(mendScan(block.text)));
  const absent = head.some(
    (block) => ['noShow'].includes(language.label(block.text, block.cells)?.key ?? '') || pattern(`^(?:${kinds.absent})\\b`).test(block.text),
  );
  const ended =
    text.slice(-25).some((line) => pattern(kinds.ended).test(line)) ||
    head.some((block) => language.label(block.text, block.cells)?.key === 'endTime' && /\d/.test(block.text));
  let outcomes = 0;
  for (const block of blocks.slice(Math.max(0, firstItem)))
    if (pattern(`\\b(?:${kinds.past})\\b`).test(block.text) && !pattern(`^(?:${language.lexicon.words.that})\\b`, 'u').test(block.text)) outcomes++;
  const past = outcomes / Math.max(1, items);
  const known = pointsWithOutcome(blocks, (block) => opening.has(block), language);
  // "Dagsorden:" over the points names the list, not the paper.
  const namesList = (block: Block) => language.label(block.text, block.cells)?.key === 'agenda' && block !== title[0];
  const saysAgenda = title.some(
    (block) =>
      language.holds.agenda.test(block.text) &&
      block.text.length < 120 &&
      !(saysMinutes && namesList(block)) &&
      !pattern(`^(?:\\d+[.)]?\\s*)?(?:${kinds.agendaAsPoint})`).test(block.text),
  );
  const saysProgramme =
    title.some((block) => language.holds.programme.test(block.text) && block.text.length < 160) ||
    title.some((block) => language.holds.event.test(block.text) && block.text.length < 90 && language.label(block.text) === null);
  if (saysMinutes && !(saysAgenda && past < 0.2 && decisions === 0 && answers === 0 && !present)) return 'minutes';
  // A paper that calls itself an agenda may quote what was decided before. Who was absent is known afterwards.
  if (saysAgenda ? known >= Math.max(2, items * 0.5) : known >= 2 || (known > 0 && (absent || known >= items * 0.4))) return 'minutes';
  if (answers >= 2 || decisions >= 2 || (present && past > 0.3) || (absent && past > 0.3) || (ended && past > 0.2)) return 'minutes';
  if (saysProgramme && !title.some((block) => pattern(`^(?:${kinds.agenda})\\b`).test(block.text)) && (timedItems > 0 || openers.mode === 'timed'))
    return 'programme';
  // An agenda printed once as a list and once with what was said; or short answers under most points.
  const volume = blocks.slice(Math.max(0, firstItem)).reduce((sum, block) => sum + block.text.length, 0) / Math.max(1, items);
  if (openers.mode === 'numbered' && ((openers.list.length >= 2 && past >= 0.4) || (items >= 3 && past >= 0.7 && volume < 500))) return 'minutes';
  if (!saysAgenda && past >= 0.8 && items >= 3 && openers.mode !== 'timed') return 'minutes';
  if (openers.mode === 'timed' && !saysAgenda) return 'programme';
  if (!saysAgenda && past >= 1.2 && items >= 3 && openers.mode !== 'timed') return 'minutes';
  return 'agenda';
}

export function isDraft(head: readonly Block[], language: Language): boolean {
  const { kinds } = language.lexicon;
  return head
    .slice(0, 25)
    .some(
      (block) =>
        block.text.length < 140 &&
        block.bullet === null &&
        language.holds.draft.test(block.text) &&
        !pattern(kinds.notDraft).test(block.text) &&
        language.label(block.text)?.key !== 'mailFiles' &&
        (pattern(`^(?:${language.lexicon.headings.draft})`).test(block.text) ||
          pattern(`(?:^|[\\s(–-])(?:${language.lexicon.headings.draft})(?:\\)|$|\\s+(?:${kinds.ofDraft}))`).test(block.text)),
    );
}
