import { isClosed, newItem, type AgendaItem } from '../../src/meeting/agenda.ts';
import { asItemId } from '../../src/meeting/ids.ts';
import { standingOf } from '../../src/meeting/apologies.ts';
import { missingOutcomes } from '../../src/meeting/minutes.ts';
import type { MeetingFile, Treatment } from '../../src/meeting/meeting.ts';
import type { Pane } from './device.ts';
import type { Verb } from './history.ts';
import { markerOf, type Ledger, type Press } from './ledger.ts';
import { approvalWays } from './pressApproval.ts';
import { besideWays } from './pressBeside.ts';
import type { Scene } from './scene.ts';
import { nowIs } from './time.ts';

/** There is nothing to press: no such item on the screen, or it is that way already. */
export class NothingToPress extends Error {}

export interface Pressing {
  readonly scene: Scene;
  readonly ledger: Ledger;
  readonly pane: Pane;
  readonly press: Press;
}

export type Way = (pressing: Pressing, file: MeetingFile) => Promise<unknown>;

/** Opens what is to be pressed from, and presses it. Resolves when the person is told that it is done; rejects with what they are told. */
export async function pressButton(pressing: Pressing): Promise<void> {
  const { scene, pane, press } = pressing;
  const { verb, stale } = press.act;
  if (verb === 'attach' && pane.shown === null && (await isBare(pressing))) return attachFirst(pressing);
  const file = stale && pane.shown ? pane.shown : await pane.commands.find.openMeeting(scene.pointer);
  pane.shown = file;
  const way = ways()[verb];
  if (way === undefined) throw new NothingToPress(verb);
  const result = await way(pressing, file);
  if (isFile(result)) pane.shown = result;
}

const isFile = (result: unknown): result is MeetingFile => typeof result === 'object' && result !== null && 'agenda' in result;

export function now(press: Press): void {
  press.pressedAt = nowIs();
}

async function isBare({ scene, pane }: Pressing): Promise<boolean> {
  return (await pane.commands.find.findEvent(scene.eventId)).pointer === null;
}

async function attachFirst({ scene, pane, press }: Pressing): Promise<void> {
  const { event } = await pane.commands.find.findEvent(scene.eventId);
  if (!event) throw new NothingToPress('The event is gone');
  now(press);
  pane.shown = await pane.commands.agenda.attachAgenda({ event, board: scene.board, agenda: scene.agenda }, () => undefined);
}

export function itemOf({ press, scene }: Pressing, file: MeetingFile): AgendaItem {
  const wanted = scene.agenda.items[press.act.item ?? 0]?.id;
  const item = file.agenda.items.find(({ id }) => id === wanted);
  if (!item || (isClosed(file.agenda.items, item) && file.closedAccess !== 'yes')) throw new NothingToPress('There is no such item to be seen');
  press.item = item.id;
  return item;
}

/** A word for this act, which belongs to the item. */
export function word({ press, ledger }: Pressing, kind: string, item: AgendaItem | null): string {
  const marker = markerOf(press.index, kind);
  ledger.own(marker, item?.id ?? null);
  return marker;
}

const lineMore = (text: string, marker: string): string => `${text}\n\nOg ${marker}.`;

const attach: Way = async (pressing, file) => {
  const { scene, pane, press } = pressing;
  const item = itemOf(pressing, file);
  press.base = item.title;
  const changed = { ...item, title: `Revideret ${word(pressing, 't', item)}` };
  return revise(
    pressing,
    file,
    file.agenda.items.map((each) => (each.id === item.id ? changed : each)),
    { scene, pane },
  );
};

const add: Way = async (pressing, file) => {
  const above = itemOf(pressing, file);
  if (above.parentId !== null) throw new NothingToPress('It is under another itself');
  const id = asItemId(`punkt-ny-${pressing.press.index}`);
  pressing.ledger.add(id, above.id);
  pressing.press.item = id;
  const marker = markerOf(pressing.press.index, 't');
  pressing.ledger.own(marker, id);
  const { items } = file.agenda;
  const place = items.findLastIndex((each) => each.id === above.id || each.parentId === above.id) + 1;
  const added = newItem(id, { title: `Tilføjet ${marker}`, parentId: above.id });
  return revise(pressing, file, [...items.slice(0, place), added, ...items.slice(place)], pressing);
};

const shut: Way = async (pressing, file) => {
  const item = itemOf(pressing, file);
  if (item.openness === 'closed') throw new NothingToPress('It is closed');
  const closed = { ...item, openness: 'closed' as const };
  return revise(
    pressing,
    file,
    file.agenda.items.map((each) => (each.id === item.id ? closed : each)),
    pressing,
  );
};

const move: Way = async (pressing, file) => {
  const item = itemOf(pressing, file);
  const isOfIt = (each: AgendaItem): boolean => each.id === item.id || each.parentId === item.id;
  if (item.parentId !== null) throw new NothingToPress('It stays under its item');
  const { items } = file.agenda;
  return revise(pressing, file, [...items.filter((each) => !isOfIt(each)), ...items.filter(isOfIt)], pressing);
};

