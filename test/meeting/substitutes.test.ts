import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Apology, Invitee, Person } from '../../src/meeting/meeting.ts';
import { attendeesOf } from '../../src/meeting/presence.ts';
import { plainProfile, type BodyMember, type BodyProfile } from '../../src/meeting/profile.ts';
import {
  callsAsStandIn,
  callsFor,
  callsOf,
  candidatesFor,
  invitationOf,
  stands,
  withStandIns,
  type SubstituteAct,
  type SubstituteFacts,
} from '../../src/meeting/substitutes.ts';
import { SUBSTITUTE_STATES } from '../../src/meeting/words.ts';

const person = (name: string): Person => ({ id: `id-${name}`, name, email: `${name}@fjordby.example` });
const [ulla, ane, lene, torkil, poul, mads] = ['ulla', 'ane', 'lene', 'torkil', 'poul', 'mads'].map(person) as [
  Person,
  Person,
  Person,
  Person,
  Person,
  Person,
];
const apology = (of: Person, words: Partial<Apology> = {}): Apology => ({
  id: `apology-${of.name}`,
  person: of,
  scope: { kind: 'meeting' },
  substitute: null,
  receivedAt: '2026-05-01T08:00:00Z',
  enteredBy: of.name,
  withdrawnAt: null,
  ...words,
});
const facts = (words: Partial<SubstituteFacts> = {}): SubstituteFacts => ({
  apologies: [apology(ane)],
  invitees: [],
  profile: plainProfile,
  workers: new Set([ulla.id ?? '']),
  ...words,
});
let rows = 0;
const act = (kind: SubstituteAct['act'], who: Person, instead: Person, words: Partial<SubstituteAct> = {}): SubstituteAct => {
  rows += 1;
  return {
    id: `act-${rows}`,
    act: kind,
    person: who,
    insteadOf: instead,
    place: 1,
    wasInvited: false,
    by: ulla,
    at: new Date(Date.UTC(2026, 4, 1, 9, 0, rows)).toISOString(),
    row: rows,
    ...words,
  };
};
const told = (acts: readonly SubstituteAct[], words: Partial<SubstituteFacts> = {}) =>
  callsOf(acts, facts(words)).map(({ person: { name }, state, told: by }) => `${name} ${state} ${by}`);

