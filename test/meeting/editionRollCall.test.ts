import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editionOf } from '../../src/meeting/edition.ts';
import { withRollCall } from '../../src/meeting/editionRollCall.ts';
import type { Apology, Person } from '../../src/meeting/meeting.ts';
import { attendeesOf, groupOf, notesThatStand, wasRollCalled, type PresenceNote } from '../../src/meeting/presence.ts';
import { PRESENCE_NOTES } from '../../src/meeting/words.ts';
import { anyAgenda, fileOf } from './agendas.ts';

const people = ['Ane', 'Bo', 'Ida', 'Per'].map((name): Person => ({ id: name, name, email: null }));

const anyCalled = anyAgenda.chain((agenda) => {
  const ids = agenda.items.map(({ id }) => id);
  const item = ids.length === 0 ? fc.constant(null) : fc.option(fc.constantFrom(...ids), { nil: null });
  const notes = fc.array(fc.record({ who: fc.nat(3), kind: fc.constantFrom(...PRESENCE_NOTES), itemId: item, guest: fc.boolean() }), {
    maxLength: 12,
  });
  const apologies = fc.subarray([0, 1, 2, 3]).chain((away) => fc.tuple(...away.map((who) => fc.tuple(fc.constant(who), fc.subarray(ids)))));
  return fc.record({ agenda: fc.constant(agenda), notes, apologies }).map(({ notes: noted, apologies: sent, ...rest }) => ({
    ...rest,
    notes: noted.map(({ who, ...note }, place): PresenceNote => ({
      ...note,
      id: `n${place}`,
      person: people[who]!,
      time: null,
      insteadOf: null,
      onTheDay: false,
      undoes: [],
      notedAt: new Date(Date.UTC(2026, 8, 3, 8, place)).toISOString(),
      notedBy: 'Ulla',
    })),
    apologies: sent.map(([who, itemIds]): Apology => ({
      id: `a${who}`,
      person: people[who]!,
      scope: itemIds.length === 0 ? { kind: 'meeting' } : { kind: 'items', itemIds },
      substitute: null,
      receivedAt: '2026-09-01T08:00:00Z',
      enteredBy: 'x',
      withdrawnAt: null,
    })),
  }));
});

describe('minutes after any roll call', () => {
  it('print nobody twice, nobody excused as absent, and nobody as present of whom it was not noted', () => {
    fc.assert(
      fc.property(anyCalled, fc.constantFrom('circle' as const, 'outside' as const), ({ agenda, notes, apologies }, audience) => {
        const file = fileOf(agenda, { apologies });
        const edition = withRollCall(editionOf(file, audience, 1, '2026-09-03T12:00:00Z'), file, notes);
        const called = wasRollCalled(notes);
        expect(edition.attendance !== undefined).toBe(called);
        const present = edition.attendance?.present.map(({ name }) => name) ?? [];
        const absent = edition.attendance?.absent ?? [];
        const printed = [...present, ...absent, ...edition.excused.map(({ name }) => name)];
        expect(new Set(printed).size).toBe(printed.length);
        const excused = new Set(apologies.map(({ person }) => person.name));
        for (const name of absent) expect(excused.has(name)).toBe(false);
        for (const name of present)
          expect(
            notesThatStand(notes).some(({ person, kind }) => person.name === name && ['present', 'online', 'arrived', 'left'].includes(kind)),
          ).toBe(true);
        const groups = attendeesOf([], notes, apologies);
        if (called)
          expect(present.sort()).toEqual(
            groups
              .filter((one) => groupOf(one) === 'present')
              .map((one) => one.person.name)
              .sort(),
          );
        if (audience === 'outside') for (const line of edition.lines) if (line.openness === 'closed') expect(line.recused).toBeUndefined();
      }),
    );
  });
});
