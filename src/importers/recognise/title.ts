// The title of the paper and the body that meets.
import type { Block } from '../blocks.ts';
import { mendScan, pattern, whole, within } from '../grammar/pattern.ts';
import { unpunctuate } from '../grammar/sentence.ts';
import { perLanguage, type Language } from '../language.ts';
import type { LabelKey } from '../lexicon/lexicon.ts';
import type { PaperKind } from '../paper.ts';
import type { Field } from './fields.ts';
import { bodyInText, bodyOfTitle, isCommon, nameBehindDate } from './bodyName.ts';
import { loneDay } from './days.ts';
import { isPlace } from './meetingPlace.ts';
import { foldTitle } from './titleWords.ts';

/** Cuts date, time and document words from a heading: "Referat : Bestyrelsesmøde den 8. maj 2026" → "Bestyrelsesmøde". */
export function cutTitle(text: string, language: Language): string {
  let rest = text.replace(/^["“”]|["“”]$/g, '').trim();
  const { documentTypes } = language.lexicon.headings;
  const front = pattern(`^(?:${documentTypes})\\s*(?::|[-–]\\s|(?=\\d))\\s*`).exec(rest);
  if (front && front[0].length < rest.length) rest = rest.slice(front[0].length);
  rest = rest.replace(pattern(`\\s+[-–|]\\s+(?:${documentTypes})(?=$|\\s+[-–|]\\s)`), '');
  // "REFERAT Bestyrelsesmøde nr. 42"
  const shouted = /^(\p{Lu}{5,})\s+(?=\p{Lu}\p{Ll})/u.exec(rest);
  if (shouted?.[1] && language.is.documentType(shouted[1])) rest = rest.slice(shouted[0].length);
  const mended = mendScan(rest);
  // "29. august 2022 – Ordinært møde"
  const leading = language.calendar.find(mended)[0];
  const behind = leading?.from === 0 ? rest.slice(leading.to).replace(/^[\s,:|–—-]+/, '') : '';
  if (/^\p{Lu}.*\p{L}{3}/u.test(behind) && language.clock.opening(behind) === null) return cutTitle(behind, language);
  const date = leading;
  const time = language.clock.find(mended)[0];
  const at = Math.min(date && date.from > 0 ? date.from : Infinity, time && time.from > 0 ? time.from : Infinity);
  if (at < rest.length && at > 3) rest = rest.slice(0, at);
  rest = rest.replace(pattern(`[\\s,(:|–-]+(?:(?:${language.lexicon.headings.titleTail})[\\s,(:|–-]*)*$`), '');
  rest = rest.replace(/\s\d{1,2}\/\d{1,2}$/, '');
  rest = rest.replace(/^(.{4,60}?)\s*\(\1\)$/iu, '$1');
  return unpunctuate(rest).replace(/^["“”]|["“”]$/g, '');
}

const sectionKeys = new Set<LabelKey>([
  'summary',
  'case',
  'background',
  'recommendation',
  'decision',
  'finance',
  'legal',
  'consultation',
  'process',
  'history',
  'attachments',
  'openness',
  'present',
  'absent',
  'remarks',
]);

const bareMeeting = perLanguage(({ headings }) => within(headings.meetingWord));
const pointTitle = perLanguage(({ headings }) => whole(headings.pointTitles));
const announces = perLanguage(({ headings }) => within(headings.announces));
const opensDocument = perLanguage(({ headings }) => pattern(`^(?:${headings.document})(?![\\p{L}])`));

/** "Hjem Politik Byråd og udvalg": the trail of a web page whose signs were lost. */
function isTrail(text: string, language: Language): boolean {
  const [first = '', ...words] = text.split(' ');
  return words.length >= 2 && language.is.home(first) && /^\p{Lu}/u.test(words[0] ?? '') && words.filter((word) => /^\p{Lu}/u.test(word)).length >= 2;
}

interface Candidate {
  text: string;
  block: Block;
  position: number;
}

