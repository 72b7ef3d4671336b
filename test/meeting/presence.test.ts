import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Apology, Person } from '../../src/meeting/meeting.ts';
import type { ItemId } from '../../src/meeting/ids.ts';
import { attendeesOf, cameAtAll, groupOf, notedAfter, notesThatStand, wasRollCalled, type PresenceNote } from '../../src/meeting/presence.ts';
import { presenceAt } from '../../src/meeting/presenceAt.ts';
import { plainProfile, type BodyProfile } from '../../src/meeting/profile.ts';
import { expectedQuorum, itemsThatFall, quorumAt } from '../../src/meeting/quorum.ts';
import { PRESENCE_NOTES, type PresenceNoteKind } from '../../src/meeting/words.ts';
import { agendaOf, anyAgenda, at } from './agendas.ts';

const person = (name: string): Person => ({ id: name.toLowerCase(), name, email: `${name.toLowerCase()}@fjordby.example` });
const [ane, bo, ida, ulla, per] = ['Ane', 'Bo', 'Ida', 'Ulla', 'Per'].map(person) as [Person, Person, Person, Person, Person];
const everybody = [ane, bo, ida, ulla];
const listed = everybody.map((one) => ({ person: one }));

let made = 0;
const note = (who: Person, kind: PresenceNoteKind, more: Partial<PresenceNote> = {}): PresenceNote => {
  made += 1;
  return {
    id: `note-${made}`,
    person: who,
    kind,
    itemId: null,
    time: null,
    insteadOf: null,
    guest: false,
    onTheDay: false,
    undoes: [],
    notedAt: new Date(Date.UTC(2026, 8, 3, 8, 0, made)).toISOString(),
    notedBy: 'Ulla',
    ...more,
  };
};
const apology = (who: Person, itemIds: readonly ItemId[] | null = null, more: Partial<Apology> = {}): Apology => ({
  id: `apology-${who.name}`,
  person: who,
  scope: itemIds === null ? { kind: 'meeting' } : { kind: 'items', itemIds },
  substitute: null,
  receivedAt: '2026-09-01T08:00:00Z',
  enteredBy: who.name,
  withdrawnAt: null,
  ...more,
});

const agenda = agendaOf(['1 Velkomst @09.00-09.15', '2 Budget @09.15-10.00', '3 Skoler @10.00-10.30', '> 3.a Tage', '4 Eventuelt @10.30-11.00']);
const [i1, i2, i3, i3a, i4] = agenda.items.map(({ id }) => id) as [ItemId, ItemId, ItemId, ItemId, ItemId];
const of = (who: Person, notes: readonly PresenceNote[], apologies: readonly Apology[] = []) =>
  attendeesOf(listed, notes, apologies).find((one) => one.person.name === who.name)!;
const along = (who: Person, notes: readonly PresenceNote[], apologies: readonly Apology[] = []) =>
  agenda.items.map(({ id }) => presenceAt(agenda, of(who, notes, apologies), id));

