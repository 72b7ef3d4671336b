import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { invitationDiff } from '../../src/exporters/invitationDiff.ts';
import { invitationHtml } from '../../src/exporters/invitationHtml.ts';
import { placeInInvitation } from '../../src/exporters/placeInInvitation.ts';
import type { Agenda } from '../../src/meeting/agenda.ts';
import { asItemId } from '../../src/meeting/ids.ts';
import { agendaOf, anyOutline, at } from '../meeting/agendas.ts';

const link = 'https://dagsorden.fjordby.example/?s=aaaa&k=0123456789abcdef0123456789abcdef';
const block = (agenda: Agenda) => invitationHtml(agenda, link, 'da');
const body = (agenda: Agenda) => placeInInvitation('<html><body><p>Kære alle</p></body></html>', block(agenda));
const diff = (sent: Agenda, now: Agenda) => invitationDiff(body(sent), block(now), now, 'da');

describe('an invitation beside the agenda as it is now', () => {
  const sent = agendaOf(['1 Budget @09.00-09.30', '2 Havnen @09.30-10.00', '3 Eventuelt'], { start: at('09.00') });
  const [first, second, third] = sent.items;
  test('says the same for every agenda that was put in unchanged', () => {
    fc.assert(
      fc.property(anyOutline, (agenda) => {
        expect(diff(agenda, agenda)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
  test('is stale for every title that is changed', () => {
    fc.assert(
      fc.property(anyOutline, fc.nat(), (agenda, place) => {
        fc.pre(agenda.items.length > 0);
        const chosen = agenda.items[place % agenda.items.length]!;
        fc.pre(chosen.openness === 'open' && !agenda.items.some(({ openness }) => openness === 'closed'));
        const now = { ...agenda, items: agenda.items.map((item) => (item === chosen ? { ...item, title: 'Helt andre ord' } : item)) };
        const changes = diff(agenda, now)!;
        expect(changes.some((change) => 'after' in change && change.after.includes('Helt andre ord'))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
  test('tells which item has another time, and what stood there', () => {
    const now = { ...sent, items: [first!, { ...second!, start: at('10.00'), end: at('10.30') }, third!] };
    const [change] = diff(sent, now)!;
    expect(change).toMatchObject({ kind: 'changed', itemId: second!.id });
    expect(change).toMatchObject({ before: expect.stringContaining('9.30') as string, after: expect.stringContaining('10.30') as string });
  });
  test('tells what was added, renamed and removed', () => {
    const now = {
      ...sent,
      items: [first!, { ...second!, title: 'Lystbådehavnen' }, { ...third!, id: asItemId('new'), number: '4', title: 'Vandråd' }],
    };
    expect(diff(sent, now)!.map(({ kind }) => kind)).toEqual(['changed', 'added', 'removed']);
  });
  test('tells that only the order is another', () => {
    const bare = agendaOf(['Budget', 'Havnen']);
    expect(diff(bare, { ...bare, items: bare.items.toReversed() })).toEqual([{ kind: 'order' }]);
  });
  test('that holds no agenda is told apart', () => expect(invitationDiff('<p>Kære alle</p>', block(sent), sent, 'da')).toBeNull());
  test('holds the open title of an item that was closed since', () => {
    const now = { ...sent, items: [first!, { ...second!, openness: 'closed' as const }, third!] };
    expect(diff(sent, now)).toMatchObject([{ kind: 'changed', itemId: second!.id, before: expect.stringContaining('Havnen') as string }]);
  });
  test('does not carry the texts, so a text alone makes it no older', () => {
    const now = { ...sent, items: [{ ...first!, sections: [{ role: 'text' as const, heading: null, text: 'Mere' }] }, second!, third!] };
    expect(diff(sent, now)).toEqual([]);
  });
});
