import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asItemId } from '../../../src/meeting/ids.ts';
import type { Treatment } from '../../../src/meeting/meeting.ts';
import { readKept, writeKept } from '../../../src/ui/treatment/keptTreatment.ts';
import { words } from '../../meeting/agendas.ts';

const itemId = asItemId('a');
const blank: Treatment = { itemId, openness: 'open', outcome: null, decision: '', publicDecision: '', notTreated: false };
const treatments: fc.Arbitrary<Treatment> = fc.record({
  itemId: fc.constant(itemId),
  openness: fc.constantFrom('open', 'closed'),
  outcome: fc.constantFrom('approved', 'other', null),
  decision: words,
  publicDecision: words,
  notTreated: fc.boolean(),
});

describe('a treatment kept on the device', () => {
  it('comes back as it was', () => {
    const drafts = fc.record({
      mine: treatments,
      base: treatments,
      sent: fc.array(fc.record({ from: treatments, value: treatments }), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(drafts, (draft) => {
        expect(readKept(writeKept(draft), itemId)).toEqual({ kind: 'draft', draft });
      }),
    );
  });

  it('of the version before is read, and where it noted no base it is held against nothing', () => {
    const typed = { openness: 'open', outcome: 'other', decision: 'Linje 1\n\nLinje 2', publicDecision: '', notTreated: false };
    const base = { ...typed, decision: 'Udsat.' };
    const mine = { itemId, ...typed };
    expect(readKept(JSON.stringify({ ...typed, base }), itemId)).toEqual({ kind: 'draft', draft: { mine, base: { itemId, ...base }, sent: [] } });
    expect(readKept(JSON.stringify({ ...typed, base: null }), itemId)).toEqual({ kind: 'draft', draft: { mine, base: blank, sent: [] } });
    expect(readKept(JSON.stringify(typed), itemId)).toEqual({ kind: 'draft', draft: { mine, base: blank, sent: [] } });
  });

  it('is closed where nothing says open, and keeps its words where a code is not known', () => {
    const text = writeKept({ mine: { ...blank, decision: 'Drøftet.' }, base: blank, sent: [] });
    expect(readKept(text.replace('"open"', '"ukendt"'), itemId)).toMatchObject({ draft: { mine: { openness: 'closed', decision: 'Drøftet.' } } });
    expect(readKept(text.replace('"outcome":null', '"outcome":"postponed"'), itemId)).toMatchObject({ draft: { mine: { outcome: 'other' } } });
  });

  it('hands its words back where it is none of ours', () => {
    expect(readKept('Godkendt', itemId)).toEqual({ kind: 'unreadable', words: 'Godkendt' });
    expect(readKept('{"shape":9,"texts":{"decision":"Godkendt i maj.","state":"open"}}', itemId)).toEqual({
      kind: 'unreadable',
      words: 'Godkendt i maj.',
    });
    expect(readKept('{"decision":1}', itemId)).toEqual({ kind: 'unreadable', words: '{"decision":1}' });
  });
});
