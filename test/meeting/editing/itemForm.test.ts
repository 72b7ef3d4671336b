import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newItem, type AgendaItem } from '../../../src/meeting/agenda.ts';
import { clockAt, type ClockTime } from '../../../src/meeting/clock.ts';
import { asItemId } from '../../../src/meeting/ids.ts';
import { applyForm, formOf, mistakesIn } from '../../../src/meeting/editing/itemForm.ts';
import { clashesBetween, differs, EDITED, settle } from '../../../src/meeting/editing/settle.ts';
import { readForm } from '../../../src/ui/agenda/itemDraft.ts';

const clock = (text: string) => text as ClockTime;
const name = fc
  .string({ minLength: 1 })
  .map((text) => text.replace(/[\r\n]/g, ' ').trim())
  .filter((text) => text !== '');
const itemWith = (id: string): fc.Arbitrary<AgendaItem> =>
  fc
    .record({
      title: fc.string().map((text) => text.trim()),
      presenters: fc.array(name, { maxLength: 3 }),
      start: fc.option(fc.integer({ min: 0, max: 1439 }).map(clockAt)),
      end: fc.option(fc.integer({ min: 0, max: 1439 }).map(clockAt)),
      minutes: fc.option(fc.integer({ min: 0, max: 600 })),
    })
    .map((fields) => newItem(asItemId(id), fields));

describe('a line edited in place', () => {
  it('is unchanged when nobody typed', () => {
    fc.assert(
      fc.property(itemWith('1'), (item) => {
        expect(differs(item, applyForm(item, formOf(item)))).toBe(false);
      }),
    );
  });

  it('keeps names with commas as they were written', () => {
    const item = newItem(asItemId('1'), { presenters: ['Poul Kringelholm, direktør', 'Rikke Vindum'] });
    expect(applyForm(item, formOf(item)).presenters).toEqual(item.presenters);
  });

  it('pins a typed start, lets an emptied one flow, and moves the printed end along', () => {
    const item = newItem(asItemId('1'), { start: clock('08:00'), end: clock('08:20'), minutes: 20 });
    expect(applyForm(item, { ...formOf(item), start: '9.15' })).toMatchObject({ start: '09:15', end: '09:35' });
    expect(applyForm(item, { ...formOf(item), minutes: '45' })).toMatchObject({ start: '08:00', end: '08:45' });
    expect(applyForm(item, { ...formOf(item), start: '' })).toMatchObject({ start: null, end: null, minutes: 20 });
  });

  it('says which field cannot be read, and never guesses', () => {
    const form = { title: 'Eventuelt', presenters: '', start: 'kvart i ni', minutes: 'fem' };
    expect(mistakesIn(form)).toEqual({ start: true, minutes: true });
    expect(mistakesIn({ ...form, start: '8.45', minutes: '' })).toEqual({ start: false, minutes: false });
  });

  it('comes back from a draft, and a draft of another shape is left alone', () => {
    const form = formOf(newItem(asItemId('1'), { title: 'Budget "2026"\n', presenters: ['Rikke Vindum'] }));
    expect(readForm(JSON.stringify(form))).toEqual(form);
    for (const text of ['', 'null', '[]', '{"title":1}', 'ikke json']) expect(readForm(text), text).toBeNull();
  });
});

describe('two people on the same line', () => {
  const three = fc.tuple(itemWith('1'), itemWith('1'), itemWith('1'));

  it('neither loses what only they changed, and a clash is decided by the person', () => {
    fc.assert(
      fc.property(three, fc.subarray([...EDITED]), ([base, mine, theirs], kept) => {
        const result = settle(base, mine, theirs, new Set(kept));
        const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
        for (const field of EDITED) {
          const iChanged = !same(base[field], mine[field]);
          const theyChanged = !same(base[field], theirs[field]);
          if (iChanged && !theyChanged) expect(result[field]).toEqual(mine[field]);
          if (!iChanged) expect(result[field]).toEqual(theirs[field]);
          if (clashesBetween(base, mine, theirs).includes(field)) expect(result[field]).toEqual(kept.includes(field) ? mine[field] : theirs[field]);
        }
      }),
    );
  });
});
