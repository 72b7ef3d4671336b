import type { AgendaItem } from '../../src/meeting/agenda.ts';
import type { Apology, MeetingFile, Publication } from '../../src/meeting/meeting.ts';
import { isFailure } from '../../src/meeting/errors.ts';
import { missingOutcomes } from '../../src/meeting/minutes.ts';
import { Place, personAt, type Pane } from './device.ts';
import { DEVICES, type Verb } from './history.ts';
import { judgeApproval } from './judgeApproval.ts';
import { judgeBeside } from './judgeBeside.ts';
import { markerOf, markersIn, type Ledger, type Press } from './ledger.ts';
import type { Played } from './play.ts';
import { rowsOf, type RawRow } from './rawRows.ts';
import { drive } from './scene.ts';
import { here } from './time.ts';

/** What must not be, each a column of the log. */
export const COLUMNS = ['lost', 'doubled', 'half-published', 'leaked', 'older-over-newer', 'stuck', 'broken'] as const;
export type Column = (typeof COLUMNS)[number];

export interface Fault {
  readonly column: Column;
  readonly what: string;
}

export type Tell = (column: Column, what: string) => void;

/** Holds what stands in the record, when all is quiet, against what people pressed and were told. */
export async function judged(played: Played): Promise<Fault[]> {
  const faults: Fault[] = [];
  const tell: Tell = (column, what) => {
    if (!faults.some((fault) => fault.column === column && fault.what === what)) faults.push({ column, what });
  };
  played.outsider.judge();
  for (const { marker, where, underWay } of played.outsider.leaks) {
    tell('leaked', `${where}: a ${kindOf(marker)} of a closed item${underWay ? ', under way when the closing was confirmed' : ''}`);
  }
  for (const what of played.tooLate) tell('older-over-newer', what);
  for (const command of played.leftBehind) tell('leaked', `${command} is left on a device after signing out`);
  await learnFates(played, tell);
  const ulla = await drive(new Place('ulla', played.scene.town, { seed: 0, faults: [] }).open());
  const file = await readAll(ulla, played);
  if (file === null) {
    if (played.begins === 'attached' || played.ledger.presses.some(({ act, fate }) => act.verb === 'attach' && fate === 'acked'))
      tell('lost', 'the whole meeting');
    return faults;
  }
  judgeItems(played, file, tell);
  const answers = await rowsOf(played.scene, played.scene.board.siteId, 'DagsordenStedfortraedere');
  judgeApologies(played, file.apologies, answers, tell);
  await judgeRows(played, tell);
  await judgeApproval(played, file, tell);
  await judgeBeside(played, ulla, file, tell);
  await judgePublication(played, ulla, file, tell);
  return faults;
}

/** What became of the orders that were kept: gone from the outbox is carried out; stuck is told; anything else is without a word. */
async function learnFates({ places, ledger }: Played, tell: Tell): Promise<void> {
  for (const device of DEVICES) {
    const place = places.get(device);
    if (!place) continue;
    const kept = await drive(place.kept());
    for (const entry of kept) if (entry.stuck === null) tell('stuck', `${entry.command} waits for ever`);
    for (const press of ledger.of(device)) {
      // The service takes all that the app asks for here: a refusal for good is told in the place of what another has done.
      if (/^(Refused|Unreadable)/.test(press.told)) tell('stuck', `${press.act.verb} is told ${press.told.slice(0, press.told.indexOf(':'))}`);
      if (press.unnamed) tell('stuck', `${press.act.verb} failed with ${press.told}`);
      if (press.fate === 'running' && press.pressedAt > 0 && press.orders.length === 0) press.forgotten = true;
      if (press.forgotten || (press.fate !== 'kept' && press.fate !== 'running') || press.orders.length === 0) continue;
      const left = kept.filter(({ id }) => press.orders.includes(id));
      if (left.length === 0) press.fate = 'acked';
      else if (left.every(({ stuck }) => stuck !== null)) press.fate = 'refused';
    }
  }
}

async function readAll(ulla: Pane, { scene }: Played): Promise<MeetingFile | null> {
  try {
    return await drive(here.run(ulla, () => ulla.commands.find.openMeeting(scene.pointer)));
  } catch (error) {
    if (isFailure(error, 'NotFound')) return null;
    throw error;
  }
}

const isDone = (press: Press): boolean => press.fate === 'acked' && !press.forgotten;

