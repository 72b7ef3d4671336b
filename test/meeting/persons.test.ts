import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersOf, countAnswers } from '../../src/meeting/attendance.ts';
import type { Apology, Invitee, Person } from '../../src/meeting/meeting.ts';
import { apologiesKnown, inviteesKnown } from '../../src/meeting/directoryKnown.ts';
import { addressKey, samePerson, whoIsWho, type Directory } from '../../src/meeting/persons.ts';

const x500 = '/o=ExchangeLabs/ou=Administrative Group/cn=Recipients/cn=4711-Vagn';
const directory: Directory = {
  ids: { 'inge.sandholt@fjordby.example': 'inge', 'insa@fjordby.example': 'inge', [x500.toLowerCase()]: 'vagn' },
  groups: ['direktionen@fjordby.example'],
};
const person = (name: string, email: string | null = null, id: string | null = null): Person => ({ id, name, email });
const invitee = (who: Person, answer: Invitee['answer'] = 'none'): Invitee => ({ ...who, answer, optional: false });
const apology = (who: Person, fields: Partial<Apology> = {}): Apology => ({
  id: `${who.id} ${who.email} ${who.name}`,
  person: who,
  scope: { kind: 'meeting' },
  substitute: null,
  receivedAt: '2026-04-20T08:00:00Z',
  enteredBy: who.name,
  withdrawnAt: null,
  ...fields,
});

const address = fc.constantFrom('a@fjordby.example', 'A@Fjordby.example', 'b@fjordby.example', 'insa@fjordby.example', x500, '', 'Gæst', null);
const someone = fc.record({ id: fc.constantFrom('1', '2', 'inge', null), name: fc.constantFrom('Ane', 'Bo', 'Gæst'), email: address });
const people = fc.array(someone, { minLength: 1, maxLength: 8 });

describe('who is who', () => {
  it('parts people into persons: each is like itself, and what two are like a third are like each other', () => {
    fc.assert(
      fc.property(people, fc.boolean(), (some, asked) => {
        const who = whoIsWho(some, asked ? directory : undefined);
        for (const one of some) expect(who(one)).not.toBeNull();
        for (const one of some)
          for (const other of some) {
            expect(samePerson(one, other)).toBe(samePerson(other, one));
            if (one.id !== null && other.id !== null) expect(who(one) === who(other)).toBe(one.id === other.id);
            if (one.email && one.email.toLowerCase() === other.email?.toLowerCase() && one.id === null && other.id === null && addressKey(one.email))
              expect(who(one)).toBe(who(other));
          }
      }),
    );
  });

  it('depends neither on the order of the people nor on the case of an address', () => {
    fc.assert(
      fc.property(people, (some) => {
        const shouted = some.map((one) => ({ ...one, email: one.email?.toUpperCase() ?? null }));
        const [who, other] = [whoIsWho(some), whoIsWho([...shouted].reverse())];
        some.forEach((one) => expect(other({ ...one, email: one.email?.toUpperCase() ?? null })).toBe(who(one)));
      }),
    );
  });

  it('names nobody twice, and loses nobody', () => {
    fc.assert(
      fc.property(people, people, (some, sent) => {
        const invitees = inviteesKnown(
          some.map((one) => invitee(one)),
          directory,
        );
        const apologies = apologiesKnown(
          sent.map((one, place) => apology(one, { id: String(place) })),
          directory,
        );
        const rows = answersOf({ invitees }, { apologies });
        // An apology is shown with its person, or one that the same person sent later.
        const all = whoIsWho([...invitees, ...apologies.map((each) => each.person)]);
        expect(new Set(rows.map((row) => all(row.person))).size).toBe(rows.length);
        const excused = new Set(rows.flatMap(({ apology: shown }) => (shown ? all(shown.person) : [])));
        expect(excused).toEqual(new Set(apologies.map((each) => all(each.person))));
      }),
    );
  });

  it('an address that two ids claim is neither’s without the directory', () => {
    const who = whoIsWho([person('A', 'x@fjordby.example', '1'), person('B', 'x@fjordby.example', '2')]);
    expect(who(person('X', 'X@fjordby.example'))).toBe('address:x@fjordby.example');
  });
});

describe('a person of several addresses', () => {
  const invited = [
    invitee(person('Inge Sandholt', 'Inge.Sandholt@fjordby.example')),
    invitee(person('Vagn Lindvang', x500), 'accepted'),
    invitee(person('Direktionen', 'direktionen@fjordby.example')),
    invitee(person('Karl Vestermark', 'Karl Vestermark')),
  ];

  it('stands once, with one apology, whatever it was sent under', () => {
    const entered = apology(person('Inge Sandholt', 'inge.sandholt@fjordby.example'), { enteredBy: 'Ulla Skarvad' });
    const own = apology(person('Inge Sandholt', 'insa@fjordby.example', 'inge'));
    const rows = answersOf({ invitees: inviteesKnown(invited, directory) }, { apologies: apologiesKnown([entered, own], directory) });
    expect(rows.map((row) => [row.person.name, row.answer, row.apology?.id ?? null])).toEqual([
      ['Inge Sandholt', 'none', own.id],
      ['Vagn Lindvang', 'accepted', null],
      ['Direktionen', 'group', null],
      ['Karl Vestermark', 'none', null],
    ]);
    expect(countAnswers(rows)).toMatchObject({ invited: 3, apologies: 1, none: 1, groups: 1 });
  });

  it('invited under two addresses stands once, with the answer that was given', () => {
    const twice = [invitee(person('Inge Sandholt', 'inge.sandholt@fjordby.example')), invitee(person('insa', 'insa@fjordby.example'), 'accepted')];
    const rows = answersOf({ invitees: inviteesKnown(twice, directory) }, { apologies: [] });
    expect(rows).toMatchObject([{ person: { name: 'Inge Sandholt', id: 'inge' }, answer: 'accepted' }]);
  });

  it('who is not named beside a group may be its member, and is not called uninvited', () => {
    const [row] = answersOf(
      { invitees: inviteesKnown(invited.slice(2, 3), directory) },
      { apologies: [apology(person('Mona Thuesen', null, 'mona'))] },
    ).slice(1);
    expect(row?.answer).toBe('perhapsInvited');
  });
});

describe('people without an address', () => {
  it('never share an apology, not even those of one name', () => {
    const invitees = [
      invitee(person('Gæst', '')),
      invitee(person('Gæst', '')),
      invitee(person('Karl Vestermark', '')),
      invitee(person('Sanne Holt')),
    ];
    const first = answersOf({ invitees }, { apologies: [] });
    const sent = apology(first[1]!.person);
    const rows = answersOf({ invitees }, { apologies: [sent] });
    expect(rows.map((row) => row.apology !== null)).toEqual([false, true, false, false]);
    expect(rows.map((row) => row.person.name)).toEqual(['Gæst', 'Gæst (2)', 'Karl Vestermark', 'Sanne Holt']);
  });
});
