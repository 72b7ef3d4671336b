// The title of the paper and the body that meets.
import type { Block } from '../blocks.ts';
import { mendScan, pattern, whole, within } from '../grammar/pattern.ts';
import { unpunctuate } from '../grammar/sentence.ts';
import type { Language } from '../language.ts';
import type { LabelKey } from '../lexicon/lexicon.ts';
import type { PaperKind } from '../paper.ts';
import type { Field } from './fields.ts';
import { isPlace } from './meetingPlace.ts';

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
  rest = rest.replace(pattern(`[\\s,(:|–-]+(?:(?:${language.lexicon.headings.titleTail})[\\s,(:|–-]*)*$`), '');
  rest = rest.replace(/^(.{4,60}?)\s*\(\1\)$/iu, '$1');
  return unpunctuate(rest).replace(/^["“”]|["“”]$/g, '');
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
  } else title = [...meetings].sort((a, b) => titleWeight(b, language) - titleWeight(a, language))[0] ?? null;
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
    body = bodyOfTitle(title.text, language, kind);
    bodyBlock = title.block;
    // A title that names no body: the line the paper opens with does, when it stands right over the title.
    const over =
      kind === 'programme' || body !== title.text || !holds.meeting.test(title.text)
        ? undefined
        : candidates.find((candidate) => candidate.position === (title?.position ?? 0) - 1);
    if (over && isOwnName(over, language)) {
      body = over.text;
      bodyBlock = over.block;
    }
  }
  if (named && title && kind !== 'case' && !holds.meeting.test(title.text) && title.block.depth === 0) title = { ...title, text: body ?? title.text };
  if (!title && body && bodyBlock) title = { text: body, block: bodyBlock, position: 0 };
  return { title, body, bodyBlock };
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
  const announced = found !== null && pattern(`^(?:${headings.document})(?![\\p{L}])|${headings.assembly}`).test(found[0]);
  const proper =
    named !== undefined &&
    announced &&
    /^\p{Lu}/u.test(named) &&
    named.split(' ').length <= 8 &&
    !language.holds.place.test(named) &&
    !language.holds.finiteVerb.test(named);
  if (named && (language.holds.body.test(named) || proper)) return named.replace(pattern(`^(?:${language.lexicon.words.articles}) `), '');
  // "Fjordby Roklub - referat af bestyrelsesmøde": what is no document and no meeting is the body.
  const sides = title.split(/\s+[-–—|]\s+/);
  const others = sides.filter((side) => !language.holds.meeting.test(side) && !pattern(`^(?:${headings.documentTypes})(?![\\p{L}])`).test(side));
  if (
    kind !== 'programme' &&
    sides.length === 2 &&
    others.length === 1 &&
    others[0] &&
    others[0].length > 3 &&
    others[0].length < 60 &&
    /^\p{Lu}/u.test(others[0])
  )
    return unpunctuate(others[0]);
  // "Ungerådets novembermøde"
  const whose =
    kind === 'programme' ? null : pattern(`^(\\p{Lu}[\\p{L} -]*?\\p{L}{2})s\\s+(?:\\p{L}+\\s+)?\\p{L}*(?:${headings.meetingWord})$`).exec(title)?.[1];
  if (whose && whole(headings.bodies).test(whose)) return whose;
  const bare = title.replace(pattern(`^(?:${headings.document})\\s+(?:(?:${headings.documentOf})\\s+)?`), '').trim();
  if (kind !== 'programme') {
    for (const [stem, body] of headings.bodyOfCompound) {
      if (pattern(`^(?:(?:${headings.ordinary}) )?${stem}(?:${headings.compoundEnds})`).test(bare)) return body;
    }
  }
  return bare === '' ? title : bare;
}