function judgeItems({ ledger, scene, begins }: Played, file: MeetingFile, tell: Tell): void {
  const attached = begins === 'attached' || ledger.presses.some((press) => press.act.verb === 'attach' && isDone(press));
  for (const { id } of scene.agenda.items) {
    const item = file.agenda.items.find((each) => each.id === id);
    if (!item) {
      // A first agenda that stopped on its way was not confirmed to anybody; what others wrote in it was.
      if (attached || ledger.presses.some((press) => press.item === id && isDone(press))) tell('lost', 'an item');
      continue;
    }
    const mine = ledger.presses.filter((press) => press.item === id && press.pressedAt > 0);
    judgeTitle(mine, item, tell);
    const paper = item.sections.map(({ text }) => text).join('\n');
    const decision = file.treatments.find(({ itemId }) => itemId === id)?.decision ?? '';
    judgeLines(mine, { verb: 'write', kind: 'x', text: paper }, tell);
    judgeLines(mine, { verb: 'decide', kind: 'd', text: decision }, tell);
    if (!paper.includes(markerOf(`i${scene.agenda.items.findIndex((each) => each.id === id)}`, 'x'))) tell('lost', 'the paper of an item');
    judgeOpenness(ledger, item, tell);
  }
  for (const press of ledger.presses) {
    if (press.act.verb === 'add' && isDone(press) && !file.agenda.items.some((item) => item.title.includes(markerOf(press.index, 't'))))
      tell('lost', 'an item that was added');
  }
  const did = (verb: Verb): boolean => ledger.presses.some((press) => press.act.verb === verb && isDone(press));
  if (did('attach') && file.status.agenda === 'draft') tell('lost', 'the mark that the agenda was sent');
  const published = ledger.presses.some((press) => press.act.verb === 'publish' && isDone(press) && press.told.includes('channel done'));
  if (published && file.status.minutes !== 'published') tell('lost', 'the mark that minutes are published');
}

/** The title that stands was written over one that its writer saw, and that over another: whatever was confirmed is in that chain. */
function judgeTitle(presses: readonly Press[], item: AgendaItem, tell: Tell): void {
  const titles = presses.filter(({ act }) => act.verb === 'edit' || act.verb === 'attach');
  const writerOf = (title: string): Press | undefined => titles.find((press) => title.includes(markerOf(press.index, 't')));
  const chain = new Set<Press>();
  for (let writer = writerOf(item.title); writer && !chain.has(writer); writer = writerOf(writer.base)) chain.add(writer);
  const standing = writerOf(item.title);
  if (markersIn(item.title).length === 0) tell('lost', 'the title of an item');
  for (const press of titles) {
    if (!isDone(press) || chain.has(press) || press.base === '') continue;
    const older = standing !== undefined && standing.pressedAt < press.pressedAt;
    tell(older ? 'older-over-newer' : 'lost', `a title by ${press.act.verb}, under one by ${standing?.act.verb ?? 'nobody in this history'}`);
  }
}

function judgeLines(presses: readonly Press[], { verb, kind, text }: { verb: Verb; kind: string; text: string }, tell: Tell): void {
  for (const press of presses) {
    if (press.act.verb !== verb || !isDone(press)) continue;
    const copies = text.split(markerOf(press.index, kind)).length - 1;
    if (copies === 0) tell('lost', verb === 'write' ? 'a line of a paper' : 'a line of a decision');
    if (copies > 1) tell('doubled', verb === 'write' ? 'a line of a paper' : 'a line of a decision');
  }
}

function judgeOpenness(ledger: Ledger, item: AgendaItem, tell: Tell): void {
  if (item.openness === 'open' && ledger.mustBeClosed(item.id)) tell('leaked', 'an item that was closed is open again');
}

/** Each person's newest act stands, or one that nobody was told the end of. */
function judgeApologies({ ledger }: Played, apologies: readonly Apology[], answers: readonly RawRow[], tell: Tell): void {
  for (const who of new Set(Object.values(personAt))) {
    const acts = ledger.presses.filter(({ act, pressedAt }) => personAt[act.device] === who && pressedAt > 0 && isAboutApology(act.verb));
    const own = apologies.filter(({ person, withdrawnAt }) => person.email?.startsWith(who) === true && withdrawnAt === null);
    if (own.length > 1) tell('doubled', 'an apology');
    acts.sort((a, b) => a.pressedAt - b.pressedAt);
    const newest = acts.findLast(isDone);
    if (!newest) continue;
    const standing = own.at(-1) ?? null;
    const fits = (press: Press): boolean =>
      press.act.verb === 'withdraw' ? standing === null : standing?.substitute?.includes(markerOf(press.index, 's')) === true;
    // Pressed at the same moment on two devices, either may be the last.
    const may = acts.filter((press) => press === newest || press.pressedAt >= newest.pressedAt);
    if (may.some(fits)) continue;
    // Whoever is called to stand in answers the call by it, which is no apology.
    if (newest.act.verb === 'apologise' && answers.some(({ by, fields }) => by === who && fields['Act'] === 'Kan ikke')) continue;
    const older = acts.some((press) => press.pressedAt < newest.pressedAt && fits(press));
    tell(
      older ? 'older-over-newer' : 'lost',
      newest.act.verb === 'withdraw' ? 'an apology stands that was withdrawn' : 'an apology, by what was pressed before',
    );
  }
}

const isAboutApology = (verb: Verb): boolean => verb === 'apologise' || verb === 'withdraw';

