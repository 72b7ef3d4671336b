import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseClock } from '../../src/meeting/clock.ts';
import { asItemId } from '../../src/meeting/ids.ts';
import { answersOf } from '../../src/meeting/attendance.ts';
import type { Apology, ApologyScope, Invitee, Person } from '../../src/meeting/meeting.ts';
import { peopleListed } from '../../src/meeting/peopleListed.ts';
import { whoIsWho } from '../../src/meeting/persons.ts';
import { inviteesMeant, scopeWritten } from '../../src/meeting/readApologies.ts';
import { itemsMissed } from '../../src/meeting/scopeMarks.ts';
import { ANSWERS } from '../../src/meeting/words.ts';
import { agendaOf, at } from './agendas.ts';

// Some people under several of their names: by id, by address alone, by a name that two have, by no address at all.
const someone: fc.Arbitrary<Person> = fc.constantFrom(
  { id: 'ane', name: 'Ane Kratholm', email: 'ane@fjordby.example' },
  { id: null, name: 'Ane Kratholm', email: 'ANE@fjordby.example' },
  { id: 'ane2', name: 'Ane Kratholm', email: 'ane.k@fjordby.example' },
  { id: null, name: 'Gæst', email: 'gaest@andet.example' },
  { id: null, name: 'Lene Vadgaard', email: null },
  { id: null, name: '', email: null },
);
const group: Person = { id: null, name: 'Direktionen', email: 'direktionen@fjordby.example' };
const scope: fc.Arbitrary<ApologyScope> = fc.constantFrom<ApologyScope>(
  { kind: 'meeting' },
  { kind: 'items', itemIds: [asItemId('a')] },
  { kind: 'part', arrives: { clock: parseClock('10.00')! }, leaves: null },
);
const invitee: fc.Arbitrary<Invitee> = fc
  .record({ person: fc.option(someone, { nil: group }), answer: fc.constantFrom(...ANSWERS), optional: fc.boolean() })
  .map(({ person, ...rest }) => ({ ...person, ...rest, isGroup: person === group }));
const apology: fc.Arbitrary<Apology> = fc
  .record({ person: someone, scope, id: fc.uuid(), withdrawn: fc.boolean() })
  .map(({ person, withdrawn, ...rest }) => ({
    ...rest,
    person: { ...person },
    substitute: null,
    receivedAt: '2026-04-20T08:00:00Z',
    enteredBy: person.name,
    withdrawnAt: withdrawn ? '2026-04-21T08:00:00Z' : null,
  }));