describe('how a stand-in stands', () => {
  test('called, comes, and the next one after somebody who declined', () => {
    const first = act('called', torkil, ane);
    expect(told([first])).toEqual(['torkil called act']);
    expect(told([first, act('coming', torkil, ane, { by: torkil })])).toEqual(['torkil coming act']);
    const no = act('declined', torkil, ane, { by: torkil });
    expect(told([first, no, act('called', poul, ane, { place: 2 })])).toEqual(['torkil declined act', 'poul called act']);
    // Whoever declined and answers again was not called again.
    expect(told([first, no, act('coming', torkil, ane, { by: torkil })])).toEqual(['torkil declined act']);
    expect(told([first, no, act('called', torkil, ane)])).toEqual(['torkil called act']);
  });

  test('of two calls for one member the first counts, whoever made the other', () => {
    expect(told([act('called', torkil, ane), act('called', poul, ane)])).toEqual(['torkil called act']);
    expect(told([act('called', torkil, ane), act('called', torkil, ane)])).toEqual(['torkil called act']);
  });

  test('the member comes after all: nobody stands in, and an answer on its way changes nothing', () => {
    const back = [apology(ane, { withdrawnAt: '2026-05-02T08:00:00Z' })];
    const called = act('called', torkil, ane);
    expect(told([called], { apologies: back })).toEqual(['torkil calledOff comes']);
    const off = act('calledOff', torkil, ane, { by: ane });
    // Another apology of theirs does not call anybody by itself.
    expect(told([called, off, act('coming', torkil, ane, { by: torkil })])).toEqual(['torkil calledOff act']);
  });

  test('their answer in the calendar counts from when they were called', () => {
    const called = act('called', torkil, ane);
    const answered = (answer: Invitee['answer'], answeredAt: string | undefined): Partial<SubstituteFacts> => ({
      invitees: [{ ...torkil, id: null, answer, optional: false, answeredAt }],
    });
    expect(told([called], answered('declined', '2026-06-01T08:00:00Z'))).toEqual(['torkil declined calendar']);
    expect(told([called], answered('accepted', '2026-06-01T08:00:00Z'))).toEqual(['torkil coming calendar']);
    expect(told([called], answered('tentative', '2026-06-01T08:00:00Z'))).toEqual(['torkil called act']);
    expect(told([called], answered('declined', '2026-04-01T08:00:00Z'))).toEqual(['torkil called act']);
    expect(told([called], answered('declined', undefined))).toEqual(['torkil called act']);
    // Who said yes in Dagsorden and then no in the calendar does not come.
    expect(told([called, act('coming', torkil, ane, { by: torkil })], answered('declined', '2026-06-01T08:00:00Z'))).toEqual([
      'torkil declined calendar',
    ]);
  });

  test('a stand-in who sends an apology has declined', () => {
    expect(told([act('called', torkil, ane)], { apologies: [apology(ane), apology(torkil)] })).toEqual(['torkil declined apology']);
  });

  test('what others write in the list calls nobody and answers for nobody', () => {
    const called = act('called', torkil, ane);
    expect(told([act('called', torkil, ane, { by: mads })])).toEqual([]);
    expect(told([called, act('declined', torkil, ane, { by: mads })])).toEqual(['torkil called act']);
    expect(told([called, act('calledOff', torkil, ane, { by: mads })])).toEqual(['torkil called act']);
    const secretary: BodyProfile = {
      ...plainProfile,
      members: [{ person: mads, roles: ['secretary'], votes: false, party: null, substitute: null }],
    };
    expect(told([act('called', torkil, ane, { by: mads })], { profile: secretary })).toEqual(['torkil called act']);
  });
});

describe('who is called next', () => {
  const member = (who: Person, words: Partial<BodyProfile['members'][number]> = {}): BodyProfile['members'][number] => ({
    person: who,
    roles: ['member'],
    votes: true,
    party: null,
    substitute: null,
    ...words,
  });
  const body = (substitutes: BodyProfile['rules']['substitutes'], members: BodyProfile['members']): BodyProfile => ({
    members,
    rules: { ...plainProfile.rules, substitutes },
  });
  const names = (profile: BodyProfile, sent: Apology, acts: readonly SubstituteAct[] = [], more: Partial<SubstituteFacts> = {}) => {
    const all = facts({ profile, apologies: [sent], ...more });
    return candidatesFor(sent, callsOf(acts, all), all).map(({ name }) => name);
  };

  test('by the rule of the body', () => {
    const members = [
      member(ane, { party: 'A', substitute: poul }),
      member(lene, { party: 'B' }),
      member(torkil, { party: 'A', votes: false }),
      member(mads, { party: 'A', votes: false }),
    ];
    expect(names(body('personal', members), apology(ane))).toEqual(['poul']);
    expect(names(body('personal', members), apology(ane, { substitute: 'Torkil' }))).toEqual(['poul', 'torkil']);
    expect(names(body('partyList', members), apology(ane))).toEqual(['torkil', 'mads', 'poul']);
    expect(names(body('free', members), apology(ane, { substitute: 'mads' }))).toEqual(['mads', 'poul']);
    expect(names(body('none', members), apology(ane, { substitute: 'mads' }))).toEqual([]);
    // Who votes is there already.
    expect(names(body('free', members), apology(ane, { substitute: 'lene' }))).toEqual(['poul']);
  });

  test('nobody who declined, is called, or is away', () => {
    const profile = body('partyList', [
      member(ane, { party: 'A' }),
      member(lene, { party: 'A' }),
      ...[torkil, poul, mads].map((who) => member(who, { party: 'A', votes: false })),
    ]);
    const declined = [act('called', torkil, ane), act('declined', torkil, ane)];
    expect(names(profile, apology(ane), declined)).toEqual(['poul', 'mads']);
    const both = [apology(ane), apology(lene)];
    expect(names(profile, apology(ane), [act('called', poul, lene)], { apologies: both })).toEqual(['torkil', 'mads']);
    expect(names(profile, apology(ane), [], { apologies: [...both, apology(mads)] })).toEqual(['torkil', 'poul']);
  });
});