describe('a roll call', () => {
  it('begins with everybody unknown, and unknown is never present', () => {
    expect(attendeesOf(listed, [], []).map(({ person: { name }, state }) => [name, state])).toEqual(everybody.map(({ name }) => [name, 'unknown']));
    expect(along(ane, [])).toEqual(Array(5).fill('unknown'));
    expect(groupOf(of(ane, []))).toBe('none');
  });
  it('counts an arrival at its item, and whoever leaves during an item was there before it and not to decide it', () => {
    expect(along(ane, [note(ane, 'arrived', { itemId: i3, time: at('10.15') })])).toEqual(['notYet', 'notYet', 'there', 'there', 'there']);
    expect(along(ane, [note(ane, 'present'), note(ane, 'left', { itemId: i3 })])).toEqual(['there', 'there', 'left', 'left', 'left']);
    expect(along(ane, [note(ane, 'left', { itemId: i3 })])).toEqual(['there', 'there', 'left', 'left', 'left']);
    expect(along(ane, [note(ane, 'present'), note(ane, 'left', { itemId: i2 }), note(ane, 'arrived', { itemId: i4 })])).toEqual([
      'there',
      'left',
      'left',
      'left',
      'there',
    ]);
  });
  it('finds the item by the clock where only the time was noted, and never makes anybody absent where neither is known', () => {
    expect(along(ane, [note(ane, 'arrived', { time: at('10.15') })]).indexOf('there')).toBeGreaterThan(1);
    expect(along(ane, [note(ane, 'arrived', { time: at('08.30') })])).toEqual(Array(5).fill('there'));
    expect(along(ane, [note(ane, 'left', { time: null })])).toEqual(Array(5).fill('there'));
    expect(along(ane, [note(ane, 'arrived')])).toEqual(Array(5).fill('there'));
  });
  it('keeps whoever sent an apology from being absent, whatever is tapped', () => {
    for (const sent of [apology(ane), apology(ane, [i2])]) {
      const one = of(ane, [note(ane, 'absent')], [sent]);
      expect(groupOf(one)).toBe('excused');
      expect(along(ane, [note(ane, 'absent')], [sent])).not.toContain('absent');
    }
    expect(groupOf(of(ane, [note(ane, 'absent')], [apology(ane, null, { withdrawnAt: '2026-09-02T08:00:00Z' })]))).toBe('absent');
  });
  it('lets an apology for some items hold where only "present" was noted, and not where somebody was seen to come', () => {
    expect(along(ane, [note(ane, 'present')], [apology(ane, [i3])])).toEqual(['there', 'there', 'excused', 'excused', 'there']);
    expect(along(ane, [note(ane, 'arrived', { itemId: i3 })], [apology(ane, [i3])])).toEqual(['notYet', 'notYet', 'there', 'there', 'there']);
    expect(along(ane, [note(ane, 'present')], [apology(ane)])).toEqual(Array(5).fill('there'));
  });
  it('recuses for an item and all under it, and for no other', () => {
    expect(along(ane, [note(ane, 'present'), note(ane, 'recused', { itemId: i3 })])).toEqual(['there', 'there', 'recused', 'recused', 'there']);
  });
  it('takes a note back, also one that arrives after what takes it back', () => {
    const left = note(ane, 'left', { itemId: i2 });
    const undone = note(ane, 'undone', { undoes: [left.id] });
    const present = note(ane, 'present');
    for (const order of [
      [present, left, undone],
      [undone, left, present],
    ])
      expect(along(ane, order)).toEqual(Array(5).fill('there'));
  });
  it('forgets comings and goings when somebody is noted as not there after them', () => {
    expect(groupOf(of(ane, [note(ane, 'arrived', { itemId: i2 }), note(ane, 'absent')]))).toBe('absent');
    expect(groupOf(of(ane, [note(ane, 'arrived', { itemId: i2 }), note(ane, 'present')]))).toBe('present');
  });
  it('gives a later instant to a later note, whatever the clock of the device', () => {
    const first = note(ane, 'present', { notedAt: '2026-09-03T08:00:00Z' });
    const next = notedAfter([first], ane, '2026-09-03T07:00:00.400Z');
    expect(next).toBe('2026-09-03T08:00:01Z');
    expect(notedAfter([first], bo, '2026-09-03T07:00:00.400Z')).toBe('2026-09-03T07:00:00Z');
  });
  it('lists whoever was noted or sent an apology without being on the list, once', () => {
    const found = attendeesOf(listed, [note(per, 'present'), note({ ...per, id: null }, 'left')], [apology(per)]);
    expect(found.map(({ person: { name } }) => name)).toEqual(['Ane', 'Bo', 'Ida', 'Ulla', 'Per']);
  });
});

const body = (rule: Partial<BodyProfile['rules']['quorum']>, substitutes: BodyProfile['rules']['substitutes'] = 'free'): BodyProfile => ({
  members: everybody.map((one, place) => ({ person: one, roles: place === 0 ? ['chair'] : ['member'], votes: true, party: null, substitute: null })),
  rules: { ...plainProfile.rules, substitutes, quorum: { kind: 'half', atLeast: null, chairRequired: false, ...rule } },
});

