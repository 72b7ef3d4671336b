import { describe, expect, it } from 'vitest';
import { newItem } from '../../src/meeting/agenda.ts';
import { parseClock } from '../../src/meeting/clock.ts';
import { asItemId } from '../../src/meeting/ids.ts';
import { fieldsChanged, readItemDraft, writeItemDraft } from '../../src/ui/agenda/itemDraft.ts';

const at = (text: string) => parseClock(text);
const base = newItem(asItemId('1'), {
  number: '3',
  title: 'Budget',
  presenters: ['Poul Kringelholm, direktør'],
  start: at('8.00'),
  end: at('8.20'),
  minutes: 20,
});

describe('a line that is being edited', () => {
  it('comes back from the device with every field, and with what cannot be read yet', () => {
    const after = {
      ...base,
      number: '3.a',
      title: 'Budget "2027"',
      type: 'decision' as const,
      presenters: ['Rikke Vindum, kommunaldirektør'],
      start: at('9.15'),
      end: at('9.35'),
      sections: [{ role: 'recommendation' as const, heading: null, text: 'At budgettet godkendes' }],
    };
    const draft = { fields: fieldsChanged(base, after), typed: { minutes: 'et kvarter' } };
    expect(readItemDraft(writeItemDraft(draft), base)).toEqual(draft);
    expect({ ...base, ...draft.fields }).toEqual(after);
  });

  it('loses nothing of a draft of the first version', () => {
    const first = { title: 'Budget 2027', presenters: 'Poul Kringelholm, direktør\nRikke Vindum', start: '9.15', minutes: '20' };
    expect(readItemDraft(JSON.stringify(first), base)).toEqual({
      fields: { title: 'Budget 2027', presenters: ['Poul Kringelholm, direktør', 'Rikke Vindum'], start: '09:15', end: '09:35' },
      typed: {},
    });
    expect(readItemDraft(JSON.stringify({ ...first, start: 'kvart i ni', minutes: 'fem' }), base)).toEqual({
      fields: { title: 'Budget 2027', presenters: ['Poul Kringelholm, direktør', 'Rikke Vindum'] },
      typed: { start: 'kvart i ni', minutes: 'fem' },
    });
  });

  it('begins as it is stored where nothing of ours is kept', () => {
    for (const text of ['', 'null', '[]', '{"title":1}', 'ikke json']) expect(readItemDraft(text, base), text).toEqual({ fields: {}, typed: {} });
  });
});