test('the invitation follows the calls: nobody is taken off it who stood there before', () => {
  const brought = [act('called', torkil, ane), act('calledOff', torkil, ane)];
  const invited = [ulla, ane, torkil, poul];
  expect(invitationOf(callsOf(brought, facts()), invited)).toEqual({ add: [], remove: [torkil] });
  const before = [act('called', poul, ane, { wasInvited: true }), act('calledOff', poul, ane)];
  expect(invitationOf(callsOf(before, facts()), invited)).toEqual({ add: [], remove: [] });
  expect(invitationOf(callsOf([act('called', mads, ane)], facts()), invited)).toEqual({ add: [mads], remove: [] });
  // Called again, by somebody who sees them on the invitation: they stand there because of the first call.
  const again = [...brought, act('called', torkil, ane, { wasInvited: true }), act('calledOff', torkil, ane)];
  expect(invitationOf(callsOf(again, facts()), invited)).toEqual({ add: [], remove: [torkil] });
  // Who is called for another stays.
  const two = [...brought, act('called', torkil, lene, { wasInvited: true })];
  expect(invitationOf(callsOf(two, facts({ apologies: [apology(ane), apology(lene)] })), invited)).toEqual({ add: [], remove: [] });
});

test('who stands in is told by the calls where there were any, and by the apology where not', () => {
  const sent = [apology(ane, { substitute: 'Poul' }), apology(lene, { substitute: 'Mads' })];
  const told = (...acts: readonly SubstituteAct[]) =>
    withStandIns(sent, callsOf(acts, facts({ apologies: sent }))).map(({ substitute }) => substitute);
  expect(told()).toEqual(['Poul', 'Mads']);
  const called = act('called', torkil, ane);
  expect(told(called)).toEqual(['torkil', 'Mads']);
  expect(told(called, act('declined', torkil, ane))).toEqual([null, 'Mads']);
});

test('whoever was called is in the roll call for the member, until it is noted otherwise', () => {
  const listed = [{ person: torkil, insteadOf: ane }];
  const note = {
    id: 'n',
    kind: 'present',
    itemId: null,
    time: null,
    guest: false,
    onTheDay: false,
    undoes: [],
    notedAt: '2026-05-05T07:00:00Z',
    notedBy: '',
  } as const;
  expect(attendeesOf(listed, [], [])[0]).toMatchObject({ insteadOf: ane, state: 'unknown' });
  expect(attendeesOf(listed, [{ ...note, person: torkil, insteadOf: ane }], [])[0]).toMatchObject({ insteadOf: ane, state: 'present' });
  expect(attendeesOf(listed, [{ ...note, person: torkil, insteadOf: null }], [])[0]).toMatchObject({ insteadOf: null, state: 'present' });
});

