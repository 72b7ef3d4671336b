import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editionOf } from '../../src/meeting/edition.ts';
import { withFollowUps } from '../../src/meeting/editionFollowUp.ts';
import { eachFollowUpOnce, inTurn, isOverdue, printedFollowUps, toDoDayStep, toDoStep, type FollowUp } from '../../src/meeting/followUp.ts';
import { asItemId } from '../../src/meeting/ids.ts';
import { maySettleFollowUp, mayPutInToDo } from '../../src/meeting/permissions.ts';
import { plainProfile } from '../../src/meeting/profile.ts';
import { FOLLOW_UP_STATES } from '../../src/meeting/words.ts';
import { agendaOf, site } from './agendas.ts';
import { followUpOf } from './followUps.ts';

const some = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd'),
  openness: fc.constantFrom('open' as const, 'closed' as const),
  due: fc.option(fc.constantFrom('2026-01-05', '2026-12-31')),
  state: fc.constantFrom(...FOLLOW_UP_STATES),
  writtenAt: fc.constantFrom('2026-09-03T10:00:00Z', '2026-09-03T11:00:00Z'),
  itemId: fc.constantFrom(asItemId('item-1'), asItemId('item-2')),
});

describe('what is to be done', () => {
  test('stands once, and closed where it stands both open and closed', () => {
    fc.assert(
      fc.property(fc.array(some.map(followUpOf)), (all) => {
        const once = eachFollowUpOnce(all);
        expect(once.map(({ id }) => id)).toEqual([...new Set(all.map(({ id }) => id))]);
        for (const { id, openness } of once) expect(openness).toBe(all.some((one) => one.id === id && one.openness === 'closed') ? 'closed' : 'open');
      }),
    );
  });
  test('comes by its day, what has none last, and nothing is lost', () => {
    fc.assert(
      fc.property(fc.array(some.map(followUpOf)), (all) => {
        const turn = inTurn(all);
        expect([...turn].sort()).toHaveLength(all.length);
        const days = turn.map(({ due }) => due ?? '9999');
        expect(days).toEqual([...days].sort());
      }),
    );
  });
  test('is overdue the day after, and only while it is open', () => {
    expect(isOverdue(followUpOf(), '2026-12-01')).toBe(false);
    expect(isOverdue(followUpOf(), '2026-12-02')).toBe(true);
    expect(isOverdue(followUpOf({ state: 'done' }), '2026-12-02')).toBe(false);
    expect(isOverdue(followUpOf({ due: null }), '2026-12-02')).toBe(false);
  });
  test('is settled by whoever is to do it and by the secretary, and lies in nobody else’s To Do', () => {
    const named = {
      ...plainProfile,
      members: [{ person: { id: 'u', name: 'U', email: null }, roles: ['secretary' as const], votes: false, party: null, substitute: null }],
    };
    const as = (id: string) => ({ event: null, me: { id, name: id, email: null }, profile: named });
    expect([as('ane'), as('u'), as('else')].map((who) => maySettleFollowUp(who, followUpOf()))).toEqual([true, true, false]);
    expect([as('ane'), as('u')].map((who) => mayPutInToDo(who, followUpOf()))).toEqual([true, false]);
  });
});

