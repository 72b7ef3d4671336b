import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agendaDue, dayBeforeMeeting, isLateProposal, proposalsUntil } from '../../src/meeting/deadlines.ts';
import { READY_NAMES, READY_PROFILES } from '../../src/meeting/readyProfiles.ts';
import type { Occasion } from '../../src/meeting/meeting.ts';
import { agendaOf, fileOf } from './agendas.ts';

const rules = (proposals: number | null, agenda: number | null) => ({
  deadlines: [
    { what: 'minutes' as const, days: 2 },
    ...(proposals === null ? [] : [{ what: 'proposals' as const, days: proposals }]),
    ...(agenda === null ? [] : [{ what: 'agenda' as const, days: agenda }]),
  ],
});
const at = (start: string, standing?: Occasion['standing']): Occasion => ({
  iCalUId: start,
  start,
  end: new Date(Date.parse(start) + 3_600_000).toISOString(),
  ...(standing && { standing }),
});
const coming = (start: string, agenda: 'draft' | 'sent' = 'draft', standing?: Occasion['standing']) => ({ occasion: at(start, standing), agenda });
/** 9.00 in Denmark on Thursday 10 December. */
const MEETING = '2026-12-10T08:00:00Z';

describe('the day an agenda goes out', () => {
  const agenda = agendaOf(['1 Budget']);
  const file = (state: 'draft' | 'sent') => fileOf(agenda, { status: { agenda: state, minutes: 'none', sentAt: null } });
  const due = (now: string, state: 'draft' | 'sent' = 'draft', days: number | null = 7) =>
    agendaDue(rules(null, days), file(state), null, at(MEETING), new Date(now));

  test('is told while it is a draft, by calendar days in Denmark, and is over when its day is', () => {
    expect(due('2026-12-01T08:00:00Z')).toEqual({ day: '2026-12-03', isPast: false });
    expect(due('2026-12-03T22:59:00Z')?.isPast).toBe(false);
    expect(due('2026-12-03T23:00:00Z')?.isPast).toBe(true);
  });

  test('is nothing where the agenda is out, in the row or in the invitation, or the body has no such rule', () => {
    expect(due('2026-12-04T08:00:00Z', 'sent')).toBeNull();
    expect(due('2026-12-04T08:00:00Z', 'draft', null)).toBeNull();
    const inMail = { agendaInInvitation: true, pointer: file('draft').pointer };
    expect(agendaDue(rules(null, 7), file('draft'), inMail, at(MEETING), new Date('2026-12-04T08:00:00Z'))).toBeNull();
    expect(agendaDue(rules(null, 7), file('draft'), { ...inMail, unsent: true }, at(MEETING), new Date('2026-12-04T08:00:00Z'))?.isPast).toBe(true);
  });

  test('counts over the nights in which the clocks are changed, and from the first day of several', () => {
    expect(dayBeforeMeeting(rules(null, 1), 'agenda', at('2026-10-25T08:00:00Z'))).toBe('2026-10-24');
    expect(dayBeforeMeeting(rules(null, 1), 'agenda', at('2027-03-28T07:00:00Z'))).toBe('2027-03-27');
    expect(dayBeforeMeeting(rules(null, 3), 'agenda', { start: MEETING, days: { first: '2026-12-10', last: '2026-12-11' } })).toBe('2026-12-07');
    expect(dayBeforeMeeting(rules(null, 3), 'agenda', { start: '' })).toBeNull();
  });
});

describe('until when proposals are taken', () => {
  const now = new Date('2026-11-20T08:00:00Z');
  test('is told of the next meeting that is still being prepared', () => {
    const meetings = [
      coming('2026-12-17T08:00:00Z'),
      coming(MEETING),
      coming('2026-12-01T08:00:00Z', 'sent'),
      coming('2026-12-02T08:00:00Z', 'draft', 'cancelled'),
      coming('2026-11-01T08:00:00Z'),
    ];
    expect(proposalsUntil(rules(14, null), meetings, now)).toEqual({ meeting: meetings[1], day: '2026-11-26', isPast: false });
    expect(proposalsUntil(rules(14, null), meetings, new Date('2026-11-27T08:00:00Z'))?.isPast).toBe(true);
    expect(proposalsUntil(rules(null, 7), meetings, now)).toBeNull();
    expect(proposalsUntil(rules(14, null), meetings.slice(2), now)).toBeNull();
  });

  test('tells which came late; one of no known time, and all where there is no rule, did not', () => {
    const until = proposalsUntil(rules(14, null), [coming(MEETING)], now);
    expect(isLateProposal({ proposedAt: '2026-11-26T22:59:00Z' }, until)).toBe(false);
    expect(isLateProposal({ proposedAt: '2026-11-26T23:00:00Z' }, until)).toBe(true);
    expect(isLateProposal({ proposedAt: '' }, until)).toBe(false);
    expect(isLateProposal({ proposedAt: '2026-12-26T23:00:00Z' }, null)).toBe(false);
  });

  test('a proposal made now is late when it is told that the day is over, and not before; more days make it no later', () => {
    const instant = fc.date({ min: new Date('2026-11-01'), max: new Date('2026-12-10T07:59:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(instant, fc.nat(30), (when, days) => {
        const until = proposalsUntil(rules(days, null), [coming(MEETING)], when)!;
        expect(isLateProposal({ proposedAt: when.toISOString() }, until)).toBe(until.isPast);
        if (until.isPast) expect(proposalsUntil(rules(days + 1, null), [coming(MEETING)], when)?.isPast).toBe(true);
      }),
    );
  });
});

test('no ready profile says when proposals are due: no law does', () => {
  for (const name of READY_NAMES)
    expect(
      READY_PROFILES[name].deadlines.map(({ what }) => what),
      name,
    ).not.toContain('proposals');
});
