import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Commands } from '../../src/commands/commands.ts';
import { newItem, type Agenda } from '../../src/meeting/agenda.ts';
import { clockAt } from '../../src/meeting/clock.ts';
import { asItemId, type ItemId } from '../../src/meeting/ids.ts';
import type { Board, CalendarEvent, MeetingPointer, Person } from '../../src/meeting/meeting.ts';
import { plainProfile } from '../../src/meeting/profile.ts';
import { emptyDevices, giveLocks, Place } from './device.ts';
import { markerOf } from './ledger.ts';
import { beginTime, here, MORNING, next, nowIs, settle, takeOverTime } from './time.ts';
import { Town } from './town.ts';

/** The board, the event and the agenda that every history is about. */
export interface Scene {
  readonly town: Town;
  readonly board: Board;
  readonly pointer: MeetingPointer;
  readonly eventId: string;
  readonly event: CalendarEvent;
  readonly agenda: Agenda;
}

const MOST_EVENTS = 200_000;
const TITLE = 'Direktionsmøde i stormvejr';

const id = (n: number): ItemId => asItemId(`punkt-${n}`);
const text = (n: number) => [{ role: 'text' as const, heading: null, text: `Sagen om ${markerOf(`i${n}`, 'x')}.` }];
const titled = (n: number, words: string) => ({ title: `${words} ${markerOf(`i${n}`, 't')}`, number: String(n + 1), sections: text(n) });

/** Five items: the second has one under it, the fourth is closed from the start. */
const agenda: Agenda = {
  title: TITLE,
  date: '2026-09-15',
  endDate: null,
  start: clockAt(540),
  end: clockAt(660),
  location: null,
  chair: null,
  items: [
    newItem(id(0), titled(0, 'Nyt')),
    newItem(id(1), titled(1, 'Ledelse på Vej og Park')),
    newItem(id(2), { ...titled(2, 'Tidsplan'), parentId: id(1) }),
    newItem(id(3), { ...titled(3, 'Personsag'), openness: 'closed' }),
    newItem(id(4), titled(4, 'Eventuelt')),
  ],
};

/** Runs until this is done, and no further. */
export async function drive<Result>(work: Promise<Result>): Promise<Result> {
  let ended = false;
  const end = work.then(
    () => void (ended = true),
    () => void (ended = true),
  );
  while (!ended) {
    if (await next()) continue;
    await settle();
    if (!ended) throw new Error('Nothing happens any more, and it is not done');
  }
  await end;
  return work;
}

/** Prepares the town once for all histories: the site made ready, the meeting called, and, in the second of the two, the agenda attached. */
export async function prepareScene(): Promise<Scene> {
  beginTime(MORNING - 3_600_000, 0);
  const town = await Town.open();
  takeOverTime();
  giveLocks();
  emptyDevices();
  await fetchEverything();
  const place = new Place('ulla', town, { seed: 0, faults: [] });
  const pane = await drive(place.open());
  const begun = <Result>(work: (commands: Commands) => Promise<Result>): Promise<Result> => drive(here.run(pane, () => work(pane.commands)));
  const team = (await begun(({ board }) => board.listBoards())).find(({ name }) => name === 'Direktionen');
  if (!team) throw new Error('The fixture has no board');
  const board = await begun((commands) => commands.board.prepareBoard(team.teamId, () => undefined));
  const eventId = await callMeeting(town);
  const { event } = await begun(({ find }) => find.findEvent(eventId));
  if (!event) throw new Error('The meeting was not called');
  await begun((commands) => commands.profile.saveRules(board, plainProfile.rules, { ...plainProfile.rules, approval: 'signatures' }));
  town.keep('bare');
  const file = await begun((commands) => commands.agenda.attachAgenda({ event, board, agenda }, () => undefined));
  town.keep('attached');
  await decideAll(begun, file.pointer);
  town.keep('decided_all');
  await makeChair(begun, town, board);
  town.keep('decided_chair');
  await warmUp(begun, file.pointer);
  return { town, board, pointer: file.pointer, eventId, event, agenda };
}

