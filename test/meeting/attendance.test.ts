import { describe, expect, it } from 'vitest';
import { newItem } from '../../src/meeting/agenda.ts';
import { samePerson, standing, standingOf } from '../../src/meeting/apologies.ts';
import { asItemId } from '../../src/meeting/ids.ts';
import type { Answer, Apology, Invitee, Person } from '../../src/meeting/meeting.ts';
import { answersOf, countAnswers, itemsOfScope } from '../../src/meeting/attendance.ts';
import { formFor, readApologyForm, scopeOf } from '../../src/ui/apology/apologyForm.ts';

const person = (name: string): Person => ({ id: `id-${name}`, name, email: `${name.toLowerCase().replace(' ', '.')}@fjordby.example` });
const invitee = (name: string, answer: Answer): Invitee => ({ ...person(name), answer, optional: false });
const apology = (name: string, fields: Partial<Apology> = {}): Apology => ({
  id: `afbud-${name}`,
  person: person(name),
  scope: { kind: 'meeting' },
  substitute: null,
  receivedAt: '2025-04-20T08:00:00Z',
  enteredBy: name,
  withdrawnAt: null,
  ...fields,
});

describe('whose apology it is', () => {
  it('is told by id, and by address where a calendar knows no id', () => {
    expect(samePerson({ id: 'a', email: 'x@fjordby.example' }, { id: 'b', email: 'x@fjordby.example' })).toBe(false);
    expect(samePerson({ id: null, email: 'Ane.Kratholm@fjordby.example' }, { id: 'a', email: 'ane.kratholm@fjordby.example' })).toBe(true);
    expect(samePerson({ id: null, email: null }, { id: null, email: null })).toBe(false);
  });

  it('is not one that was withdrawn', () => {
    const withdrawn = apology('Ane Kratholm', { withdrawnAt: '2025-04-21T08:00:00Z' });
    expect(standingOf([withdrawn], person('Ane Kratholm'))).toBeNull();
    expect(standingOf([withdrawn, apology('Ane Kratholm')], person('Ane Kratholm'))?.withdrawnAt).toBeNull();
  });

  it('is one a person, also where it was entered twice: by the secretary under the address, and by the person', () => {
    const entered = apology('Ane Kratholm', { id: 'by-address', person: { ...person('Ane Kratholm'), id: null }, enteredBy: 'Ulla Skarvad' });
    const own = apology('Ane Kratholm', { substitute: 'Torkil Bækhøj' });
    expect(standing([entered, apology('Lene Vadgaard'), own]).map(({ id }) => id)).toEqual(['afbud-Lene Vadgaard', 'afbud-Ane Kratholm']);
    expect(standing([entered, { ...own, withdrawnAt: '2025-04-21T08:00:00Z' }])).toEqual([entered]);
  });
});

describe('the overview of answers', () => {
  const invitees = [
    invitee('Ulla Skarvad', 'organizer'),
    invitee('Ane Kratholm', 'declined'),
    invitee('Lene Vadgaard', 'declined'),
    invitee('Poul Kringelholm', 'none'),
    invitee('Rikke Vindum', 'accepted'),
  ];
  const rows = answersOf(
    { invitees },
    {
      apologies: [apology('Ane Kratholm'), apology('Rikke Vindum', { scope: { kind: 'items', itemIds: [asItemId('1')] } }), apology('Torkil Bækhøj')],
    },
  );

  it('suggests an apology for a no in Outlook only where none was sent', () => {
    expect(rows.filter((row) => row.suggested).map((row) => row.person.name)).toEqual(['Lene Vadgaard']);
  });

  it('also holds those who were not on the invitation', () => {
    expect(rows.at(-1)).toMatchObject({ person: { name: 'Torkil Bækhøj' }, answer: 'notInvited' });
  });

  it('never counts silence as a yes, nor somebody with an apology for the whole meeting', () => {
    expect(countAnswers(rows)).toEqual({ invited: 5, accepted: 2, tentative: 0, apologies: 3, none: 1, groups: 0 });
  });
});

describe('an apology for a part of the meeting', () => {
  const items = [newItem(asItemId('a'), { number: '3.' }), newItem(asItemId('b'), { number: '5.a)' }), newItem(asItemId('c'))];

  it('names its items by their printed numbers, in the order of the agenda', () => {
    expect(itemsOfScope({ kind: 'items', itemIds: [asItemId('b'), asItemId('a')] }, items)).toEqual({ numbers: ['3', '5.a'], unnumbered: 0 });
    expect(itemsOfScope({ kind: 'items', itemIds: [asItemId('c')] }, items)).toEqual({ numbers: [], unnumbered: 1 });
  });

  it('is not sent without items: it would read as the whole meeting', () => {
    const form = formFor(null);
    expect(scopeOf(form)).toEqual({ kind: 'meeting' });
    expect(scopeOf({ ...form, scope: 'items' })).toBeNull();
    expect(scopeOf({ ...form, scope: 'items', itemIds: [asItemId('a')] })).toEqual({ kind: 'items', itemIds: ['a'] });
  });

  it('begins as it was sent when it is changed', () => {
    expect(formFor(apology('Ane Kratholm', { substitute: 'Torkil Bækhøj', scope: { kind: 'items', itemIds: [asItemId('a')] } }))).toEqual({
      scope: 'items',
      itemIds: ['a'],
      arrives: { by: 'none' },
      leaves: { by: 'none' },
      substitute: 'Torkil Bækhøj',
      message: '',
    });
  });

  it('comes back from a draft, and a draft of another shape is left alone', () => {
    const form = { scope: 'items' as const, itemIds: [asItemId('a')], substitute: 'Torkil', message: 'Hilsen\nAne' };
    expect(readApologyForm(JSON.stringify(form))).toEqual({ ...form, arrives: { by: 'none' }, leaves: { by: 'none' } });
    for (const text of [
      '',
      '{}',
      '{"scope":"all","itemIds":[],"substitute":"","message":""}',
      '{"scope":"items","itemIds":[1],"substitute":"","message":""}',
    ]) {
      expect(readApologyForm(text), text).toBeNull();
    }
  });
});