describe('whatever several people do, in whatever order it arrives', () => {
  const people = [torkil, poul, mads];
  const anAct = fc.record({
    kind: fc.constantFrom(...SUBSTITUTE_STATES),
    who: fc.constantFrom(...people),
    instead: fc.constantFrom(ane, lene),
    wasInvited: fc.boolean(),
    by: fc.constantFrom(ulla, ane, lene, ...people),
  });
  const history = fc
    .array(anAct, { maxLength: 25 })
    .map((acts) =>
      acts.map(({ kind, who, instead, wasInvited, by }, row) =>
        act(kind, who, instead, { id: `${row}`, row, at: '2026-05-01T09:00:00Z', wasInvited, by }),
      ),
    );
  const away = fc.subarray([apology(ane), apology(lene), apology(poul)]);

  test('it comes to the same however often and in whatever order it is read', () => {
    fc.assert(
      fc.property(
        history.chain((acts) => fc.tuple(fc.constant(acts), fc.shuffledSubarray([...acts, ...acts], { minLength: acts.length * 2 }))),
        away,
        ([acts, mixed], apologies) => {
          expect(callsOf(mixed, facts({ apologies }))).toEqual(callsOf(acts, facts({ apologies })));
        },
      ),
    );
  });

  test('one at most stands in for a member, nobody for one who comes, and nobody is named twice', () => {
    fc.assert(
      fc.property(history, away, (acts, apologies) => {
        const calls = callsOf(acts, facts({ apologies }));
        for (const member of [ane, lene]) {
          const standing = callsFor(calls, member).filter(stands);
          expect(standing.length).toBeLessThanOrEqual(1);
          if (!apologies.some((sent) => sent.person === member)) expect(standing).toEqual([]);
        }
        expect(new Set(calls.map(({ person: one, insteadOf }) => `${one.name}/${insteadOf.name}`)).size).toBe(calls.length);
      }),
    );
  });

  test('whoever is to come stands on the invitation afterwards, and only those go whom a call had brought', () => {
    fc.assert(
      fc.property(history, away, fc.subarray([ane, lene, ...people]), (acts, apologies, invited) => {
        const calls = callsOf(acts, facts({ apologies }));
        const { add, remove } = invitationOf(calls, invited);
        const after = [...invited.filter((one) => !remove.includes(one)), ...add];
        for (const call of calls.filter(stands)) expect(after.map(({ name }) => name)).toContain(call.person.name);
        for (const gone of remove)
          expect(calls.some((call) => call.person.name === gone.name && call.broughtIn && call.state === 'calledOff')).toBe(true);
        expect(invitationOf(calls, after)).toEqual({ add: [], remove: [] });
      }),
    );
  });
});

test('whoever was called and sends an apology cannot stand in, and is no excused member; one that was sent before they were called stands', () => {
  const of = (receivedAt: string) => {
    const sent = [apology(ane), apology(torkil, { receivedAt })];
    const calls = callsOf([act('called', torkil, ane)], facts({ apologies: sent }));
    return { calls, listed: withStandIns(sent, calls).map((each) => each.person.name) };
  };
  const { calls, listed } = of('2099-05-01T08:00:00Z');
  expect(calls).toMatchObject([{ state: 'declined', told: 'apology' }]);
  expect(listed).toEqual(['ane']);
  expect(of('2020-05-01T08:00:00Z').listed).toEqual(['ane', 'torkil']);
});

test('a no is that of a stand-in for whoever was called, but not for a member who votes, nor for one called off who was invited before', () => {
  const voting: BodyMember = { person: torkil, roles: ['member'], votes: true, party: null, substitute: null };
  const calls = callsOf([act('called', torkil, ane)], facts({ apologies: [apology(ane)] }));
  expect(callsAsStandIn(calls, torkil, plainProfile)).toHaveLength(1);
  expect(callsAsStandIn(calls, { ...torkil, id: null }, plainProfile)).toHaveLength(1);
  expect(callsAsStandIn(calls, torkil, { ...plainProfile, members: [voting] })).toEqual([]);
  expect(callsAsStandIn(calls, lene, plainProfile)).toEqual([]);
  const off = (broughtIn: boolean) => callsAsStandIn([{ ...calls[0]!, state: 'calledOff', broughtIn }], torkil, plainProfile);
  expect([off(true).length, off(false).length]).toEqual([1, 0]);
});
