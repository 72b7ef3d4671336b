import type { MeetingFile } from '../../src/meeting/meeting.ts';
import { personAt, type Pane } from './device.ts';
import type { Tell } from './judge.ts';
import { markerOf, type Press } from './ledger.ts';
import type { Played } from './play.ts';
import { STAND_INS } from './pressBeside.ts';
import { rowsOf, type RawRow } from './rawRows.ts';
import { drive, untilQuiet } from './scene.ts';
import { here } from './time.ts';

const isDone = (press: Press): boolean => press.fate === 'acked' && !press.forgotten;

/** The roll call, what is to be done and the stand-ins, as everybody left them. */
export async function judgeBeside(played: Played, ulla: Pane, file: MeetingFile, tell: Tell): Promise<void> {
  const { presses } = played.ledger;
  if (presses.some(({ act }) => act.verb === 'note' || act.verb === 'recuse')) {
    const verbs = await drive(ulla.commands.attendance.rollCall());
    await drive(here.run(ulla, () => verbs.readPresence(file)));
    await untilQuiet();
    await judgeRollCall(played, tell);
  }
  if (presses.some(({ act }) => act.verb === 'follow')) {
    await drive(here.run(ulla, async () => (await ulla.commands.followUp()).ofMeeting(file)));
    await untilQuiet();
    await judgeFollowUps(played, tell);
  }
  if (presses.some(({ act, pressedAt }) => act.verb === 'call' && pressedAt > 0)) await judgeStandIns(played, ulla, file, tell);
}

/** The rows of a list on both sides, those that everybody reads first. */
async function bothSides({ scene }: Played, list: string): Promise<readonly [readonly RawRow[], readonly RawRow[]]> {
  const { siteId, closedSiteId } = scene.board;
  return [await rowsOf(scene, siteId, list), closedSiteId === null ? [] : await rowsOf(scene, closedSiteId, list)];
}

async function judgeRollCall(played: Played, tell: Tell): Promise<void> {
  const [open, inner] = await bothSides(played, 'DagsordenFremmoede');
  const count = (rows: readonly RawRow[], id: string): number => rows.filter(({ fields }) => fields['RowId'] === id).length;
  for (const press of played.ledger.presses) {
    for (const id of press.rows) {
      const there = count(open, id) + count(inner, id);
      if (there === 0 && isDone(press)) tell('lost', 'a note of the roll call');
      if (there > 1) tell('doubled', 'a note of the roll call');
      if (press.item !== null && count(open, id) > 0 && played.ledger.mustBeClosed(press.item)) tell('leaked', 'who is recused from a closed item');
    }
  }
}

async function judgeFollowUps(played: Played, tell: Tell): Promise<void> {
  const { ledger } = played;
  const { presses } = ledger;
  const [open, inner] = await bothSides(played, 'DagsordenOpfoelgning');
  for (const press of presses) {
    if (press.act.verb !== 'follow' || press.pressedAt === 0) continue;
    const marker = markerOf(press.index, 'f');
    const found = [...open, ...inner].filter(({ fields }) => String(fields['Task']).includes(marker));
    if (found.length === 0 && isDone(press)) tell('lost', 'something that is to be done');
    if (found.length > 1) tell('doubled', 'something that is to be done');
    if (press.item !== null && ledger.mustBeClosed(press.item) && open.some((row) => found.includes(row)))
      tell('leaked', 'what is to be done after a closed item');
    judgeState(presses, marker, found[0], tell);
  }
}

const WORDS: Readonly<Record<string, string>> = { done: 'Udført', dropped: 'Bortfaldet' };

/** Its state is what was said last, or by one that nobody was told the end of. */
function judgeState(presses: readonly Press[], marker: string, row: RawRow | undefined, tell: Tell): void {
  const said = presses.filter(({ act, about, pressedAt }) => act.verb === 'settle' && about === marker && pressedAt > 0);
  const newest = said
    .filter(isDone)
    .sort((a, b) => a.pressedAt - b.pressedAt)
    .at(-1);
  if (!newest || !row) return;
  const may = said.filter((press) => press.pressedAt >= newest.pressedAt || press.toldAt > newest.pressedAt);
  if (may.some(({ wants }) => row.fields['Status'] === WORDS[wants])) return;
  tell('older-over-newer', `the state of what is to be done: ${String(row.fields['Status'])}`);
}

/** One stand-in for a member at most; the newest that was told stands; and the invitation tells the same, once its sender has pressed "invite". */
async function judgeStandIns(played: Played, ulla: Pane, file: MeetingFile, tell: Tell): Promise<void> {
  const { presses } = played.ledger;
  const verbs = await drive(ulla.commands.attendance.substitutes());
  const run = <Result>(work: () => Promise<Result>): Promise<Result> => drive(here.run(ulla, work));
  const event = await run(() => ulla.commands.find.findMyEvent(file));
  if (!event) return;
  await run(() => verbs.invite(file, event));
  const after = await run(() => ulla.commands.find.findMyEvent(file));
  const { calls } = await run(() => verbs.read(file, after));
  const invited = (who: string): boolean => after?.invitees.some(({ email }) => email?.startsWith(who)) === true;
  for (const { member, standIn } of STAND_INS) {
    const theirs = calls.filter(({ insteadOf }) => insteadOf.email?.startsWith(member));
    if (theirs.filter(({ state }) => state === 'called' || state === 'coming').length > 1) tell('doubled', 'a stand-in');
    const one = theirs.find(({ person }) => person.email?.startsWith(standIn));
    const about = presses.filter((press) => press.about === member && press.pressedAt > 0 && press.wants !== '');
    if (!one) {
      if (about.some((press) => press.wants === 'called' && isDone(press))) tell('lost', 'a call of a stand-in');
      continue;
    }
    // Whoever comes after all calls off by that.
    const comes = presses.filter(({ act, pressedAt }) => act.verb === 'withdraw' && personAt[act.device] === member && pressedAt > 0);
    // And whoever stands in says by an apology, whenever it was pressed, that they cannot.
    const cannot = presses.some(({ act, pressedAt }) => act.verb === 'apologise' && personAt[act.device] === standIn && pressedAt > 0);
    if (one.written !== 'declined' || !cannot) judgeCall(about, comes, one.written, tell);
    const stands = one.state === 'called' || one.state === 'coming';
    if (stands && !invited(standIn)) tell('lost', 'a stand-in on the invitation');
    if (one.state === 'calledOff' && one.broughtIn && invited(standIn))
      tell('older-over-newer', 'somebody who was called off stands on the invitation');
  }
}

/** What was written last stands, or one that was under way at the same time. */
function judgeCall(about: readonly Press[], comes: readonly Press[], written: string, tell: Tell): void {
  const newest = about
    .filter(isDone)
    .sort((a, b) => a.pressedAt - b.pressedAt)
    .at(-1);
  if (!newest) return;
  const isLater = (press: Press): boolean => press.pressedAt >= newest.pressedAt || press.toldAt > newest.pressedAt;
  if (about.some((press) => isLater(press) && press.wants === written) || (written === 'calledOff' && comes.some(isLater))) return;
  tell('older-over-newer', `a stand-in is ${written}, and the newest word was ${newest.wants}`);
}