describe('minutes', () => {
  const item = asItemId('item-1');
  test('print what, who and by when; what is done is printed all the same', () => {
    expect(printedFollowUps([followUpOf({ state: 'done' })], item, [])).toEqual([{ what: 'Skrive notat', owner: 'Ane Kratholm', due: '2026-12-01' }]);
  });
  test('leave out what was given up before it was printed, and keep what was printed', () => {
    const given = followUpOf({ state: 'dropped', stateAt: '2026-09-05T10:00:00Z' });
    const printed = { what: 'Skrive notat', owner: 'Ane Kratholm', due: '2026-12-01' };
    expect(printedFollowUps([given], item, [])).toEqual([]);
    expect(printedFollowUps([given], item, [{ ...printed, what: 'Skrive brev' }])).toEqual([]);
    expect(printedFollowUps([given], item, [printed])).toEqual([printed]);
  });
  test('print once what was given up and written again in the same words', () => {
    const [given, again] = [followUpOf({ state: 'dropped' }), followUpOf({ id: 'b' })];
    const first = printedFollowUps([given, again], item, []);
    expect(first).toHaveLength(1);
    expect(printedFollowUps([given, again], item, first)).toEqual(first);
  });
  test('tell nobody outside what follows from a closed item, whatever list it was read in', () => {
    const agenda = agendaOf(['1 Nyt', '2 Personsag (lukket)', '> a) Detalje']);
    const source = {
      agenda,
      treatments: [],
      apologies: [],
      board: { name: 'D', siteId: site, closedSiteId: null, teamId: '', channelId: '', channelName: '' },
      occasion: { iCalUId: '', start: '2026-09-03T07:00:00Z', end: '2026-09-03T09:00:00Z' },
    };
    fc.assert(
      fc.property(fc.array(some.map((fields) => followUpOf({ ...fields, what: 'HEMMELIGT' }))), (all) => {
        const outside = withFollowUps(editionOf(source, 'outside', 1, '2026-09-03T12:00:00Z'), all, null);
        for (const line of outside.lines) {
          if (line.openness === 'closed') expect(JSON.stringify(line)).not.toContain('HEMMELIGT');
          else if (all.every(({ openness }) => openness === 'closed')) expect(line.followUps).toBeUndefined();
        }
      }),
    );
  });
});

describe('a row and its task in a To Do', () => {
  const rows = fc.constantFrom(...FOLLOW_UP_STATES);
  /** One look: what becomes of the row, the task and the note. */
  const look = (row: Pick<FollowUp, 'state' | 'toDoDone'>, task: boolean | null) => {
    const step = toDoStep(row, task);
    if (step.kind === 'none') return { row, task };
    if (step.kind === 'gone') return { row: { ...row, toDoDone: null }, task };
    if (step.kind === 'row') return { row: { state: step.done ? ('done' as const) : ('open' as const), toDoDone: step.done }, task };
    if (step.kind === 'task') return { row: { ...row, toDoDone: step.done }, task: step.done };
    return { row: { ...row, toDoDone: step.done }, task };
  };
  test('tell the same after one look, and a second changes nothing', () => {
    fc.assert(
      fc.property(rows, fc.option(fc.boolean()), fc.option(fc.boolean()), (state, toDoDone, task) => {
        const once = look({ state, toDoDone }, task);
        if (toDoDone !== null && task !== null) expect(once.row.state !== 'open').toBe(once.task);
        expect(look(once.row, once.task)).toEqual(once);
      }),
    );
  });
  test('what was changed since they agreed has its way', () => {
    expect(toDoStep({ state: 'open', toDoDone: false }, true)).toEqual({ kind: 'row', done: true });
    expect(toDoStep({ state: 'done', toDoDone: false }, false)).toEqual({ kind: 'task', done: true });
    expect(toDoStep({ state: 'done', toDoDone: true }, false)).toEqual({ kind: 'row', done: false });
    expect(toDoStep({ state: 'open', toDoDone: true }, true)).toEqual({ kind: 'task', done: false });
    expect(toDoStep({ state: 'open', toDoDone: false }, null)).toEqual({ kind: 'gone' });
    expect(toDoStep({ state: 'open', toDoDone: null }, true)).toEqual({ kind: 'none' });
  });
  const days = fc.option(fc.constantFrom('2027-01-15', '2027-02-01', '2027-03-01'));
  test('tell the same day after one look, and a second changes nothing; a day that one alone moved has its way', () => {
    fc.assert(
      fc.property(days, days, days, (due, toDoDue, task) => {
        const row = { state: 'open', due, toDoDone: false, toDoDue } as const;
        const step = toDoDayStep(row, task);
        const after = { row: step.kind === 'row' ? step.due : due, task: step.kind === 'task' ? step.due : task };
        expect(after.row).toBe(after.task);
        if (due === toDoDue) expect(after.task).toBe(task);
        if (task === toDoDue) expect(after.row).toBe(due);
        expect(toDoDayStep({ ...row, due: after.row, toDoDue: step.due }, after.task).kind).toBe('none');
      }),
    );
  });
  test('keep their days where it is done, or lies in no To Do', () => {
    expect(toDoDayStep({ state: 'done', due: null, toDoDone: true, toDoDue: null }, '2027-01-15').kind).toBe('none');
    expect(toDoDayStep({ state: 'open', due: null, toDoDone: null, toDoDue: null }, '2027-01-15').kind).toBe('none');
  });
});
