import { describe, expect, it } from 'vitest';
import { asMeetingKey } from '../../../src/meeting/ids.ts';
import type { CalendarEvent } from '../../../src/meeting/meeting.ts';
import { contradiction } from '../../../src/meeting/editing/fitToEvent.ts';
import { emptyIntake, fitToEvent } from '../../../src/ui/intake/fitToEvent.ts';
import { paperApologies } from '../../../src/ui/intake/invitedNames.ts';
import { intakeOf } from './papers.ts';

const invitee = (name: string) => ({ id: name, name, email: null, answer: 'none' as const, optional: false });
const event: CalendarEvent = {
  id: 'e',
  key: asMeetingKey('k'),
  iCalUId: 'u',
  originalStart: null,
  subject: 'Direktionsmøde',
  start: '2026-03-10T08:00:00Z',
  end: '2026-03-10T11:00:00Z',
  location: 'Lokale 2',
  joinUrl: null,
  iAmOrganizer: true,
  myAnswer: 'organizer',
  organizer: null,
  invitees: [invitee('Ane Kratholm'), invitee('Lene Vadgaard'), invitee('Lene Vadgaard')],
  cancelled: false,
  agendaInInvitation: false,
  pointer: null,
};

describe('paper and calendar', () => {
  it('takes from the calendar what the paper does not say, in Danish time', () => {
    const { agenda } = emptyIntake(event, '');
    expect(agenda).toMatchObject({ title: 'Direktionsmøde', date: '2026-03-10', start: '09:00', end: '12:00', location: 'Lokale 2' });
  });

  it('keeps what the paper says and tells where the two contradict', () => {
    const paper = intakeOf([]);
    expect(fitToEvent(paper, event).agenda.start).toBe('09:00');
    expect(contradiction(paper.agenda, event)).toBeNull();
    expect(contradiction({ ...paper.agenda, date: '2026-03-11' }, event)).toBe('date');
    expect(contradiction({ ...paper.agenda, end: null, start: paper.agenda.end }, event)).toBe('time');
  });

  it("does not put the calendar's times on another day's paper", () => {
    const other = intakeOf([]);
    expect(fitToEvent({ ...other, agenda: { ...other.agenda, date: '2026-03-11', start: null, end: null } }, event).agenda.start).toBeNull();
  });

  it('keeps every line of a text with no agenda in it as still to be placed', () => {
    expect(emptyIntake(event, 'Hej\r\n\r\nHusk kage').unplaced).toEqual([
      { line: 1, text: 'Hej' },
      { line: 3, text: 'Husk kage' },
    ]);
  });

  it('finds the invited person behind a printed apology, and nobody when two share the name', () => {
    const apologies = ['ane kratholm', 'Lene Vadgaard', 'Per Gyvelbo'].map((name) => ({ name, note: null, substitute: null }));
    expect(paperApologies({ apologies }, event).map((apology) => apology.invitee?.name ?? null)).toEqual(['Ane Kratholm', null, null]);
  });
});
