import { isFailure, isPassing } from '../../src/meeting/errors.ts';
import { acting, emptyDevices, Place } from './device.ts';
import { DEVICES, type Act, type Device, type History } from './history.ts';
import { judged, type Fault } from './judge.ts';
import { Ledger, newPress, type Press } from './ledger.ts';
import { Outsider } from './outsider.ts';
import { NothingToPress, pressButton } from './press.ts';
import { drive, untilQuiet, type Scene } from './scene.ts';
import { after, beginTime, here, MORNING, nowIs, passTo, sleep } from './time.ts';
import type { Weather } from './wire.ts';

/** What a history came to. */
export interface Outcome {
  readonly faults: readonly Fault[];
  readonly presses: readonly Press[];
  readonly requests: number;
  /** Told in words of what happened, for whoever looks for the cause. */
  readonly story: readonly string[];
}

export interface Played {
  readonly scene: Scene;
  readonly ledger: Ledger;
  readonly outsider: Outsider;
  readonly places: ReadonlyMap<Device, Place>;
  readonly weather: Weather;
  readonly begins: History['begins'];
  readonly rule: History['rule'];
  /** What was done although a newer act had undone it. */
  readonly tooLate: readonly string[];
  /** What was found on a device after signing out. */
  readonly leftBehind: string[];
  readonly story: string[];
}

/** A person looks at the screen for so long before pressing the next thing, done or not. */
const PATIENCE = 2_000;

/** Plays a history in the prepared town, lets everything come to rest, and judges. The same history always comes to the same. */
export async function play(scene: Scene, history: History): Promise<Outcome> {
  const { town } = scene;
  town.restore(history.rule === undefined ? history.begins : `decided_${history.rule}`);
  beginTime(MORNING, history.seed);
  emptyDevices();
  const ledger = new Ledger(scene.agenda.items);
  const tooLate: string[] = [];
  for (const { id, title, sections } of scene.agenda.items) {
    for (const marker of `${title} ${sections[0]?.text ?? ''}`.match(/zq\w+?q/g) ?? []) ledger.own(marker, id);
  }
  const outsider = new Outsider(town, ledger, scene.board, scene.event);
  const weather: Weather = { seed: history.seed, faults: history.faults };
  const places = new Map(DEVICES.map((device) => [device, new Place(device, town, weather)]));
  const played: Played = { scene, ledger, outsider, places, weather, begins: history.begins, rule: history.rule, tooLate, leftBehind: [], story: [] };
  town.onWrite = async (written) => {
    await outsider.look(written);
    if (/\/decline$/.test(written.target) && ledger.hasWithdrawn(written.who.slice(0, written.who.indexOf('@')), written.sentAt)) {
      tooLate.push('the meeting is declined although the apology was withdrawn before');
    }
  };
  await drive(outsider.begin());
  await drive(Promise.all(DEVICES.map((device) => live(played, device, history.acts))));
  await comeToRest(played);
  const faults = await judged(played);
  town.onWrite = async () => undefined;
  return { faults, presses: ledger.presses, requests: town.requests, story: played.story };
}

/** One person's acts on one device, one after another. */
async function live(played: Played, device: Device, acts: readonly Act[]): Promise<void> {
  const place = placeOf(played, device);
  for (const [index, act] of acts.entries()) {
    if (act.device !== device) continue;
    await sleep(MORNING + act.at - nowIs());
    // Nobody presses anything on a machine that sleeps.
    if (place.asleep && place.wakesAt - nowIs() > 600_000) return;
    while (place.asleep) await sleep(5_000);
    if (act.verb === 'sleep') fallAsleep(played, place, act);
    else if (act.verb === 'kill') {
      tell(played, `${device}: the pane is closed`);
      place.kill(act.other ? 'other' : 'first');
    } else if (act.verb === 'signOut') await signOut(played, place);
    else await Promise.race([doAct(played, place, act, index), sleep(PATIENCE)]);
  }
}

function placeOf({ places }: Played, device: Device): Place {
  const place = places.get(device);
  if (!place) throw new Error(`There is no ${device}`);
  return place;
}

function tell({ story }: Played, words: string): void {
  story.push(`${((nowIs() - MORNING) / 1000).toFixed(2)} s  ${words}`);
}

function fallAsleep(played: Played, place: Place, { minutes = 1 }: Act): void {
  if (place.asleep) return;
  tell(played, `${place.name}: sleeps for ${minutes} minutes`);
  place.sleep(nowIs() + minutes * 60_000);
  // Longer than the storm lasts: it wakes when the storm is over (comeToRest).
  if (minutes > 10) return;
  after(
    minutes * 60_000,
    () => {
      tell(played, `${place.name}: wakes`);
      place.wake();
    },
    null,
  );
}

async function signOut(played: Played, place: Place): Promise<void> {
  const pane = await place.open();
  const kept = await place.kept();
  await Promise.race([here.run(pane, () => pane.commands.session.forgetMe()), sleep(10_000)]);
  const gone = new Set(kept.map(({ id }) => id));
  for (const press of played.ledger.of(place.name)) if (press.fate === 'running' || press.orders.some((id) => gone.has(id))) press.forgotten = true;
  place.kill();
  place.signedOut = true;
  tell(played, `${place.name}: signed out with ${kept.length} orders waiting`);
}

async function doAct(played: Played, place: Place, act: Act, index: number): Promise<void> {
  const press = newPress(act, index);
  played.ledger.presses.push(press);
  const pane = await place.open(act.other);
  const { scene, ledger } = played;
  const name = `${place.name}: ${act.verb}${act.item === undefined ? '' : ` item ${act.item}`}${act.stale ? ' from an old screen' : ''}${act.other ? ' in the other pane' : ''} (#${index})`;
  try {
    await acting.run(press, () => here.run(pane, () => pressButton({ scene, ledger, pane, press })));
    press.fate = 'acked';
    press.toldAt = nowIs();
    played.outsider.judge();
  } catch (error) {
    press.told = error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 160) : String(error);
    press.toldAt = nowIs();
    if (error instanceof NothingToPress) press.fate = 'skipped';
    else if (press.pressedAt === 0) press.fate = 'skipped';
    else if (isPassing(error) && press.orders.length > 0) press.fate = 'kept';
    else press.fate = 'refused';
    press.unnamed = !(error instanceof NothingToPress) && !isFailure(error);
  }
  tell(played, `${name} pressed ${((press.pressedAt - MORNING) / 1000).toFixed(2)}: ${press.fate} ${press.told}`);
}

/** The weather is fine, everybody is awake and presses "try again", until nothing happens any more. */
async function comeToRest(played: Played): Promise<void> {
  tell(played, 'the storm is over');
  played.weather.faults = [];
  await untilQuiet();
  for (const place of played.places.values()) {
    if (place.signedOut && !place.isOpen) played.leftBehind.push(...(await drive(place.kept())).map(({ command }) => command));
  }
  for (const place of [...played.places.values()].sort((a, b) => a.wakesAt - b.wakesAt)) {
    if (!place.asleep) continue;
    passTo(place.wakesAt);
    tell(played, `${place.name}: wakes`);
    place.wake();
    await untilQuiet();
  }
  for (let round = 0; round < 3; round += 1) {
    for (const place of played.places.values()) {
      if (round === 1) place.kill();
      const pane = await drive(place.open());
      await drive(here.run(pane, () => pane.commands.outbox.retry()));
    }
    await untilQuiet();
  }
}