const LISTS = [
  'DagsordenPunkter',
  'DagsordenBehandling',
  'DagsordenAfbud',
  'DagsordenReferat',
  'DagsordenUdgivelse',
  'DagsordenMoeder',
  'DagsordenGodkendelse',
  'DagsordenFremmoede',
  'DagsordenOpfoelgning',
  'DagsordenStedfortraedere',
];

/** Rows by their own ids: one of each. */
async function judgeRows({ scene }: Played, tell: Tell): Promise<void> {
  for (const site of [scene.board.siteId, scene.board.closedSiteId]) {
    for (const list of site === null ? [] : LISTS) {
      const rows = (await rowsOf(scene, site ?? '', list)).map(({ fields }) => String(fields['RowId']));
      if (new Set(rows).size < rows.length) tell('doubled', `a row of ${list}`);
    }
  }
}

/** Whoever published presses on, looks in the channel where the app asks, and ends with everything in its place, once. */
async function judgePublication(played: Played, ulla: Pane, file: MeetingFile, tell: Tell): Promise<void> {
  const before = await messages(played);
  if (before > 1) tell('doubled', 'the message in the channel');
  if (file.publications.length === 0 && before === 0) return;
  // What was added since has no line yet.
  const lines = Math.min(...played.ledger.presses.flatMap((press) => (press.lines >= 0 ? [press.lines] : [])));
  // A target that failed is told, and pressing on mends it.
  if (file.status.minutes === 'published' && file.publications.every(({ state }) => state === 'done')) judgeWhole(file, before, lines, tell);
  const log = await pressOn(played, ulla, tell);
  if (log === null) return;
  const after = await messages(played);
  if (after !== 1) tell(after > 1 ? 'doubled' : 'half-published', `the message in the channel: ${after} of them`);
  const ended = await readAll(ulla, played);
  if (ended) judgeWhole(ended, after, ended.agenda.items.length, tell);
  if (ended) judgeWords(ended, tell);
}

function judgeWhole(file: MeetingFile, sent: number, lines: number, tell: Tell): void {
  if (file.minutes === null || file.minutes.lines.length < lines) tell('half-published', 'lines are missing in published minutes');
  if (sent === 0) tell('half-published', 'published, and no message in the channel');
  if (file.minutes?.lines.some((line) => line.openness === 'closed' && line.title === ''))
    tell('half-published', 'closed lines are missing for the circle');
}

/** What is published when all is quiet is what stands. */
function judgeWords(file: MeetingFile, tell: Tell): void {
  for (const { itemId, decision } of file.treatments) {
    const line = file.minutes?.lines.find((each) => each.itemId === itemId);
    if (line && markersIn(line.decision).join(' ') !== markersIn(decision).join(' '))
      tell('older-over-newer', 'published minutes tell another decision than stands');
  }
}

async function pressOn(played: Played, ulla: Pane, tell: Tell): Promise<readonly Publication[] | null> {
  const { pointer } = played.scene;
  const run = <Result>(work: () => Promise<Result>): Promise<Result> => drive(here.run(ulla, work));
  try {
    for (let tries = 0; tries < 4; tries += 1) {
      const file = await run(() => ulla.commands.find.openMeeting(pointer));
      if (missingOutcomes(file.agenda, file.treatments).length > 0) return null;
      const log = await run(() => ulla.commands.publish.publishMinutes(file, () => undefined));
      if (log.every(({ state }) => state === 'done')) return log;
      const unsure = log.find(({ state }) => state === 'uncertain');
      if (!unsure) continue;
      const current = await run(() => ulla.commands.find.openMeeting(pointer));
      const arrived = (await messages(played)) > 0;
      await run(() => ulla.commands.publish.settleUncertain(current, unsure.target, arrived));
    }
    tell('half-published', 'pressing on does not end it');
  } catch (error) {
    tell('half-published', `pressing on fails with ${error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 100) : String(error)}`);
  }
  return null;
}

async function messages({ scene }: Played): Promise<number> {
  const path = `/teams/${scene.board.teamId}/channels/${encodeURIComponent(scene.board.channelId)}/messages?$top=50`;
  const { body } = await drive(scene.town.read('ulla.skarvad', ['ChannelMessage.Read.All'], path));
  const all = (body as { value?: { subject: string | null }[] } | undefined)?.value ?? [];
  return all.filter(({ subject }) => subject?.includes(scene.agenda.title) === true).length;
}

const kindOf = (marker: string): string => {
  if (/tq$/.test(marker)) return 'title';
  if (/xq$/.test(marker)) return 'line of the paper';
  if (/dq$/.test(marker)) return 'decision';
  if (/rq$/.test(marker)) return 'remark about the draft';
  if (/cq$/.test(marker)) return 'correction';
  if (/hq$/.test(marker)) return 'recusal';
  return /fq$/.test(marker) ? 'follow-up' : 'message to the secretary';
};
