import { describe, expect, it } from 'vitest';
import { newItem } from '../../src/meeting/agenda.ts';
import { samePerson, standing, standingOf } from '../../src/meeting/apologies.ts';
import { asItemId } from '../../src/meeting/ids.ts';
import type { Answer, Apology, Invitee, Person } from '../../src/meeting/meeting.ts';
import { answersOf, countAnswers, inviteeNamed, itemsOfScope } from '../../src/meeting/attendance.ts';
import { peopleListed } from '../../src/meeting/peopleListed.ts';
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

describe('people who are hard to tell', () => {
  const listed = (invitees: readonly Invitee[], apologies: readonly Apology[]) => {
    const rows = answersOf({ invitees }, { apologies });
    const { excused, participants } = peopleListed({ invitees }, { apologies });
    return {
      rows: rows.map((row) => [row.person.name, row.answer, row.apology !== null, row.suggested]),
      counts: countAnswers(rows),
      excused: excused.map(({ name }) => name),
      participants: participants.map(({ name }) => name),
    };
  };
  const outside = (name: string, email: string, answer: Answer): Invitee => ({ id: null, name, email, answer, optional: false });

  it('who is invited through a group stands by their apology, and the group is nobody who says no or has not answered', () => {
    const group: Invitee = { ...outside('Direktionen', 'direktionen@fjordby.example', 'declined'), isGroup: true };
    expect(listed([group], [apology('Ane Kratholm')])).toMatchObject({
      rows: [
        ['Direktionen', 'group', false, false],
        ['Ane Kratholm', 'perhapsInvited', true, false],
      ],
      counts: { invited: 0, apologies: 1, none: 0, groups: 1 },
      excused: ['Ane Kratholm'],
    });
  });

  it('who is invited through a shared mailbox is excused by their own name, and the mailbox answers for itself', () => {
    const mailbox = outside('Sekretariatet', 'sekretariat@fjordby.example', 'none');
    expect(listed([mailbox], [apology('Ane Kratholm')])).toMatchObject({
      rows: [
        ['Sekretariatet', 'none', false, false],
        ['Ane Kratholm', 'notInvited', true, false],
      ],
      excused: ['Ane Kratholm'],
      participants: ['Sekretariatet'],
    });
  });

  it('somebody from outside without an account is asked about by their address, and stands once when it is confirmed', () => {
    const guest = outside('Grete Halkær', 'grete@andetsteds.example', 'declined');
    expect(listed([guest], []).rows).toEqual([['Grete Halkær', 'declined', false, true]]);
    const confirmed = apology('Grete Halkær', {
      person: { id: null, name: 'Grete Halkær', email: 'GRETE@andetsteds.example' },
      enteredBy: 'Ulla Skarvad',
    });
    expect(listed([guest], [confirmed])).toMatchObject({
      rows: [['Grete Halkær', 'declined', true, false]],
      excused: ['Grete Halkær'],
      participants: [],
    });
  });

  it('of two with one name only the one is excused who sent it, and a paper that names them means neither', () => {
    const two = ['a', 'b'].map((id): Invitee => ({ id, name: 'Ane Kratholm', email: `${id}@fjordby.example`, answer: 'declined', optional: false }));
    const of = apology('Ane Kratholm', { person: { id: 'a', name: 'Ane Kratholm', email: 'a@fjordby.example' } });
    const { rows, excused, participants } = listed(two, [of]);
    expect(rows.map(([, , has, suggested]) => [has, suggested])).toEqual([
      [true, false],
      [false, true],
    ]);
    expect(excused).toEqual(['Ane Kratholm (a@fjordby.example)']);
    expect(participants).toEqual(['Ane Kratholm (b@fjordby.example)']);
    expect(inviteeNamed(two, 'Ane Kratholm')).toBeNull();
  });

  it('who has changed their name is one, and so is who has left and is known by the address alone', () => {
    const renamed: Invitee = { id: 'ane', name: 'Ane Holm', email: 'ane.holm@fjordby.example', answer: 'declined', optional: false };
    const before = apology('Ane Kratholm', { person: { id: 'ane', name: 'Ane Kratholm', email: 'ane.kratholm@fjordby.example' } });
    const left = { ...renamed, id: null, name: 'ane.kratholm@fjordby.example', email: 'ane.kratholm@fjordby.example' };
    for (const invitee of [renamed, left]) {
      const { rows, excused, participants } = listed([invitee], [before]);
      expect(rows).toEqual([[invitee.name, 'declined', true, false]]);
      expect([excused.length, participants.length]).toEqual([1, 0]);
    }
  });

  it('who called the meeting and cannot come is excused, and no answer of the calendar is asked about', () => {
    expect(listed([invitee('Ulla Skarvad', 'organizer')], [apology('Ulla Skarvad')])).toMatchObject({
      rows: [['Ulla Skarvad', 'organizer', true, false]],
      counts: { invited: 1, accepted: 0, apologies: 1, none: 0 },
      excused: ['Ulla Skarvad'],
      participants: [],
    });
  });
});