describe('quorum at an item', () => {
  const state = (profile: BodyProfile, notes: readonly PresenceNote[], id: ItemId = i1) =>
    quorumAt(profile, agenda, attendeesOf(listed, notes, []), id);
  it('says nothing where there is no rule or no member known', () => {
    expect(state(body({ kind: 'none' }), []).state).toBe('none');
    expect(state(plainProfile, [note(ane, 'present')]).state).toBe('none');
  });
  it('goes from open over at risk to holding as people are noted, and falls when too few are left', () => {
    expect(state(body({}), [])).toMatchObject({ state: 'open', there: 0, needed: 2, unknown: 4 });
    const two = [note(ane, 'present'), note(bo, 'online')];
    expect(state(body({}), two)).toMatchObject({ state: 'atRisk', there: 2, unknown: 2 });
    expect(state(body({}), [...two, note(ida, 'present')]).state).toBe('holds');
    const few = [note(ane, 'present'), note(bo, 'apology'), note(ida, 'absent'), note(ulla, 'absent')];
    expect(state(body({}), few).state).toBe('falls');
  });
  it('counts a stand-in as the member, nobody twice, and none where the body knows no stand-ins', () => {
    const notes = [note(bo, 'apology'), note(ida, 'absent'), note(ulla, 'absent'), note(ane, 'present'), note(per, 'present', { insteadOf: bo })];
    expect(state(body({}), notes)).toMatchObject({ state: 'atRisk', there: 2 });
    expect(state(body({}, 'none'), notes)).toMatchObject({ state: 'falls', there: 1 });
    expect(state(body({}), [...notes, note(bo, 'arrived', { itemId: i1 })]).there).toBe(2);
  });
  it('leaves out whoever is recused, and only there; but counts their stand-in', () => {
    const notes = [note(ane, 'present'), note(bo, 'present'), note(ida, 'absent'), note(ulla, 'absent'), note(bo, 'recused', { itemId: i3 })];
    expect([i2, i3, i3a, i4].map((id) => state(body({}), notes, id).state)).toEqual(['atRisk', 'falls', 'falls', 'atRisk']);
    expect(state(body({}), [...notes, note(per, 'arrived', { itemId: i3, insteadOf: bo })], i3).there).toBe(2);
  });
  it('wants the chair where the rule does', () => {
    const notes = [note(bo, 'present'), note(ida, 'present'), note(ulla, 'present'), note(ane, 'apology')];
    expect(state(body({ chairRequired: true }), notes)).toMatchObject({ state: 'falls', chairMissing: true });
    expect(state(body({ kind: 'none', chairRequired: true }), [note(ane, 'present')]).state).toBe('holds');
  });
  it('tells before the meeting which items would fall, from the items of the apologies', () => {
    const apologies = [apology(ane, [i2]), apology(bo, [i2, i3]), apology(ida)];
    expect(itemsThatFall(body({}), agenda, apologies)).toEqual([i2]);
    expect(itemsThatFall(body({}), agenda, [...apologies, apology(ulla, [i3])])).toEqual([i2, i3, i3a]);
    expect(itemsThatFall(body({}), agenda, [apology(ane, [i2]), apology(bo, [i2, i3]), apology(ida, null, { substitute: 'Per' })])).toEqual([]);
    expect(expectedQuorum(body({}), agenda, apologies, i1)).toMatchObject({ state: 'holds', there: 3 });
    expect(itemsThatFall(plainProfile, agenda, apologies)).toEqual([]);
  });
});

const anyNotes = (items: readonly ItemId[]): fc.Arbitrary<PresenceNote[]> =>
  fc
    .array(
      fc.record({
        who: fc.constantFrom(...everybody, per),
        kind: fc.constantFrom(...PRESENCE_NOTES),
        item: fc.nat(),
        time: fc.constantFrom(null, at('08.55'), at('09.20'), at('10.10')),
        second: fc.integer({ min: 0, max: 20 }),
        by: fc.constantFrom('Ulla', 'Ane'),
        undoes: fc.array(fc.nat(12), { maxLength: 2 }),
        onTheDay: fc.boolean(),
      }),
      { maxLength: 16 },
    )
    .map((all) =>
      all.map((one, place) =>
        note(one.who, one.kind, {
          id: `n${place}`,
          itemId: items.length === 0 || one.item % 4 === 0 ? null : (items[one.item % items.length] ?? null),
          time: one.time,
          undoes: one.kind === 'undone' ? one.undoes.map((n) => `n${n}`) : [],
          notedAt: new Date(Date.UTC(2026, 8, 3, 8, 0, one.second)).toISOString(),
          notedBy: one.by,
          onTheDay: one.onTheDay,
        }),
      ),
    );
const anyApologies = (items: readonly ItemId[]): fc.Arbitrary<Apology[]> =>
  fc
    .uniqueArray(fc.constantFrom(...everybody), { maxLength: 3 })
    .chain((people) =>
      fc
        .tuple(...people.map(() => fc.option(fc.subarray([...items], { minLength: Math.min(1, items.length) }), { nil: null })))
        .map((scopes) => people.map((one, place) => apology(one, scopes[place]?.length ? scopes[place] : null))),
    );
