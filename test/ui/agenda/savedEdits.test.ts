import { describe, expect, it } from 'vitest';
import { newItem } from '../../../src/meeting/agenda.ts';
import { asItemId, asMeetingKey } from '../../../src/meeting/ids.ts';
import { remember, step } from '../../../src/ui/agenda/savedEdits.ts';

const key = asMeetingKey('k');
const item = (title: string) => newItem(asItemId('1'), { title });
const take = (way: 'back' | 'forth') => {
  const next = step(key, way);
  next?.take();
  return next?.to.title ?? null;
};

describe('items that were saved', () => {
  it('are taken back and forth step by step, until something new is saved', () => {
    remember(key, { before: item('A'), after: item('B') });
    remember(key, { before: item('B'), after: item('C') });
    expect([take('back'), take('back'), take('back')]).toEqual(['B', 'A', null]);
    expect([take('forth'), take('forth'), take('forth')]).toEqual(['B', 'C', null]);
    take('back');
    remember(key, { before: item('B'), after: item('D') });
    expect(take('forth')).toBeNull();
    expect(take('back')).toBe('B');
  });

  it('stay with their own meeting, and a step that was refused is still there', () => {
    expect(step(asMeetingKey('other'), 'back')).toBeNull();
    const [first, again] = [step(key, 'back'), step(key, 'back')];
    expect(first?.to).toBe(again?.to);
  });
});
