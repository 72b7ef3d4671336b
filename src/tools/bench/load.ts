// The moment an invitation goes out: 60 people apologise within ten seconds while 40 open the agenda within three, all under one app id and all of
// SharePoint's limits. Real commands over HTTP against the embedded tenant, one client with its own device per person, waits by the clock.
import { setTimeout as delay } from 'node:timers/promises';
import { agendaOf, at } from '../../../test/meeting/agendas.ts';
import { pauseByClock } from '../../graph/middleware/retry.ts';
import { isFailure } from '../../meeting/errors.ts';
import { asItemId } from '../../meeting/ids.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { startCrowd, type Crowd, type LoggedRequest, type Somebody } from './crowd/crowd.ts';

const APOLOGIES = { count: 60, withinMs: 10_000 };
const OPENINGS = { count: 40, withinMs: 3_000 };
/** So long is waited for what is still on its way, in milliseconds. */
const PATIENCE = 150_000;

/** `npm run bench -- load`: units an opening costs, when the last apology is stored, how long a reader waits, and how often anybody is put off. */
export async function run(): Promise<void> {
  await played('those who apologise have the meeting open', true);
  await played('those who apologise open it first, on a device that has never seen it', false);
}

async function played(what: string, isOpen: boolean): Promise<void> {
  console.log(`\n  ${what}`);
  const crowd = await startCrowd();
  try {
    const eventOf = await attachedMeeting(crowd);
    const guests = crowd.guests.slice(0, APOLOGIES.count + OPENINGS.count);
    const [sorry, readers] = [guests.slice(0, APOLOGIES.count), guests.slice(APOLOGIES.count)];
    const waits: number[] = [];
    const visits = await Promise.all(sorry.map((guest) => visitOf(crowd, guest, { eventId: eventOf(guest), isOpen, waits })));
    await crowd.enforceLimits();
    await crowd.emptyLog();
    const began = Date.now();
    const pressing = visits.map(async (press, place) => {
      await delay((APOLOGIES.withinMs * place) / APOLOGIES.count);
      await press();
    });
    const reading = readers.map(async (guest, place) => {
      await delay((OPENINGS.withinMs * place) / OPENINGS.count);
      const { ms } = await opened(crowd, guest, eventOf(guest));
      waits.push(ms);
    });
    await Promise.all([...pressing, ...reading]);
    const log = await storedAll(crowd, began);
    tell(log, { began, waits, sorry, readers });
  } finally {
    crowd.stop();
  }
}

/** The secretary's meeting with its agenda and a closed item, and the event id each guest has of it. */
async function attachedMeeting(crowd: Crowd): Promise<(guest: Somebody) => string> {
  const ulla = await crowd.as(crowd.secretary);
  const board = await ulla.board.prepareBoard(crowd.teamId, () => undefined);
  const id = await crowd.invite(crowd.guests);
  const { event } = await ulla.find.findEvent(id);
  if (event === null) throw new Error('The secretary has no such event.');
  const plain = agendaOf(['1 Nyt @09.00-09.20', '2 Budget', '3 [lukket] Ansættelse', '4 Eventuelt'], { start: at('09.00'), title: 'Stort møde' });
  const agenda = { ...plain, items: plain.items.map((item) => ({ ...item, id: asItemId(`load/${item.id}`) })) };
  await ulla.agenda.attachAgenda({ event, board, agenda }, () => undefined);
  const copies = new Map(await Promise.all(crowd.guests.map(async (guest) => [guest.id, await crowd.copyOf(guest, event.iCalUId)] as const)));
  return (guest) => copies.get(guest.id) ?? '';
}

interface Visit {
  readonly eventId: string;
  readonly isOpen: boolean;
  /** How long each opening within the time that counts took, in milliseconds. */
  readonly waits: number[];
}

/** Opens the meeting beforehand or not, and gives the press of the button. */
async function visitOf(crowd: Crowd, guest: Somebody, { eventId, isOpen, waits }: Visit): Promise<() => Promise<void>> {
  const before = isOpen ? await opened(crowd, guest, eventId) : null;
  return async () => {
    const { commands, event, file, ms } = before ?? (await opened(crowd, guest, eventId));
    if (before === null) waits.push(ms);
    await commands.apology
      .sendApology({ file, event, scope: { kind: 'meeting' }, substitute: null, message: '' })
      // Kept in the outbox, which sends it by itself.
      .catch((error: unknown) => {
        if (!isFailure(error, 'Throttled')) throw error;
      });
  };
}

/** As a pane does it: the event, then the meeting; who is told to wait presses again when the time is over. */
async function opened(crowd: Crowd, guest: Somebody, eventId: string) {
  const commands = await crowd.as(guest, { kind: 'event', eventId });
  const began = performance.now();
  for (;;) {
    try {
      const { event, pointer } = await commands.find.findMeeting();
      if (pointer === null) throw new Error('The invitation leads to no agenda.');
      const file: MeetingFile = await commands.find.openMeeting(pointer);
      return { commands, event, file, ms: performance.now() - began };
    } catch (error) {
      if (!isFailure(error, 'Throttled')) throw error;
      await pauseByClock(error.retryAfter ?? 1);
    }
  }
}

const isStored = ({ method, path, status }: LoggedRequest): boolean =>
  (method === 'POST' || method === 'PATCH') && path.includes('DagsordenAfbud') && status < 300;

/** The log when every apology is stored. */
async function storedAll(crowd: Crowd, began: number): Promise<readonly LoggedRequest[]> {
  for (;;) {
    const log = await crowd.log();
    if (log.filter(isStored).length >= APOLOGIES.count || Date.now() - began > PATIENCE) return log;
    await delay(500);
  }
}

interface Played {
  readonly began: number;
  readonly waits: readonly number[];
  readonly sorry: readonly Somebody[];
  readonly readers: readonly Somebody[];
}

function tell(log: readonly LoggedRequest[], { began, waits, sorry, readers }: Played): void {
  const inLists = log.filter(({ path }) => path.startsWith('/sites/'));
  const unitsOf = (people: readonly Somebody[]) =>
    people.map(({ email }) => sum(inLists.filter(({ user }) => user === email).map((each) => each.requestCharge)));
  const putOff = (people: readonly Somebody[]) =>
    people.map(({ email }) => log.filter(({ user, status }) => user === email && status === 429).length);
  const stored = log.filter(isStored);
  line('resource units, all', String(sum(inLists.map((each) => each.requestCharge))), '1,250 a minute');
  line('units a reader’s opening, most', String(Math.max(...unitsOf(readers))), 'aim ≤ 12');
  line('units a visit that apologises, most', String(Math.max(...unitsOf(sorry))), '');
  line('apologies stored', `${stored.length} of ${APOLOGIES.count}`, '');
  line('last apology stored', `${((Date.parse(stored.at(-1)?.time ?? '') - began) / 1000).toFixed(1)} s`, 'aim ≤ 20 s');
  line('longest wait for the agenda', `${(Math.max(...waits) / 1000).toFixed(1)} s`, `${waits.filter((each) => each > 5_000).length} wait over 5 s`);
  line('readers put off', `${putOff(readers).filter((times) => times > 0).length}`, 'aim 0');
  line('people who apologise put off', `${putOff(sorry).filter((times) => times > 0).length}, at most ${Math.max(...putOff(sorry))} times`, '');
  line('writes that met (409)', String(log.filter(({ status }) => status === 409).length), '');
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

function line(what: string, value: string, aim: string): void {
  console.log(`  ${what.padEnd(56)} ${value.padStart(20)}   ${aim}`);
}
