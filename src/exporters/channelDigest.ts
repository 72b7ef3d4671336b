import type { MinutesLine } from '../meeting/meeting.ts';
import { element, join, lines, text, type Html } from './html.ts';
import { printNumber, wordsOf, type Language } from './words.ts';

/**
 * Teams counts a message in UTF-16 and refuses it above about 28 KB (Teams limits page; td#6659). The whole payload counts, so we stay
 * below with room for the subject and the envelope.
 */
export const DIGEST_LIMIT_BYTES = 24_000;

export interface DigestInput {
  readonly title: string;
  /** The day as it is to be printed. */
  readonly when: string;
  readonly lines: readonly MinutesLine[];
  readonly link: string;
  readonly language: Language;
}

export interface Digest {
  readonly subject: string;
  readonly html: string;
}

/**
 * The message to the board's channel: a line for each item and a link to the minutes. Only tags that Teams keeps on all
 * clients are used (strong, p, br, a). Takes the outsiders' lines: a channel is read by people outside the closed circle. Long minutes are
 * cut at whole items, and the message says how many more there are.
 */
export function channelDigest(input: DigestInput): Digest {
  const words = wordsOf(input.language);
  const subject = `${words.minutes}: ${input.title}`.slice(0, 200);
  const foot = element('p', {}, element('a', { href: input.link }, text(words.openMinutes)));
  const head = element('p', {}, text(input.when));
  const rows = input.lines.map((line) => digestLine(line, input.language));
  for (let count = rows.length; count >= 0; count -= 1) {
    const rest = rows.length - count;
    const more = rest > 0 ? [element('p', {}, text(words.moreItems(rest)))] : [];
    const html = join([head, ...rows.slice(0, count), ...more, foot]).html;
    if (2 * (html.length + subject.length) <= DIGEST_LIMIT_BYTES || count === 0) return { subject, html };
  }
  return { subject, html: foot.html };
}

function digestLine(line: MinutesLine, language: Language): Html {
  const words = wordsOf(language);
  const title = line.title === '' ? words.closedItem : line.title;
  const closedMark = line.openness === 'closed' && line.title !== '' ? ` (${words.closedItem.toLowerCase()})` : '';
  const outcome = line.notTreated ? words.notTreated : line.decision !== '' ? line.decision : line.outcome ? words.outcomes[line.outcome] : '';
  const heading = element('strong', {}, text(`${printNumber(line.number)}${title}${closedMark}`));
  return element('p', {}, heading, ...(outcome === '' ? [] : [{ html: '<br>' }, lines(outcome)]));
}
