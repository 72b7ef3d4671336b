import type { ItemId } from '../../src/meeting/ids.ts';
import type { MeetingFile } from '../../src/meeting/meeting.ts';
import { personAt } from './device.ts';
import type { Verb } from './history.ts';
import { markerOf, markersIn, type Press } from './ledger.ts';
import type { Played } from './play.ts';
import { ASKED, CHAIR } from './pressApproval.ts';
import { rowsOf, type RawRow } from './rawRows.ts';
import type { Tell } from './judge.ts';

const SECRETARY = 'ulla.skarvad';
const isDone = (press: Press): boolean => press.fate === 'acked' && !press.forgotten;

/** How the minutes stand by the lines in the order of the service, told once more and apart from the product. */
interface Standing {
  readonly approved: boolean;
  /** The fingerprint of what was approved. */
  readonly draft: string;
}

function standing(rows: readonly RawRow[], rule: Played['rule']): Standing {
  let state: 'draft' | 'review' | 'approved' = 'draft';
  let draft = '';
  let said = new Map<string, string>();
  for (const { by, fields } of rows) {
    if (state === 'approved') break;
    const act = String(fields['Act']);
    if (act === 'Sendt til gennemsyn' && by === SECRETARY) [state, draft, said] = ['review', String(fields['Fingerprint']), new Map()];
    if (act === 'Taget tilbage' && by === SECRETARY && (!fields['Fingerprint'] || fields['Fingerprint'] === draft)) state = 'draft';
    const answers = state === 'review' && fields['Fingerprint'] === draft && (act === 'Godkendt' || act === 'Indsigelse');
    if (answers && ASKED.some((who) => who === by)) said.set(by, act);
    const wanted: readonly string[] = rule === 'chair' ? [CHAIR] : ASKED;
    const agreed = wanted.every((who) => said.get(who) === 'Godkendt') && ![...said.values()].includes('Indsigelse');
    if (state === 'review' && agreed) state = 'approved';
  }
  return { approved: state === 'approved', draft };
}

const lineOf: Partial<Record<Verb, string>> = { review: 'Sendt til gennemsyn', approve: 'Godkendt', object: 'Indsigelse', takeBack: 'Taget tilbage' };

/** Each line is there once, and what is approved is what those who approved it saw, with the corrections since, and nothing else. */
export async function judgeApproval(played: Played, file: MeetingFile, tell: Tell): Promise<void> {
  const { ledger, scene } = played;
  const open = await rowsOf(scene, scene.board.siteId, 'DagsordenGodkendelse');
  const inner = scene.board.closedSiteId === null ? [] : await rowsOf(scene, scene.board.closedSiteId, 'DagsordenGodkendelse');
  for (const [verb, act] of Object.entries(lineOf)) {
    for (const who of new Set(Object.values(personAt))) {
      const pressed = ledger.presses.filter((press) => press.act.verb === verb && personAt[press.act.device] === who && press.pressedAt > 0);
      const there = open.filter(({ by, fields }) => by === who && fields['Act'] === act).length;
      if (there < pressed.filter(isDone).length) tell('lost', `a line of the approval: ${verb}`);
      if (there > pressed.length) tell('doubled', `a line of the approval: ${verb}`);
    }
  }
  for (const press of ledger.presses) {
    const copies = inner.filter(({ fields }) => String(fields['Words'] ?? '').includes(markerOf(press.index, 'r'))).length;
    if ((press.act.verb === 'remark' || press.act.verb === 'object') && isDone(press) && copies === 0) tell('lost', 'a remark');
    if (copies > 1) tell('doubled', 'a remark');
  }
  const { approved, draft } = standing(open, played.rule);
  const seen = ledger.presses.find((press) => press.draft === draft && press.saw !== null)?.saw ?? null;
  if (approved && seen !== null) judgeApproved(ledger.presses, seen, file, tell);
}

function judgeApproved(presses: readonly Press[], seen: ReadonlyMap<ItemId, string>, file: MeetingFile, tell: Tell): void {
  for (const { itemId, decision } of file.treatments) {
    const stands = markersIn(decision);
    const agreed = markersIn(seen.get(itemId) ?? '');
    if (agreed.some((marker) => !stands.includes(marker))) tell('lost', 'words of a decision that were approved');
    if (stands.some((marker) => !agreed.includes(marker) && !/cq$/.test(marker)))
      tell('older-over-newer', 'an approval covers words that nobody approved');
  }
  for (const press of presses) {
    if (press.act.verb !== 'correct' || !isDone(press)) continue;
    const decision = file.treatments.find(({ itemId }) => itemId === press.item)?.decision ?? '';
    const copies = decision.split(markerOf(press.index, 'c')).length - 1;
    if (copies === 0) tell('lost', 'a correction');
    if (copies > 1) tell('doubled', 'a correction');
  }
}
