import { describe, expect, it } from 'vitest';
import { asItemId } from '../../../src/meeting/ids.ts';
import type { Treatment } from '../../../src/meeting/meeting.ts';
import { readKept, writeKept } from '../../../src/ui/treatment/keptTreatment.ts';

const blank: Treatment = { itemId: asItemId('a'), openness: 'open', outcome: null, decision: '', publicDecision: '', notTreated: false };

describe('a treatment kept on the device', () => {
  it('comes back as it was, and closed where nothing says open', () => {
    const typed = { ...blank, decision: 'Linje 1\n\nLinje 2', outcome: 'other' as const };
    expect(readKept(writeKept(typed, null), typed.itemId)).toEqual({ treatment: typed, base: null });
    const before = { ...typed, decision: 'Udsat.' };
    expect(readKept(writeKept(typed, before), typed.itemId)).toEqual({ treatment: typed, base: before });
    expect(readKept(writeKept(typed, null).replace('"open"', '"ukendt"'), typed.itemId)?.treatment.openness).toBe('closed');
    expect(readKept('{"decision":1}', typed.itemId)).toBeNull();
    expect(readKept('Godkendt', typed.itemId)).toBeNull();
  });
});