/** Reads title and body from the heading lines. */
export function readTitle(
  free: readonly Block[],
  fields: readonly Field[],
  language: Language,
  kind: PaperKind,
  paper: readonly Block[],
): { title: Candidate | null; body: string | null; bodyBlock: Block | null } {
  const { holds, is, lexicon } = language;
  const candidates: Candidate[] = [];
  free.slice(0, 60).forEach((block, position) => {
    if (block.row || block.bullet) return;
    const text = block.cells.length > 1 && is.letterhead(block.cells[0] ?? '') ? (block.cells[0] ?? '') : block.text;
    if (text.length > 200 || text.length < 3) return;
    if (is.documentType(text) || is.greeting(text) || is.navigation(text) || isTrail(text, language)) return;
    // Neither a day, a section's heading nor a point names the meeting.
    if (loneDay(text, language) !== null || pointTitle(language).test(unpunctuate(text))) return;
    const label = kind === 'case' ? null : language.label(text, block.cells);
    if (label !== null && label.rest === '' && sectionKeys.has(label.key)) return;
    if (/^\p{Ll}/u.test(text) && !holds.meeting.test(text)) return;
    const cut = cutTitle(text, language);
    if (cut.length < 3 || is.documentType(cut) || !/\p{L}{2}/u.test(cut)) return;
    if (/[.!?]$/.test(text) && text.length > 90 && !(cut.length < 90 && cut.length < text.length && opensDocument(language).test(cut))) return;
    if (announces(language).test(cut) || loneDay(cut, language) !== null) return;
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
      !holds.meeting.test(candidate.text.replace(pattern(`^(?:${lexicon.headings.document})\\s+`), '')) &&
      candidate.text.length < 90 &&
      !language.people.isName(candidate.text) &&
      !/@|https?:/.test(candidate.block.text) &&
      !(candidate.block.text.length > 50 && /[.!?]$/.test(candidate.block.text)) &&
      !holds.finiteVerb.test(candidate.text) &&
      !within(lexicon.headings.notBody).test(candidate.text),
  );
  const meetings = candidates.filter(
    (candidate) =>
      !isLetterhead(candidate) && holds.meeting.test(candidate.text) && candidate.text.length < 160 && !isReminder(candidate.text, language),
  );
  const depthOne = candidates.find((candidate) => candidate.block.depth === 1);
  const invites = pattern(`(?:${lexicon.headings.invites})\\s*:?$`);
  const invitation = candidates.find(({ text }) => language.opens.invitation.test(text) || invites.test(text));
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
    const continues =
      invitation && !invites.test(invitation.text) && pattern(`(?:^|\\s)(?:${lexicon.words.connectors})$`).test(invitation.text)
        ? after.shift()
        : undefined;
    if (continues) invitation.text = `${invitation.text} ${continues.text}`;
    const repeated = after
      .filter(({ text }) => text !== continues?.text)
      .find((candidate) => after.some((other) => other !== candidate && other.text === candidate.text));
    title = repeated ?? after[0] ?? invitation;
  } else title = fuller([...meetings].sort((a, b) => titleWeight(b, language) - titleWeight(a, language))[0] ?? null, meetings, language);
  if (!title) {
    const labelled = value('meetingName');
    const block = fields.find((field) => field.key === 'meetingName')?.blocks[0];
    if (labelled && block) title = { text: cutTitle(labelled, language), block, position: 0 };
  }
  if (!title) {
    // "Emne: Ekstraordinært møde i X" at the head of minutes that are no mail.
    const subject = fields.find((field) => field.key === 'subject' && holds.meeting.test(field.values[0]?.text ?? ''));
    const named = subject?.values[0];
    if (named) title = { text: cutTitle(named.text, language), block: named.block, position: 0 };
  }
  title ??= bodies[0] ?? announcedTitle(free, language);
  title ??=
    candidates.find(
      (candidate) =>
        !isLetterhead(candidate) &&
        !isPlace(candidate.text, language) &&
        (kind === 'programme' ||
          kind === 'case' ||
          (candidate.position < 4 &&
            !/\s[–-]\s\p{Lu}{2,4}$/u.test(candidate.text) &&
            !language.people.isName(language.people.read(candidate.text)?.name ?? '') &&
            !holds.outcome.test(candidate.text))),
    ) ?? null;

  let body: string | null = null;
  let bodyBlock: Block | null = null;
  const named = value('body');
  if (named && named.length < 90) {
    body = unpunctuate(named);
    bodyBlock = fields.find((field) => field.key === 'body')?.blocks[0] ?? null;
  } else if (value('project') ?? value('meetingName')) {
    body = unpunctuate((value('project') ?? value('meetingName') ?? '').replace(pattern(lexicon.headings.meetingTail), ''));
    bodyBlock = fields.find((field) => field.key === 'project' || field.key === 'meetingName')?.blocks[0] ?? null;
  } else if (invitation && kind === 'programme' && invites.test(invitation.text)) {
    // "Fjordby Kommune inviterer til" and the event on the line below.
    body = title?.text ?? null;
    bodyBlock = title?.block ?? null;
  } else if (invitation && kind === 'programme') {
    body = unpunctuate(invitation.text.replace(pattern(`^(?:${lexicon.headings.invitation})\\s*:?\\s*`), ''));
    bodyBlock = invitation.block;
  } else if (bodies[0] && bodies[0] !== title) {
    body = bodies[0].text.replace(pattern(`^(?:${lexicon.headings.document})\\s+(?:${lexicon.headings.documentOf})\\s+(?=\\p{Lu})`), '');
    bodyBlock = bodies[0].block;
  } else if (title) {
    body = bodyOfTitle(title.text, language, kind, paper);
    bodyBlock = title.block;
    // A title that names no body: the line the paper opens with does, when it stands right over the title.
    const behind =
      kind !== 'programme' && (body === null || isCommon(body, language))
        ? meetings.find(({ block }) => nameBehindDate(block.text, language))
        : undefined;
    const over =
      kind === 'programme' || (body !== null && body !== title.text && !isCommon(body, language)) || !holds.meeting.test(title.text)
        ? undefined
        : candidates.find((candidate) => candidate.position === (title?.position ?? 0) - 1);
    if (behind) {
      body = nameBehindDate(behind.block.text, language);
      bodyBlock = behind.block;
    } else if (over && isOwnName(over, language)) {
      body = over.text;
      bodyBlock = over.block;
    } else if (kind !== 'programme' && (body === null || body === title.text) && (body === null || bareMeeting(language).test(title.text))) {
      const acting = bodyInText(paper, language);
      if (acting) {
        body = acting.name;
        bodyBlock = acting.block;
      }
    }
  }
  if (named && title && kind !== 'case' && !holds.meeting.test(title.text) && title.block.depth === 0) title = { ...title, text: body ?? title.text };
  if (!title && body && bodyBlock) title = { text: body, block: bodyBlock, position: 0 };
  return { title, body, bodyBlock };
}

