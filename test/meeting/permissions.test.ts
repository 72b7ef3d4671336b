import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Person } from '../../src/meeting/meeting.ts';
import * as may from '../../src/meeting/permissions.ts';
import { plainProfile, type BodyProfile } from '../../src/meeting/profile.ts';
import { CLOSED_ACCESS } from '../../src/meeting/words.ts';
import { agendaOf } from './agendas.ts';

const ulla: Person = { id: 'ulla', name: 'Ulla Skarvad', email: 'ulla@fjordby.example' };
const ane: Person = { id: 'ane', name: 'Ane Kratholm', email: 'ane@fjordby.example' };
const end = '2026-09-03T09:00:00.000Z';
const before = new Date('2026-09-03T06:00:00Z');
const after = new Date('2026-09-03T09:00:01Z');
const occasion = { iCalUId: 'u', start: '2026-09-03T06:30:00.000Z', end };
const organizer = { iAmOrganizer: true, cancelled: false, end };
const invited = { ...organizer, iAmOrganizer: false };
const [insider, outsider] = [{ closedAccess: 'yes' } as const, { closedAccess: 'no' } as const];
const withSecretary: BodyProfile = {
  ...plainProfile,
  members: [{ person: ulla, roles: ['secretary'], votes: false, party: null, substitute: null }],
};

describe("the secretary's work", () => {
  const work = [may.mayEditAgenda, may.mayRecord, may.mayPublish, may.mayConfirmApologies];

  it('is done by whoever called the meeting', () => {
    for (const mayDo of work) {
      expect(mayDo({ event: organizer })).toBe(true);
      expect(mayDo({ event: invited })).toBe(false);
      expect(mayDo({ event: null })).toBe(false);
    }
  });

  it("is done by the one the body's profile names as well, who need not have called it", () => {
    for (const mayDo of work) {
      expect(mayDo({ event: invited, me: ulla, profile: withSecretary })).toBe(true);
      expect(mayDo({ event: invited, me: ane, profile: withSecretary })).toBe(false);
      expect(mayDo({ event: organizer, me: ane, profile: withSecretary })).toBe(true);
    }
  });

  it('on answers needs a copy of the event to read them from', () => {
    expect(may.mayConfirmApologies({ event: null, me: ulla, profile: withSecretary })).toBe(false);
    expect(may.mayEditAgenda({ event: null, me: ulla, profile: withSecretary })).toBe(true);
  });
});

describe('what is closed', () => {
  it('is read by those whom Graph let in, and nobody else', () => {
    for (const closedAccess of CLOSED_ACCESS) expect(may.mayReadClosed({ file: { closedAccess } })).toBe(closedAccess === 'yes');
    expect(may.mayReadItem({ file: outsider }, { closed: true })).toBe(false);
    expect(may.mayReadItem({ file: outsider }, { closed: false })).toBe(true);
  });

  it('is not edited by an organiser outside the circle, and is not closed twice', () => {
    expect(may.mayEditItem({ event: organizer, file: outsider }, { closed: true })).toBe(false);
    expect(may.mayEditItem({ event: organizer, file: insider }, { closed: true })).toBe(true);
    expect(may.mayEditItem({ event: invited, file: insider }, { closed: false })).toBe(false);
    expect(may.mayCloseItem({ event: organizer, file: outsider }, { closed: false })).toBe(true);
    expect(may.mayCloseItem({ event: organizer, file: insider }, { closed: true })).toBe(false);
  });

  it('opens again what it may read and is closed itself, from the top', () => {
    const { items } = agendaOf(['1 Nyt', '2 Sag (lukket)', '> 2.a Underpunkt (lukket)']);
    const opens = (file: typeof insider | typeof outsider, event = organizer) => items.map((item) => may.mayOpenItem({ event, file }, items, item));
    expect(opens(insider)).toEqual([false, true, false]);
    expect(opens(outsider)).toEqual([false, false, false]);
    expect(opens(insider, invited)).toEqual([false, false, false]);
  });
});

describe("one's own apology", () => {
  const file = { occasion };

  it('is sent by whoever was asked, until the meeting is over or called off', () => {
    expect(may.maySendApology({ event: invited, file, now: before })).toBe(true);
    expect(may.maySendApology({ event: null, file, now: before })).toBe(true);
    // The organiser too: it is the record that counts, and their calendar has no answer to give.
    expect(may.maySendApology({ event: organizer, file, now: before })).toBe(true);
    expect(may.maySendApology({ event: invited, file, now: after })).toBe(false);
    expect(may.maySendApology({ event: { ...invited, cancelled: true }, file, now: before })).toBe(false);
    const published = { ...file, status: { agenda: 'sent', minutes: 'published', sentAt: null } } as const;
    expect(may.maySendApology({ event: invited, file: published, now: before })).toBe(false);
    expect(may.mayWithdrawFor({ event: invited, file: published, now: before, me: ane }, ane)).toBe(false);
  });

  it('is withdrawn by the one it is of, as long', () => {
    const facts = { event: invited, file, now: before, me: ane };
    expect(may.mayWithdrawFor(facts, { id: null, email: 'ANE@fjordby.example' })).toBe(true);
    expect(may.mayWithdrawFor(facts, ulla)).toBe(false);
    expect(may.mayWithdrawFor({ ...facts, me: null }, ane)).toBe(false);
    expect(may.mayWithdrawFor({ ...facts, now: after }, ane)).toBe(false);
  });
});

describe('a screen', () => {
  it('asks here, and never the facts themselves', () => {
    const ui = join(import.meta.dirname, '../../src/ui');
    const files = readdirSync(ui, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
    expect(files.length).toBeGreaterThan(50);
    expect(files.filter((file) => /\biAmOrganizer\b|\bclosedAccess\b/.test(readFileSync(join(ui, file), 'utf8')))).toEqual([]);
  });
});