async function revise(
  { press }: Pressing,
  file: MeetingFile,
  items: readonly AgendaItem[],
  { scene, pane }: Pick<Pressing, 'scene' | 'pane'>,
): Promise<MeetingFile> {
  const { event } = await pane.commands.find.findEvent(scene.eventId);
  if (!event) throw new NothingToPress('The event is gone');
  now(press);
  const order = { event, board: scene.board, agenda: { ...file.agenda, items }, base: file.agenda.items };
  return pane.commands.agenda.attachAgenda(order, () => undefined);
}

const edit: Way = async (pressing, file) => {
  const item = itemOf(pressing, file);
  pressing.press.base = item.title;
  now(pressing.press);
  return pressing.pane.commands.agenda.changeItem(file, item, { ...item, title: `Rettet ${word(pressing, 't', item)}` });
};

const write: Way = async (pressing, file) => {
  const item = itemOf(pressing, file);
  const [first, ...rest] = item.sections;
  const section = first ?? { role: 'text' as const, heading: null, text: '' };
  now(pressing.press);
  const sections = [{ ...section, text: lineMore(section.text, word(pressing, 'x', item)) }, ...rest];
  return pressing.pane.commands.agenda.changeItem(file, item, { ...item, sections });
};

const close: Way = async (pressing, file) => {
  const item = itemOf(pressing, file);
  if (item.openness === 'closed') throw new NothingToPress('It is closed');
  now(pressing.press);
  return pressing.pane.commands.agenda.closeItem(file, item.id, null);
};

const open: Way = async (pressing, file) => {
  const item = itemOf(pressing, file);
  if (item.openness === 'open') throw new NothingToPress('It is open');
  now(pressing.press);
  return pressing.pane.commands.agenda.changeItem(file, item, { ...item, openness: 'open' });
};

const decide: Way = async (pressing, file) => {
  const item = itemOf(pressing, file);
  const before = treatmentOf(file, item);
  now(pressing.press);
  return record(pressing, file, { ...before, outcome: 'approved', decision: lineMore(before.decision, word(pressing, 'd', item)) });
};

export function treatmentOf(file: MeetingFile, item: AgendaItem): Treatment {
  const openness = isClosed(file.agenda.items, item) ? 'closed' : 'open';
  const found = file.treatments.find(({ itemId }) => itemId === item.id);
  return found ? { ...found, openness } : { itemId: item.id, openness, outcome: null, decision: '', publicDecision: '', notTreated: false };
}

export async function record({ pane }: Pressing, file: MeetingFile, treatment: Treatment): Promise<void> {
  await pane.commands.minutes.recordTreatment(file, treatment);
  pane.shown = { ...file, treatments: [...file.treatments.filter(({ itemId }) => itemId !== treatment.itemId), treatment] };
}

const apologise: Way = async (pressing, file) => {
  const { pane, press } = pressing;
  const event = await pane.commands.find.findMyEvent(file);
  const message = markerOf(press.index, 'm');
  pressing.ledger.own(message, null);
  now(press);
  const substitute = `Vikar ${markerOf(press.index, 's')}`;
  await pane.commands.apology.sendApology({ file, event, scope: { kind: 'meeting' }, substitute, message: `Til Ulla: ${message}` });
};

const withdraw: Way = async (pressing, file) => {
  const { pane, press, scene } = pressing;
  const mine = standingOf(file.apologies, { id: scene.town.person(pane.who).id, email: null });
  if (!mine) throw new NothingToPress('There is no apology');
  now(press);
  await pane.commands.apology.withdrawApology(file, mine);
};

/** Gives every item an outcome that has none, and opens again. */
export async function withOutcomes(pressing: Pressing, file: MeetingFile): Promise<MeetingFile> {
  const { pane, scene } = pressing;
  for (const id of missingOutcomes(file.agenda, file.treatments)) {
    const item = file.agenda.items.find((each) => each.id === id);
    if (item) await record(pressing, file, { ...treatmentOf(file, item), outcome: 'approved' });
  }
  const current = await pane.commands.find.openMeeting(scene.pointer);
  pane.shown = current;
  if (missingOutcomes(current.agenda, current.treatments).length > 0) throw new NothingToPress('Something has no outcome yet');
  return current;
}

const publish: Way = async (pressing, file) => {
  const { pane, press } = pressing;
  const current = await withOutcomes(pressing, file);
  press.lines = current.agenda.items.length;
  now(press);
  const log = await pane.commands.publish.publishMinutes(current, () => undefined);
  press.told = log.map((line) => `${line.target} ${line.state}`).join(', ');
};

const ways = (): Partial<Record<Verb, Way>> => ({
  attach,
  edit,
  write,
  move,
  add,
  close,
  shut,
  open,
  apologise,
  withdraw,
  decide,
  publish,
  ...approvalWays,
  ...besideWays,
});
