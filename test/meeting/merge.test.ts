import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asItemId } from '../../src/meeting/ids.ts';
import type { Treatment } from '../../src/meeting/meeting.ts';
import { mergeText } from '../../src/meeting/mergeText.ts';
import { mergeTreatment } from '../../src/meeting/mergeTreatment.ts';
import { words } from './agendas.ts';

const text = fc
  .array(fc.oneof(words, fc.constantFrom('constructor', '__proto__', 'toString', '')), { maxLength: 6 })
  .map((lines) => lines.join('\n'));
const linesOf = (value: string) => value.split('\n');

describe('two versions of a text', () => {
  it('are one where only one of them changed it, or both alike', () => {
    fc.assert(
      fc.property(text, text, (base, changed) => {
        expect(mergeText(base, changed, base)).toEqual({ kind: 'merged', value: changed });
        expect(mergeText(base, base, changed)).toEqual({ kind: 'merged', value: changed });
        expect(mergeText(base, changed, changed)).toEqual({ kind: 'merged', value: changed });
      }),
    );
  });

  it('keep every line that one of the two wrote: in the text, or in the two that clash', () => {
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        const merge = mergeText(base, mine, theirs);
        const shown = merge.kind === 'merged' ? linesOf(merge.value) : [...linesOf(merge.mine), ...linesOf(merge.theirs)];
        const begun = new Set(linesOf(base));
        for (const line of [...linesOf(mine), ...linesOf(theirs)]) if (!begun.has(line)) expect(shown).toContain(line);
      }),
    );
  });

  it('are merged the same, whoever asks', () => {
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        const [one, other] = [mergeText(base, mine, theirs), mergeText(base, theirs, mine)];
        expect(one.kind).toBe(other.kind);
        if (one.kind === 'merged') expect(other).toEqual(one);
      }),
    );
  });

  it('take in lines in different places, and clash on the same', () => {
    expect(mergeText('a\nb\nc', 'a1\nb\nc', 'a\nb\nc1')).toEqual({ kind: 'merged', value: 'a1\nb\nc1' });
    expect(mergeText('a\nb\nc', 'a\nmin\nc1', 'a\nderes\nc')).toEqual({ kind: 'clash', mine: 'a\nmin\nc1', theirs: 'a\nderes\nc' });
    expect(mergeText('', 'Godkendt.', 'Udsat.')).toEqual({ kind: 'clash', mine: 'Godkendt.', theirs: 'Udsat.' });
  });
});

describe('two treatments of one item', () => {
  const blank: Treatment = { itemId: asItemId('a'), openness: 'open', outcome: null, decision: '', publicDecision: '', notTreated: false };

  it('are one where they say different things', () => {
    const mine = { ...blank, decision: 'Drøftet.', outcome: 'discussed' as const };
    expect(mergeTreatment(blank, mine, { ...blank, publicDecision: 'En sag.' })).toEqual({
      kind: 'merged',
      value: { ...mine, publicDecision: 'En sag.' },
    });
  });

  it('are closed where one of them is', () => {
    const closed = { ...blank, openness: 'closed' as const };
    expect(mergeTreatment(blank, { ...blank, decision: 'Drøftet.' }, closed)).toMatchObject({ kind: 'merged', value: { openness: 'closed' } });
    expect(mergeTreatment(closed, closed, blank)).toMatchObject({ value: { openness: 'closed' } });
  });

  it('never end with an outcome on an item that was not treated', () => {
    const approved = { ...blank, outcome: 'approved' as const };
    const untreated = { ...blank, notTreated: true };
    expect(mergeTreatment(blank, approved, untreated)).toEqual({ kind: 'clash', mine: approved, theirs: untreated });
  });
});
