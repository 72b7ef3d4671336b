import type { Board, CalendarEvent, MeetingFile } from '../../src/meeting/meeting.ts';
import { attach } from '../../src/commands/agenda/attach.ts';
import { printRoute, type MeetingPage } from '../../src/ui/kit/route.ts';
import { takeInText } from '../../src/commands/intake/takeInText.ts';
import type { Run } from '../../src/commands/plan.ts';
import type { Workplace } from '../../src/commands/workplace.ts';
import { createGraph, type Graph } from '../../src/graph/client.ts';
import { findByICalUId } from '../../src/graph/events.ts';
import type { Host } from '../../src/host/host.ts';
import { createStore } from '../../src/storage/createStore.ts';
import type { Store } from '../../src/storage/store.ts';
import { everyScope, type House } from './theHouse.ts';

/** A meeting whose agenda is in the invitation already: what a journey begins with that is about something else. */
export interface MeetingAtHand {
  readonly board: Board;
  /** The secretary's copy. */
  readonly event: CalendarEvent;
  readonly file: MeetingFile;
  /** The meeting as it stands now. */
  read(): Promise<MeetingFile>;
  /** The address of one of its pages in Teams' personal tab, where nobody has to sign in by hand. */
  inTeams(person: string, page: MeetingPage): string;
}

/** What is kept about meetings, as this person may read and write it; without a browser. */
export function storeOf(house: House, person: string): Store {
  return createStore(graphOf(house, person));
}

/**
 * Prepares the executive board's site and puts a programme in its next meeting, as the app itself does it, in a second
 * rather than through the pane in twenty. `decisions` gives every item but the first a decision; `subject` chooses another of the secretary's meetings.
 */
export async function meetingAtHand(house: House, programme: string, { decisions = false, subject = 'Direktionsmøde' } = {}): Promise<MeetingAtHand> {
  const secretary = 'ulla.skarvad';
  const store = storeOf(house, secretary);
  const team = (await store.teams()).find(({ name }) => name === 'Direktionen');
  if (!team) throw new Error('The fixture has no Direktionen');
  const board = await store.prepareBoard(team, () => undefined);
  const event = await nextMeeting(house, secretary, subject);
  const { agenda } = await takeInText(programme, () => crypto.randomUUID());
  const order = { event, board, agenda, treatments: [], base: [], via: 'graph' as const, seen: null };
  const file = await attach(workplaceOf(house, store), order, atOnce);
  for (const { id: itemId, openness } of decisions ? agenda.items.slice(1) : []) {
    const decision = { itemId, openness, outcome: 'discussed' as const, decision: 'Drøftet.', publicDecision: '', notTreated: false };
    await store.putTreatment(file.pointer, null, decision);
  }
  return {
    board,
    event,
    file,
    read: () => store.openMeeting(file.pointer),
    inTeams: (person, page) => teamsPage(house, person, printRoute({ page, pointer: file.pointer })),
  };
}

/** Teams' personal tab of the app at an address inside it ("#/m?s=…"). */
export function teamsPage(house: House, person: string, address: string): string {
  const query = new URLSearchParams({ user: `${person}@fjordby.example`, view: 'app', sub: address.replace(/^#/, '') });
  return `${house.addresses.teams}?${query}`;
}

/** A person's own copy of the next meeting with this subject. */
export async function nextMeeting(house: House, person: string, subject: string): Promise<CalendarEvent> {
  const now = Date.now();
  const events = await storeOf(house, person).myEvents(new Date(now), new Date(now + 30 * 86_400_000));
  const event = events.sort((a, b) => a.start.localeCompare(b.start)).find((each) => each.subject === subject);
  if (!event) throw new Error(`${person} has no coming meeting called ${subject}`);
  return event;
}

/** The series of a person's meetings with this subject, as Outlook opens it from any of them. */
export async function seriesOf(house: House, person: string, subject: string): Promise<Pick<CalendarEvent, 'id'>> {
  const { iCalUId } = await nextMeeting(house, person, subject);
  const master = (await findByICalUId(graphOf(house, person), iCalUId)).find(({ type }) => type === 'seriesMaster');
  if (!master) throw new Error(`${subject} is no series`);
  return master;
}

/** Outlook's page at a person's copy of a meeting, with the app's pane open. */
export function outlookPage(house: House, person: string, event: Pick<CalendarEvent, 'id'>): string {
  const query = new URLSearchParams({ user: `${person}@fjordby.example`, event: event.id, pane: 'app' });
  return `${house.addresses.outlook}?${query}`;
}

function graphOf(house: House, person: string): Graph {
  return createGraph({ baseUrl: house.addresses.graph, token: () => house.tokenFor(person, everyScope), fetch: house.fetch, timeLimit: 600 });
}

/** Nobody to tell, and nothing to keep. */
const atOnce: Run<string, unknown> = {
  steps: {
    take: async (_step, action) => void (await action()),
    cutOff: () => false,
    begun: () => false,
    skip: () => undefined,
    settle: () => undefined,
  },
  tell: () => undefined,
};

function workplaceOf(house: House, store: Store): Workplace {
  const host: Pick<Host, 'invitation'> = { invitation: null };
  return {
    // Attaching asks the host for an open form only.
    host: host as Host,
    store,
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
    language: 'da',
    appOrigin: house.appOrigin,
    adminConsentLink: '',
  };
}
