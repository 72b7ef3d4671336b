import type { MinutesLine } from './meeting.ts';

/** All that a line says was decided: the result codes, and the texts as one. */
export function joinedDecisions(line: Pick<MinutesLine, 'outcome' | 'decision' | 'further'>): readonly [codes: string, text: string] {
  const all = [line, ...(line.further ?? [])];
  const texts = all.map(({ decision }) => decision.trim()).filter((text) => text !== '');
  return [all.flatMap(({ outcome }) => outcome ?? []).join(), texts.join('\n\n')];
}
