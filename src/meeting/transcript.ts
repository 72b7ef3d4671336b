import { isClosed, type Agenda, type AgendaItem } from './agenda.ts';
import type { ItemId } from './ids.ts';
import type { Treatment } from './meeting.ts';

/** Something that was said: by whom, where the recording knows it, and when, in milliseconds from where the recording begins. */
export interface SpokenLine {
  readonly at: number;
  readonly speaker: string | null;
  readonly words: string;
}

/** What was said at a meeting, in the order it was said. It is a help for whoever writes, and no part of the record. */
export type Transcript = readonly SpokenLine[];

type Timed = Pick<Treatment, 'itemId' | 'startedAt' | 'endedAt'>;

/** When the recording most likely began: when the meeting came to its first item, else when it was to begin. An ISO instant. */
export function likelyBeginning(treatments: readonly Timed[], planned: string): string {
  const begun = treatments.flatMap(({ startedAt }) => startedAt ?? []).map((at) => Date.parse(at));
  return begun.length === 0 ? planned : new Date(Math.min(...begun)).toISOString();
}

/** Which item was in hand at a moment: the one the meeting had come to last, unless it had gone on from it and to no other. */
export function itemInHandAt(treatments: readonly Timed[], moment: number): ItemId | null {
  let found: Timed | null = null;
  let came = -Infinity;
  for (const treatment of treatments) {
    const start = treatment.startedAt === undefined ? NaN : Date.parse(treatment.startedAt);
    const end = treatment.endedAt === undefined ? Infinity : Date.parse(treatment.endedAt);
    if (!(start <= moment) || moment >= end || start < came) continue;
    found = treatment;
    came = start;
  }
  return found?.itemId ?? null;
}

/** What was said while an item was in hand. @param beginning an ISO instant: when the recording began */
export function saidAt(transcript: Transcript, treatments: readonly Timed[], beginning: string, itemId: ItemId): Transcript {
  const zero = Date.parse(beginning);
  return transcript.filter(({ at }) => itemInHandAt(treatments, zero + at) === itemId);
}

/**
 * Lines with all of the words looked for, wherever they were said. What was said at a closed item is found only while that item is in hand: the
 * panel is often shared.
 */
export function findSaid(
  transcript: Transcript,
  { agenda, treatments, beginning }: { readonly agenda: Pick<Agenda, 'items'>; readonly treatments: readonly Timed[]; readonly beginning: string },
  wanted: string,
  inHand: ItemId,
): Transcript {
  const words = wanted.toLocaleLowerCase('da').split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const zero = Date.parse(beginning);
  const closed = (item: AgendaItem | undefined) => item !== undefined && item.id !== inHand && isClosed(agenda.items, item);
  return transcript.filter((line) => {
    const said = `${line.speaker ?? ''} ${line.words}`.toLocaleLowerCase('da');
    if (!words.every((word) => said.includes(word))) return false;
    const itemId = itemInHandAt(treatments, zero + line.at);
    return !closed(agenda.items.find(({ id }) => id === itemId));
  });
}

/** A line as it is quoted in notes: CommonMark's quotation, with who said it. Added to what stands there already. */
export function withQuotation(notes: string, { speaker, words }: SpokenLine): string {
  const quoted = `${speaker === null ? '' : `${speaker}: `}${words}`
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
  return notes.trim() === '' ? quoted : `${notes.trimEnd()}\n\n${quoted}`;
}