/** "Der indkaldes hermed til ordinær generalforsamling i Fjordby Roklub den …": a notice that has no heading. */
function announcedTitle(free: readonly Block[], language: Language): Candidate | null {
  for (const [position, block] of free.slice(0, 12).entries()) {
    const named = announcement(language).exec(language.sentences.first(block.text.slice(0, 400)))?.[1];
    const text = named === undefined ? '' : cutTitle(named, language);
    if (text.length > 3 && text.length < 100 && language.holds.meeting.test(text) && !isReminder(text, language)) return { text, block, position };
  }
  return null;
}

const announcement = perLanguage(({ headings, words }) =>
  pattern(
    `(?:${headings.announces})\\s+(?:[\\p{L} ]{1,50}?\\s)??(?:(?:${words.to})\\s+)?(?:(?:${words.articles})\\s+)?((?:(?:${headings.ordinary})\\p{Ll}*\\s+)?\\p{L}*(?:${headings.meetingWord})(?![\\p{L}]).*)$`,
  ),
);

/** "Bestyrelsesmøde 6. maj" of the web page over "Referat af bestyrelsesmøde": the paper's own heading says the same and more. */
function fuller(title: Candidate | null, meetings: readonly Candidate[], language: Language): Candidate | null {
  if (title === null || title.block.depth > 0 || language.calendar.find(title.block.text).length === 0) return title;
  const words = foldTitle(title.text);
  return (
    meetings.find(
      (other) =>
        other.position > title.position &&
        other.position <= title.position + 2 &&
        other.text.length > title.text.length &&
        other.text.length < title.text.length + 40 &&
        ` ${foldTitle(other.text)} `.includes(` ${words} `),
    ) ?? title
  );
}

/** A line that can be the name of who meets: short, with a capital, no person, place, date or heading of a document. */
function isOwnName({ text, block, position }: Candidate, language: Language): boolean {
  if (position > 1 || text.length > 60 || !/^\p{Lu}/u.test(text) || /[:!?]$/.test(block.text) || text !== unpunctuate(block.text)) return false;
  if (language.is.letterhead(text) || language.is.documentType(text) || language.people.isName(text) || isPlace(text, language)) return false;
  return !language.holds.meeting.test(text) && !language.holds.finiteVerb.test(text) && !/\d{3}|@|https?:/.test(text);
}

function isReminder(text: string, language: Language): boolean {
  return pattern(`^(?:${language.lexicon.headings.reminder})\\b`).test(text) || (language.holds.notTheMeeting.test(text) && text.length > 60);
}

function titleWeight(candidate: Candidate, language: Language): number {
  let weight = -candidate.position * 0.1;
  if (candidate.text.length < 90) weight += 1;
  if (language.holds.finiteVerb.test(candidate.text)) weight -= 2;
  if (/[.,;]$/.test(candidate.block.text) && candidate.block.text.length > 80) weight -= 1.5;
  if (announces(language).test(candidate.block.text) || language.holds.outcome.test(candidate.block.text.slice(0, 20))) weight -= 2.5;
  if (candidate.block.gap > 0 || candidate.position === 0) weight += 0.5;
  if (language.calendar.find(candidate.block.text).length > 0) weight += 0.6;
  if (/\d\.\s|\bd\.\s/.test(candidate.text)) weight -= 0.5;
  return weight;
}
