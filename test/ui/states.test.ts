import { describe, expect, it } from 'vitest';
import { HostFailure } from '../../src/host/host.ts';
import { Conflict, Failure } from '../../src/meeting/errors.ts';
import { newItem, type Agenda } from '../../src/meeting/agenda.ts';
import { asItemId } from '../../src/meeting/ids.ts';
import type { Treatment } from '../../src/meeting/meeting.ts';
import { nextStep } from '../../src/meeting/nextStep.ts';
import { saveStateOf } from '../../src/ui/kit/saveState.ts';
import { failureDetails, failureName } from '../../src/ui/kit/states/failureName.ts';

describe('a failure on screen', () => {
  it('is known by its name, wherever it was thrown', () => {
    expect(failureName(new Failure('SiteNotPrepared', 'no lists'))).toBe('SiteNotPrepared');
    expect(failureName(new HostFailure('ConsentMissing', 'AADSTS65001'))).toBe('ConsentMissing');
    expect(failureName(new Conflict([]))).toBe('Conflict');
  });

  it('is never nothing, also where it is no failure of ours', () => {
    for (const thrown of [new Error('x'), new TypeError('y'), 'text', null, undefined, { name: 'Conflict' }])
      expect(failureName(thrown)).toBe('Unknown');
  });

  it('keeps codes for support behind Detaljer', () => {
    expect(failureDetails(new Failure('Throttled', 'wait', { detail: { requestId: '7bdc' }, retryAfter: 12 }))).toEqual([
      ['failure', 'Throttled'],
      ['message', 'wait'],
      ['requestId', '7bdc'],
      ['retryAfter', '12'],
    ]);
  });
});

describe('saved or not', () => {
  const stuck = [{ id: '1', command: 'sendApology', failure: new Failure('NotAllowed', 'no') }];
  it('is quiet until something was written', () => {
    expect(saveStateOf({ pending: 0, sending: false, refused: false, stuck: [] }, false)).toEqual({ kind: 'quiet' });
    expect(saveStateOf({ pending: 0, sending: false, refused: false, stuck: [] }, true)).toEqual({ kind: 'saved' });
    expect(saveStateOf({ pending: 0, sending: false, refused: true, stuck: [] }, true)).toEqual({ kind: 'quiet' });
  });

  it('tells sending from waiting for a connection, and what is stuck above all', () => {
    expect(saveStateOf({ pending: 1, sending: true, refused: false, stuck: [] }, true)).toEqual({ kind: 'saving' });
    expect(saveStateOf({ pending: 2, sending: false, refused: false, stuck: [] }, true)).toEqual({ kind: 'waiting', count: 2 });
    expect(saveStateOf({ pending: 1, sending: true, refused: false, stuck }, true)).toEqual({ kind: 'stuck', count: 1 });
  });
});

describe('the next step', () => {
  const item = newItem(asItemId('1'), { title: 'Budget' });
  const agenda: Agenda = { title: '', date: null, endDate: null, start: null, end: null, location: null, chair: null, items: [item] };
  const decided: Treatment = { itemId: item.id, openness: 'open', outcome: 'approved', decision: 'Godkendt.', publicDecision: '', notTreated: false };
  const organizer = { iAmOrganizer: true, start: '2025-04-22T10:00:00Z' };
  const status = { agenda: 'sent' as const, minutes: 'none' as const, sentAt: null };
  const before = new Date('2025-04-22T09:00:00Z');
  const after = new Date('2025-04-22T11:00:00Z');

  it('leads the organiser from writing to publishing, and everybody to published minutes', () => {
    expect(nextStep({ agenda, treatments: [], status }, organizer, before)).toBeNull();
    expect(nextStep({ agenda, treatments: [], status }, organizer, after)).toBe('record');
    expect(nextStep({ agenda, treatments: [decided], status }, organizer, after)).toBe('publish');
    expect(nextStep({ agenda, treatments: [], status }, { ...organizer, iAmOrganizer: false }, after)).toBeNull();
    expect(nextStep({ agenda, treatments: [decided], status: { ...status, minutes: 'published' } }, null, before)).toBe('minutes');
  });
});
