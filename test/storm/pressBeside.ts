import type { FollowUp } from '../../src/meeting/followUp.ts';
import { callsFor, stands, type SubstituteCall } from '../../src/meeting/substitutes.ts';
import { standingOf } from '../../src/meeting/apologies.ts';
import type { Verb } from './history.ts';
import { markerOf, markersIn } from './ledger.ts';
import { itemOf, NothingToPress, now, word, type Pressing, type Way } from './press.ts';
import { asPerson } from './scene.ts';

/** Who stands in: Ane for Asger, and for Ane somebody who is not invited. */
export const STAND_INS = [
  { member: 'asger.moelbjerg', standIn: 'ane.kratholm' },
  { member: 'ane.kratholm', standIn: 'torkil.baekhoej' },
] as const;

const rollCall = ({ pane }: Pressing) => pane.commands.attendance.rollCall();

/** Somebody comes who is on no list. */
const note: Way = async (pressing, file) => {
  const { press } = pressing;
  const verbs = await rollCall(pressing);
  const { notes } = await verbs.readPresence(file);
  const person = { id: null, name: `Gæst ${markerOf(press.index, 'p')}`, email: null };
  const made = verbs.presenceNote(notes, { person, kind: 'present', guest: true });
  press.rows.push(made.id);
  now(press);
  await verbs.keepPresence(file, [made]);
};

/** Who is recused from an item says what it is about. */
const recuse: Way = async (pressing, file) => {
  const { press } = pressing;
  const item = itemOf(pressing, file);
  const verbs = await rollCall(pressing);
  const { notes } = await verbs.readPresence(file);
  const person = { id: null, name: `Inhabil ${word(pressing, 'h', item)}`, email: null };
  const made = verbs.presenceNote(notes, { person, kind: 'recused', itemId: item.id });
  press.rows.push(made.id);
  now(press);
  await verbs.keepPresence(file, [made]);
};

const follow: Way = async (pressing, file) => {
  const item = itemOf(pressing, file);
  const followUps = await pressing.pane.commands.followUp();
  now(pressing.press);
  const what = `Følg op ${word(pressing, 'f', item)}`;
  await followUps.addFollowUp(file, item, { what, owner: null, due: null, decision: null });
};

const settle: Way = async (pressing, file) => {
  const { pane, press } = pressing;
  const item = itemOf(pressing, file);
  const verbs = await pane.commands.followUp();
  const { followUps } = await verbs.ofMeeting(file);
  const one = followUps.find(({ itemId }: FollowUp) => itemId === item.id);
  if (!one) throw new NothingToPress('Nothing is to be done');
  const state = press.index % 2 === 0 ? 'done' : 'dropped';
  if (one.state === state) throw new NothingToPress('It is that way');
  press.about = markersIn(one.what)[0] ?? '';
  press.wants = state;
  now(press);
  const { siteId, closedSiteId } = pressing.scene.board;
  await verbs.settle({ siteId, closedSiteId }, one, state);
};

const call: Way = async (pressing, file) => {
  const { pane, press, scene } = pressing;
  const pair = STAND_INS[(press.act.item ?? 0) % 2];
  const event = await pane.commands.find.findMyEvent(file);
  if (!pair || !event) throw new NothingToPress('The event is gone');
  const insteadOf = asPerson(scene.town, pair.member);
  if (!standingOf(file.apologies, insteadOf)) throw new NothingToPress('They come themselves');
  const verbs = await pane.commands.attendance.substitutes();
  const { calls } = await verbs.read(file, event);
  if (callsFor(calls, insteadOf).some(stands)) throw new NothingToPress('Somebody is called');
  press.about = pair.member;
  press.wants = 'called';
  now(press);
  await verbs.call(file, event, { person: asPerson(scene.town, pair.standIn), insteadOf }, calls);
};

async function standingCall(pressing: Pressing, file: Parameters<Way>[1], is: (one: SubstituteCall) => boolean) {
  const event = await pressing.pane.commands.find.findMyEvent(file);
  const verbs = await pressing.pane.commands.attendance.substitutes();
  const { calls } = await verbs.read(file, event);
  const found = calls.find((one) => stands(one) && is(one));
  if (!found) throw new NothingToPress('Nobody is called');
  pressing.press.about = found.insteadOf.email?.replace(/@.*/, '') ?? '';
  return { event, verbs, found };
}

const answer: Way = async (pressing, file) => {
  const { pane, press, scene } = pressing;
  const me = scene.town.person(pane.who).id;
  const { event, verbs, found } = await standingCall(pressing, file, ({ person }) => person.id === me);
  const wants = press.index % 2 === 0 ? 'coming' : 'declined';
  if (found.state === wants) throw new NothingToPress('It is answered so');
  press.wants = wants;
  now(press);
  await verbs.answer(file, event, found, wants);
};

const callOff: Way = async (pressing, file) => {
  const { event, verbs, found } = await standingCall(pressing, file, () => true);
  pressing.press.wants = 'calledOff';
  now(pressing.press);
  await verbs.callOff(file, event, found);
};

export const besideWays: Partial<Record<Verb, Way>> = { note, recuse, follow, settle, call, answer, callOff };