/** What the app fetches when it is first needed is fetched now: a file is read in real time, which no history may wait for. */
async function fetchEverything(): Promise<void> {
  const source = join(import.meta.dirname, '..', '..', 'src');
  for (const room of ['commands', 'storage', 'exporters']) {
    for (const file of readdirSync(join(source, room), { recursive: true, encoding: 'utf8' })) {
      if (file.endsWith('.ts') && !file.startsWith('intake')) await import(pathToFileURL(join(source, room, file)).href);
    }
  }
}

/** Every item has an outcome, and no decision yet. */
async function decideAll(begun: <Result>(work: (commands: Commands) => Promise<Result>) => Promise<Result>, pointer: MeetingPointer): Promise<void> {
  const file = await begun(({ find }) => find.openMeeting(pointer));
  for (const { id: itemId, openness } of file.agenda.items) {
    const treatment = { itemId, openness, outcome: 'approved', decision: '', publicDecision: '', notTreated: false } as const;
    await begun(({ minutes }) => minutes.recordTreatment(file, treatment));
  }
}

/** Everything is done once, so that all that is made ready at its first use is ready. */
async function warmUp(begun: <Result>(work: (commands: Commands) => Promise<Result>) => Promise<Result>, pointer: MeetingPointer): Promise<void> {
  const open = () => begun(({ find }) => find.openMeeting(pointer));
  const file = await open();
  const apology = await begun((commands) =>
    commands.apology.sendApology({ file, event: null, scope: { kind: 'meeting' }, substitute: null, message: '' }),
  );
  await begun((commands) => commands.apology.withdrawApology(file, apology));
  const ready = await open();
  await begun(({ publish }) => publish.previewPublication(ready));
  await begun(({ publish }) => publish.publishMinutes(ready, () => undefined));
  await begun(({ approval }) => approval.sendToReview(ready, [], null));
}

/** Asger approves the minutes alone. */
async function makeChair(begun: <Result>(work: (commands: Commands) => Promise<Result>) => Promise<Result>, town: Town, board: Board): Promise<void> {
  const rules = { ...plainProfile.rules, approval: 'signatures' as const };
  const chair = { person: asPerson(town, 'asger.moelbjerg'), roles: ['chair'] as const, votes: true, party: null, substitute: null };
  await begun((commands) => commands.profile.saveMember(board, null, chair));
  await begun((commands) => commands.profile.saveRules(board, rules, { ...rules, approval: 'chair' }));
}

/** Somebody as they are listed. */
export function asPerson(town: Town, who: string): Person & { readonly id: string } {
  const { id, displayName, upn } = town.person(who);
  return { id, name: displayName, email: upn };
}

/** Runs until nothing waits any more, for an hour of the storm's clock at most. */
export async function untilQuiet(): Promise<void> {
  const until = nowIs() + 3_600_000;
  for (let events = 0; events < MOST_EVENTS; events += 1) if (!(await next(until))) return;
  throw new Error('It never comes to rest');
}

async function callMeeting(town: Town): Promise<string> {
  const time = (hour: string) => ({ dateTime: `2026-09-15T${hour}:00:00`, timeZone: 'Europe/Copenhagen' });
  const attendee = (address: string, name: string) => ({ type: 'required', emailAddress: { address: `${address}@fjordby.example`, name } });
  const body = {
    subject: TITLE,
    start: time('09'),
    end: time('11'),
    isOnlineMeeting: true,
    onlineMeetingProvider: 'teamsForBusiness',
    attendees: [attendee('ane.kratholm', 'Ane Kratholm'), attendee('asger.moelbjerg', 'Asger Mølbjerg'), attendee('freja.damsbo', 'Freja Damsbo')],
  };
  const answer = await town.answer({
    who: 'ulla.skarvad',
    scopes: ['Calendars.ReadWrite'],
    method: 'POST',
    target: '/me/events',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    sentAt: MORNING,
  });
  const made = answer?.body as { id?: string } | undefined;
  if (made?.id === undefined) throw new Error(`The meeting could not be called: ${JSON.stringify(answer)}`);
  return made.id;
}
