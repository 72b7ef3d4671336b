// A programme and an agenda in one paper: numbered points under the slots, or an agenda printed beside the programme.
import type { Language } from '../language.ts';
import type { Line } from '../source.ts';
import type { Opener } from './openerLines.ts';

const leastPoints = 3;
const leastSlots = 3;

/** No programme and no agenda list as many. */
const most = 300;

/** Numbers 1, 2, 3 … without times, in order. */
const counts = (chain: readonly Opener[]): boolean =>
  chain.length >= leastPoints && chain.length <= most && chain.every(({ value, time }, i) => value === i + 1 && time === null);

const slotAt = (point: Opener, slots: readonly Opener[]): number => slots.findLastIndex(({ line }) => line < point.line);

/**
 * The numbered points that stand under the slots of a programme. Where they go on over several slots they are points like those;
 * where one slot holds them all they are its sub-points. Empty when `chain` is no such list.
 */
export function pointsUnderSlots(slots: readonly Opener[], chain: readonly Opener[]): Opener[] {
  if (slots.length < leastSlots || slots.length > most || !counts(chain)) return [];
  const over = new Set(chain.map((point) => slotAt(point, slots)));
  if (over.has(-1) || (over.size === 1 && over.has(slots.length - 1))) return [];
  return chain.map((point) => ({ ...point, under: over.size === 1 }));
}

/**
 * "Kl. 17.30 Middag, kl. 18 Årsmøde, kl. 20 Afslutning" and then "Dagsorden: 1. …": the slots and the points, the points under the
 * one slot that is the meeting. Null when the paper has no such two lists.
 */
export function agendaOfSlot(slots: readonly Opener[], chain: readonly Opener[], lines: readonly Line[], language: Language): Opener[] | null {
  const first = chain[0];
  const last = slots.at(-1);
  if (!first || !last || slots.length < leastSlots || !counts(chain) || last.line >= first.line) return null;
  const close = slots.every(({ line }, i) => i === 0 || line - (slots[i - 1]?.line ?? 0) <= 2);
  const rising = slots.every(({ time }, i) => i === 0 || (time?.start ?? '') > (slots[i - 1]?.time?.start ?? ''));
  // The agenda is announced between the two.
  const announced = lines.slice(last.line + 1, first.line).some(({ text }) => text.length < 90 && language.holds.agenda.test(text));
  const meetings = slots.filter(({ rest }) => language.holds.agenda.test(rest));
  const named = meetings.length > 0 ? meetings : slots.filter(({ rest }) => language.holds.meeting.test(rest));
  const [slot] = named;
  if (!close || !rising || !announced || !slot || named.length !== 1) return null;
  return [...slots, ...chain.map((point) => ({ ...point, under: true, owner: slot.line }))];
}

/** Under a time alone: "Årsmøder:" with bullets, then "Temamøder:" with bullets. The labels are points, the bullets their sub-points. */
export function labelledUnderSlots(slots: readonly Opener[], lines: readonly Line[]): Opener[] {
  return slots.flatMap((slot, i) => {
    if (/\p{L}/u.test(slot.rest)) return [];
    const until = slots[i + 1]?.line ?? lines.length;
    const found: Opener[] = [];
    for (let at = slot.line + 1; at < until && lines[at]; at++) {
      const line = lines[at];
      const label = line?.bullet === null && line.row === null && /^\p{Lu}.{2,60}:$/u.test(line.text);
      const bullet = line?.bullet !== null && line?.tick === null && found.length > 0 && line.text.length < 120 && !/[.;,]$/.test(line.text);
      if (!line || !(label || bullet)) break;
      if (label && lines[at + 1]?.bullet == null) break;
      found.push({ line: at, style: 'cell', number: null, value: 0, rest: line.text, time: null, score: 0, under: bullet });
    }
    return found.filter(({ under }) => under === true).length >= 2 ? found : [];
  });
}
