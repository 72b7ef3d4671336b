import { describe, expect, it } from 'vitest';
import { newItem, type Agenda } from '../../src/meeting/agenda.ts';
import { parseClock } from '../../src/meeting/clock.ts';
import { asItemId } from '../../src/meeting/ids.ts';
import type { Treatment } from '../../src/meeting/meeting.ts';
import { firstInHand, isCovered, settledCount, treatmentOf } from '../../src/meeting/run.ts';
import { paceOf } from '../../src/ui/meeting/pace.ts';

const id = asItemId;
const at = (text: string) => parseClock(text);
const agenda: Agenda = {
  title: 'Direktionsmøde',
  date: '2026-03-10',
  endDate: null,
  start: at('9.00'),
  end: at('12.00'),
  location: null,
  chair: null,
  items: [
    newItem(id('a'), { title: 'Nyt', start: at('9.00'), end: at('9.20') }),
    newItem(id('p'), { kind: 'break', title: 'Pause', start: at('9.20'), end: at('9.30') }),
    newItem(id('b'), { title: 'Budget', start: at('9.30'), end: at('10.00') }),
    newItem(id('b1'), { title: 'Drift', parentId: id('b') }),
    newItem(id('c'), { title: 'Personsag', openness: 'closed' }),
  ],
};
const done = (name: string): Treatment => ({
  itemId: id(name),
  openness: 'open',
  outcome: 'approved',
  decision: '',
  publicDecision: '',
  notTreated: false,
});

describe('walking through the agenda', () => {
  it('begins with what the clock says, and in a break with what comes after it', () => {
    expect(firstInHand(agenda, [], at('9.10'))).toBe('a');
    expect(firstInHand(agenda, [], at('9.25'))).toBe('b');
  });

  it('begins with the first open question when the meeting is not running', () => {
    expect(firstInHand(agenda, [done('a')], null)).toBe('b');
    expect(firstInHand(agenda, [done('a'), done('b'), done('c')], null)).toBe('a');
    expect(firstInHand({ ...agenda, items: [] }, [], null)).toBeNull();
  });

  it('counts an item as settled by its sub-items too', () => {
    expect(settledCount(agenda, [done('a'), done('b1')])).toEqual({ done: 2, of: 3 });
  });

  it('takes an item as covered from above and from below', () => {
    const [, , budget, drift] = agenda.items;
    expect(isCovered(agenda, [done('b')], drift!)).toBe(true);
    expect(isCovered(agenda, [done('b1')], budget!)).toBe(true);
    expect(isCovered(agenda, [done('a')], drift!)).toBe(false);
  });

  it("never makes a closed item's treatment open", () => {
    const closed = agenda.items.find((item) => item.id === id('c'))!;
    expect(treatmentOf(agenda, [done('c')], closed).openness).toBe('closed');
    expect(treatmentOf(agenda, [], closed).openness).toBe('closed');
  });
});

describe('the clock against the plan', () => {
  const slot = { start: at('9.00'), end: at('9.20'), derived: false };
  it('tells what is left, what is over and what is to come', () => {
    expect(paceOf(slot, at('9.05'))).toEqual({ kind: 'left', minutes: 15, part: 0.25 });
    expect(paceOf(slot, at('9.27'))).toEqual({ kind: 'over', minutes: 7, part: 1 });
    expect(paceOf(slot, at('8.50'))).toEqual({ kind: 'before', minutes: 10, part: 0 });
  });

  it('says nothing where it does not know', () => {
    expect(paceOf({ ...slot, end: null }, at('9.05')).kind).toBe('unknown');
    expect(paceOf(slot, null).kind).toBe('unknown');
    expect(paceOf({ ...slot, end: at('8.00') }, at('9.05')).kind).toBe('unknown');
  });
});
