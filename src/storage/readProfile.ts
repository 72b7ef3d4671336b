import type { Graph, GraphAnswer } from '../graph/client.ts';
import { failureOf } from '../graph/failure.ts';
import { itemsRequest, parseItems, type Item } from '../graph/lists.ts';
import { Failure } from '../meeting/errors.ts';
import type { SiteId } from '../meeting/ids.ts';
import { eachOnce, inOrderOfOffice } from '../meeting/membersInOrder.ts';
import { plainProfile, type KeptProfile } from '../meeting/profile.ts';
import { translated } from './failure.ts';
import type { LeftOut } from './leftOut.ts';
import { memberFromFields } from './memberRow.ts';
import { readRows, titledRows } from './readRows.ts';
import { RULES_ROW_ID, rulesFromFields } from './rulesRow.ts';

/** More than any body has members. */
export const MOST_MEMBERS = 500;

/**
 * A body's members and rules, in one batch. Rows are read one by one: one that cannot be read is told, and takes none of the others along. A site that was
 * prepared before there were such lists has the plain profile.
 * @throws Failure NotAllowed, and the passing ones
 */
export async function readProfile(graph: Graph, siteId: SiteId): Promise<KeptProfile> {
  return translated("Reading the body's profile", async () => {
    const [members, rules] = await graph.batch([
      itemsRequest(siteId, 'DagsordenMedlemmer', { top: MOST_MEMBERS }),
      itemsRequest(siteId, 'DagsordenRegler', { field: 'RowId', value: RULES_ROW_ID, top: 2 }),
    ]);
    const [memberRows, ruleRows] = [rowsOf(members), rowsOf(rules)];
    const leftOut: LeftOut[] = [];
    const read = readRows('DagsordenMedlemmer', memberRows ?? [], memberFromFields, leftOut);
    const [found = plainProfile.rules] = readRows('DagsordenRegler', (ruleRows ?? []).slice(0, 1), rulesFromFields, leftOut);
    return {
      profile: { members: inOrderOfOffice(eachOnce(read)), rules: found },
      isPrepared: memberRows !== null && ruleRows !== null,
      unread: await titledRows(leftOut),
    };
  });
}

/** Null where the site has no such list, or a list without our columns: both are made by "Gør stedet klar". */
function rowsOf(answer: GraphAnswer | undefined): readonly Item[] | null {
  if (!answer) throw new Failure('ServerFault', 'Graph left an answer out of the batch');
  if (answer.status >= 200 && answer.status < 300) return parseItems(answer.body);
  if (answer.status === 404 || answer.status === 400) return null;
  throw failureOf(answer);
}
