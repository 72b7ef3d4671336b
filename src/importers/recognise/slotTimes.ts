// Times on lines of their own between numbered points: whose they are, the point's above or the point's below.
import type { Block } from '../blocks.ts';
import { pattern, whole } from '../grammar/pattern.ts';
import type { ClockRange } from '../grammar/clock.ts';
import type { Language } from '../language.ts';
import type { ItemType } from '../paper.ts';
import type { Line } from '../source.ts';
import type { Opener } from './openerLines.ts';

/** The time of a text that holds a time of day and nothing else, or null. */
export function timeAlone(text: string, language: Language): ClockRange | null {
  const range = text.length < 40 ? language.clock.opening(text) : null;
  return range !== null && !/[\p{L}\d]/u.test(text.slice(range.to)) ? range : null;
}

/** A line that holds a time of day and nothing else. */
export function isTimeAlone(block: Block, language: Language): boolean {
  return block.row === null && timeAlone(block.text, language) !== null;
}

/** Whether times stand over their points, from the first point on. One before the first point alone is the meeting's own. */
export function timesStandAbove(blocks: readonly Block[], opens: (block: Block) => boolean, language: Language): boolean {
  const above = blocks.flatMap((block, at) => (opens(block) ? [at > 0 && isTimeAlone(blocks[at - 1] as Block, language)] : []));
  return above[0] === true && above.filter(Boolean).length >= 2;
}

/** Whether lines with nothing but a time stand under numbered titles, one in most points: then the numbers count, not the times. */
export function timesStandBelow(points: readonly Opener[], lines: readonly Line[], language: Language): boolean {
  const under = points.map((point, i) =>
    lines
      .slice(point.line + 1, Math.min(point.line + 12, points[i + 1]?.line ?? lines.length))
      .findIndex(({ text, row }) => row === null && timeAlone(text, language) !== null),
  );
  const before = lines[(points[0]?.line ?? 0) - 1];
  const told = under.filter((at) => at >= 0).length;
  // Right before the next point it may be that point's; right under the title it is not.
  return points.length >= 3 && told >= points.length * 0.6 && !(before && timeAlone(before.text, language));
}

export interface SlotLines {
  time: ClockRange | null;
  minutes: number | null;
  type: ItemType | null;
  /** Where in the body they stand. */
  at: number[];
}

/** The lines under a title that hold the point's time, its length and its type. */
export function slotLines(body: readonly Block[], language: Language): SlotLines {
  const found: SlotLines = { time: null, minutes: null, type: null, at: [] };
  for (let at = 0; at < body.length; at++) {
    const block = body[at];
    if (!block || block.row !== null) break;
    const range = timeAlone(block.text, language);
    if (range && (range.end !== null || (range.said && at === 0))) {
      found.time = range;
      found.at.push(at);
      const type = typesNamed(body[at + 1]?.text ?? '', language);
      if (type) {
        found.type = type;
        found.at.push(at + 1);
      }
      break;
    }
    const lasts = at < 3 && block.text.length < 30 ? language.clock.durations(block.text)[0] : undefined;
    if (lasts && !/[\p{L}\d]/u.test(block.text.slice(0, lasts.from) + block.text.slice(lasts.to)) && found.minutes === null) {
      found.minutes = lasts.minutes;
      found.at.push(at);
      continue;
    }
    if (block.bullet === null && language.label(block.text, block.lines[0]?.cells)) break;
  }
  return found;
}

/** "Orientering", "Orientering og drøftelse": nothing but types, of which the first counts. */
function typesNamed(text: string, language: Language): ItemType | null {
  if (text === '' || text.length > 60) return null;
  const { types } = language.lexicon.item;
  const words = text
    .toLowerCase()
    .replace(/[.:]$/, '')
    .split(pattern(`\\s*[/,+&]\\s*|\\s+(?:${language.lexicon.words.and})\\s+`));
  const named = words.map((word) => types.find(({ label }) => word.length > 1 && whole(label).test(word))?.type ?? null);
  return named.includes(null) ? null : (named[0] ?? null);
}
