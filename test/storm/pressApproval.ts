import { editionOf } from '../../src/meeting/edition.ts';
import type { MeetingFile } from '../../src/meeting/meeting.ts';
import { missingOutcomes } from '../../src/meeting/minutes.ts';
import { draftFingerprint } from '../../src/meeting/seal.ts';
import type { Verb } from './history.ts';
import { markerOf } from './ledger.ts';
import { itemOf, NothingToPress, now, withOutcomes, word, type Pressing, type Way } from './press.ts';
import { asPerson } from './scene.ts';

export const ASKED = ['ane.kratholm', 'asger.moelbjerg'] as const;
export const CHAIR = 'asger.moelbjerg';

const draftOf = (file: MeetingFile): Promise<string> => draftFingerprint(editionOf(file, 'circle', 1, '').lines);

/** What this person had before them when they pressed. */
async function see({ press }: Pressing, file: MeetingFile): Promise<void> {
  press.draft = await draftOf(file);
  press.saw = new Map(file.treatments.map(({ itemId, decision }) => [itemId, decision]));
}

const review: Way = async (pressing, file) => {
  const { pane, press, scene } = pressing;
  const current = press.act.stale && missingOutcomes(file.agenda, file.treatments).length === 0 ? file : await withOutcomes(pressing, file);
  await see(pressing, current);
  if ((await pane.commands.approval.howItStands(current)).approval.state === 'approved') throw new NothingToPress('They are approved');
  now(press);
  const people = ASKED.map((who) => asPerson(scene.town, who));
  await pane.commands.approval.sendToReview(current, people, null);
};

/** The draft as the screen offers it to be answered: the one that was sent, and as it stands. */
async function toAnswer(pressing: Pressing, file: MeetingFile): Promise<string> {
  const stands = await pressing.pane.commands.approval.howItStands(file);
  if (stands.approval.state !== 'review' || !stands.isAsked || stands.draft === null || stands.changed !== false)
    throw new NothingToPress(
      `Nothing is asked: ${stands.approval.state}${stands.isAsked ? '' : ', not of me'}${stands.changed === true ? ', and it was changed' : ''}`,
    );
  await see(pressing, file);
  return stands.draft;
}

const approve: Way = async (pressing, file) => {
  const draft = await toAnswer(pressing, file);
  now(pressing.press);
  await pressing.pane.commands.approval.approve(file, draft);
};

const object: Way = async (pressing, file) => {
  const draft = await toAnswer(pressing, file);
  const marker = markerOf(pressing.press.index, 'r');
  pressing.ledger.own(marker, null);
  now(pressing.press);
  await pressing.pane.commands.approval.object(file, draft, `Nej: ${marker}`);
};

const remark: Way = async (pressing, file) => {
  const item = itemOf(pressing, file);
  const marker = markerOf(pressing.press.index, 'r');
  // Words about a draft stand where the draft does, whatever they are about.
  pressing.ledger.own(marker, null);
  now(pressing.press);
  await pressing.pane.commands.approval.remark(file, item.id, `Om ${marker}`);
};

const takeBack: Way = async (pressing, file) => {
  const { approval } = await pressing.pane.commands.approval.howItStands(file);
  if (approval.state !== 'review') throw new NothingToPress('Nobody looks it through');
  pressing.press.draft = approval.draft ?? '';
  now(pressing.press);
  await pressing.pane.commands.approval.takeBack(file);
};

const correct: Way = async (pressing, file) => {
  const { approval } = await pressing.pane.commands.approval.howItStands(file);
  if (approval.state !== 'approved') throw new NothingToPress('They are not approved');
  const item = itemOf(pressing, file);
  now(pressing.press);
  await pressing.pane.commands.approval.addCorrection(file, item.id, `Rettelse ${word(pressing, 'c', item)}`);
};

export const approvalWays: Partial<Record<Verb, Way>> = { review, approve, object, remark, takeBack, correct };