const anyMeeting = anyAgenda.chain((plan) => {
  const ids = plan.items.map(({ id }) => id);
  return fc.record({ plan: fc.constant(plan), notes: anyNotes(ids), apologies: anyApologies(ids) });
});

describe('whatever is noted, by whom and in whatever order it arrives', () => {
  it('comes to the same, and a note that arrives twice is one', () => {
    fc.assert(
      fc.property(
        anyMeeting.chain((meeting) =>
          fc.tuple(fc.constant(meeting), fc.shuffledSubarray(meeting.notes, { minLength: meeting.notes.length }), fc.nat()),
        ),
        ([{ notes, apologies }, shuffled, again]) => {
          const twice = shuffled.length === 0 ? [] : [shuffled[again % shuffled.length]!];
          expect(attendeesOf(listed, [...shuffled, ...twice], apologies)).toEqual(attendeesOf(listed, notes, apologies));
        },
      ),
    );
  });
  it('makes nobody present who was not noted, nobody absent who sent an apology, and lists nobody twice', () => {
    fc.assert(
      fc.property(anyMeeting, ({ plan, notes, apologies }) => {
        const found = attendeesOf(listed, notes, apologies);
        const names = found.map((one) => one.person.name);
        expect(new Set(names).size).toBe(names.length);
        for (const one of found) {
          const theirs = notesThatStand(notes).filter(
            (each) => each.person.name === one.person.name && each.kind !== 'recused' && each.kind !== 'unknown',
          );
          const everywhere = plan.items.map(({ id }) => presenceAt(plan, one, id));
          if (theirs.length === 0) {
            expect(groupOf(one)).not.toBe('present');
            expect(everywhere.every((is) => is !== 'there' && is !== 'online' && is !== 'absent')).toBe(true);
          }
          if (one.apology !== null || one.state === 'apology') {
            expect(groupOf(one)).not.toBe('absent');
            expect(everywhere).not.toContain('absent');
          }
        }
      }),
    );
  });
  it('never makes anybody less present before by having left', () => {
    fc.assert(
      fc.property(anyMeeting, fc.nat(), fc.constantFrom(...everybody), ({ plan, notes, apologies }, place, who) => {
        if (plan.items.length === 0) return;
        const item = plan.items[place % plan.items.length]!;
        const before = attendeesOf(listed, notes, apologies).find((one) => one.person.name === who.name)!;
        if (!cameAtAll(before)) return;
        const left = note(who, 'left', { itemId: item.id, notedAt: '2026-09-03T09:00:00Z' });
        const after = attendeesOf(listed, [...notes, left], apologies).find((one) => one.person.name === who.name)!;
        expect(groupOf(after)).toBe('present');
        for (const { id } of plan.items.slice(0, place % plan.items.length)) {
          const was = presenceAt(plan, before, id);
          if (was === 'there' || was === 'online') expect(presenceAt(plan, after, id)).toBe(was);
        }
      }),
    );
  });
  it('keeps what both of two people noted at once of different people', () => {
    fc.assert(
      fc.property(anyMeeting, ({ notes }) => {
        const ofAne = notes.filter((each) => each.person.name === 'Ane' && each.kind !== 'undone');
        const ofBo = notes.filter((each) => each.person.name === 'Bo' && each.kind !== 'undone');
        const together = attendeesOf(listed, [...ofAne, ...ofBo], []);
        expect(together[0]).toEqual(attendeesOf(listed, ofAne, [])[0]);
        expect(together[1]).toEqual(attendeesOf(listed, ofBo, [])[1]);
      }),
    );
  });
  it('never has a quorum by those of whom nothing was noted', () => {
    fc.assert(
      fc.property(anyMeeting, ({ plan, notes, apologies }) => {
        const found = attendeesOf(listed, notes, apologies);
        for (const { id } of plan.items) {
          const quorum = quorumAt(body({}), plan, found, id);
          expect(quorum.there).toBeLessThanOrEqual(4);
          if (quorum.state === 'holds' || quorum.state === 'atRisk') expect(quorum.there).toBeGreaterThanOrEqual(quorum.needed);
          if (!wasRollCalled(notes)) expect(quorum.there).toBe(0);
        }
      }),
    );
  });
});