describe('the people of a meeting', () => {
  test('nobody who is excused stands among the participants, nobody twice, and nobody is left out', () => {
    fc.assert(
      fc.property(fc.array(invitee, { maxLength: 8 }), fc.array(apology, { maxLength: 6 }), (invitees, apologies) => {
        const { excused, participants } = peopleListed({ invitees }, { apologies });
        const who = whoIsWho([...invitees, ...apologies.map(({ person }) => person)]);
        const away = excused.map(({ apology: { person } }) => who(person)).filter((each) => each !== null);
        const there = participants.filter(({ invitee: { isGroup } }) => !isGroup).map(({ invitee: each }) => who(each));
        expect(new Set(away).size).toBe(away.length);
        for (const each of there) if (each !== null) expect(away).not.toContain(each);
        expect(excused.every(({ apology: { withdrawnAt } }) => withdrawnAt === null)).toBe(true);
        for (const { person, withdrawnAt } of apologies) if (withdrawnAt === null && who(person) !== null) expect(away).toContain(who(person));
        for (const each of invitees) if (who(each) !== null && !each.isGroup) expect([...away, ...there]).toContain(who(each));
        // The names in one list tell all apart that an address tells apart.
        const names = [...excused.map(({ name }) => name), ...participants.map(({ name }) => name)].filter((name) => !name.startsWith('?'));
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });

  test('who took an apology back after the calendar said no is no suggestion, and who said no after that is', () => {
    const ane = { id: 'ane', name: 'Ane Kratholm', email: 'ane@fjordby.example' };
    const withdrawn: Apology = {
      id: '1',
      person: ane,
      scope: { kind: 'meeting' },
      substitute: null,
      receivedAt: '2026-04-20T08:00:00Z',
      enteredBy: ane.name,
      withdrawnAt: '2026-04-21T08:00:00Z',
    };
    const rowAt = (answeredAt?: string) =>
      answersOf({ invitees: [{ ...ane, answer: 'declined', optional: false, answeredAt }] }, { apologies: [withdrawn] })[0];
    expect(rowAt('2026-04-20T08:00:01Z')).toMatchObject({ suggested: false, comesAfterAll: true });
    expect(rowAt()).toMatchObject({ suggested: false, comesAfterAll: true });
    expect(rowAt('2026-04-22T08:00:00Z')).toMatchObject({ suggested: true, comesAfterAll: false });
  });
});

describe('what is missed', () => {
  const agenda = agendaOf(['1 Nyt @09.00-09.20', '2 Budget @09.20-10.00', '3 Løn @10.00-11.00', '4 Eventuelt @11.00-11.30'], { start: at('09.00') });
  const [one, two, three, four] = agenda.items.map(({ id }) => id);
  const clock = (text: string) => ({ clock: parseClock(text)! });
  test('is what is over before one comes, and what begins when one has gone', () => {
    const missed = (arrives: Parameters<typeof part>[0], leaves: Parameters<typeof part>[1]) => itemsMissed(part(arrives, leaves), agenda);
    expect(missed(clock('10.00'), null)).toEqual([one, two]);
    expect(missed(clock('10.30'), null)).toEqual([one, two]);
    expect(missed(null, clock('11.00'))).toEqual([four]);
    expect(missed({ item: three! }, null)).toEqual([one, two]);
    expect(missed(null, { item: two! })).toEqual([three, four]);
    expect(missed({ item: two! }, clock('10.00'))).toEqual([one, three, four]);
    expect(itemsMissed({ kind: 'meeting' }, agenda)).toEqual([one, two, three, four]);
  });
  test('is said by numbers, which one item of the agenda has, or it is asked again', () => {
    expect(scopeWritten({ items: ['2', '3.'] }, agenda.items)).toEqual({ kind: 'items', itemIds: [two, three] });
    expect(scopeWritten({ arrives: { number: '3' }, leaves: { clock: '11:00' } }, agenda.items)).toEqual(part({ item: three! }, clock('11.00')));
    expect(scopeWritten({ items: ['9'] }, agenda.items)).toBeNull();
  });
  function part(
    arrives: Extract<ApologyScope, { kind: 'part' }>['arrives'],
    leaves: Extract<ApologyScope, { kind: 'part' }>['leaves'],
  ): ApologyScope {
    return { kind: 'part', arrives, leaves };
  }
});

test('a shortened name means those invited whose name it shortens', () => {
  const invitees = ['Ane Kratholm', 'Ane Kirkeby', 'Lene Vadgaard', 'Poul Erik Kringelholm'].map((name): Invitee => ({
    id: null,
    name,
    email: null,
    answer: 'none',
    optional: false,
  }));
  const meant = (written: string) => inviteesMeant(invitees, written).map(({ name }) => name);
  expect(meant('Ane Kratholm')).toEqual(['Ane Kratholm']);
  expect(meant('Ane Kr.')).toEqual(['Ane Kratholm']);
  expect(meant('Ane K.')).toEqual(['Ane Kratholm', 'Ane Kirkeby']);
  expect(meant('Lene')).toEqual(['Lene Vadgaard']);
  expect(meant('P. Kringelholm')).toEqual(['Poul Erik Kringelholm']);
  expect(meant('Torkil Bækhøj')).toEqual([]);
});
