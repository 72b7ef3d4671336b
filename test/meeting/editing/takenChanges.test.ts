import { describe, expect, it } from 'vitest';
import type { Agenda, AgendaItem } from '../../../src/meeting/agenda.ts';
import { applyChanges, diffAgendas } from '../../../src/meeting/agendaDiff.ts';
import { asItemId } from '../../../src/meeting/ids.ts';
import { takenChanges } from '../../../src/meeting/editing/takenChanges.ts';
import { agendaOf } from '../agendas.ts';

const base = agendaOf(['1 Nyt', '2 Ledelse på Vej og Park', '3 Evt']);
const changed = (agenda: Agenda, index: number, change: Partial<AgendaItem>): Agenda => ({
  ...agenda,
  items: agenda.items.map((item, at) => (at === index ? { ...item, ...change } : item)),
});
const added = (agenda: Agenda, title: string): Agenda => ({
  ...agenda,
  items: [...agenda.items, { ...agenda.items[0]!, id: asItemId(title), number: null, title }],
});
/** The work put over what is stored by now, nobody having ticked anything. */
const over = (stored: Agenda, work: Agenda, from: Agenda | null = base) =>
  applyChanges(stored, work, takenChanges(diffAgendas(stored, work), {}, from, work));

describe('work begun on an older agenda', () => {
  it('makes its own changes and leaves those of others', () => {
    const stored = changed(base, 1, { presenters: ['Poul Kringelholm'] });
    const { items } = over(stored, changed(base, 0, { title: 'Nyt fra borgmesteren' }));
    expect(items.map(({ title }) => title)).toEqual(['Nyt fra borgmesteren', 'Ledelse på Vej og Park', 'Evt']);
    expect(items[1]?.presenters).toEqual(['Poul Kringelholm']);
  });

  it('leaves closed what has been closed since', () => {
    expect(over(changed(base, 1, { openness: 'closed' }), base).items[1]?.openness).toBe('closed');
  });

  it('leaves what others added, and does not bring back what they removed', () => {
    expect(over(added(base, 'Budget'), base).items.map(({ title }) => title)).toContain('Budget');
    expect(over({ ...base, items: base.items.slice(0, 2) }, base).items).toHaveLength(2);
  });

  it('keeps its own additions and removals', () => {
    expect(over(base, added(base, 'Budget')).items.map(({ title }) => title)).toContain('Budget');
    expect(over(base, { ...base, items: base.items.slice(1) }).items).toHaveLength(2);
  });

  it('counts whole where it is not known what it began from, but opens nothing', () => {
    const stored = changed(changed(base, 1, { openness: 'closed' }), 2, { title: 'Eventuelt' });
    const { items } = over(stored, base, null);
    expect([items[1]?.openness, items[2]?.title]).toEqual(['closed', 'Evt']);
  });

  it('does what is ticked', () => {
    const stored = changed(base, 2, { title: 'Eventuelt' });
    const changes = diffAgendas(stored, base);
    expect(takenChanges(changes, { [changes[0]!.id]: true }, base, base)).toEqual(new Set([changes[0]!.id]));
  });
});
