import type { Graph } from '../graph/client.ts';
import { isGraphFailure } from '../graph/failure.ts';
import { itemsRequest, parseItems, type Item } from '../graph/lists.ts';
import { createItem, deleteItem, updateItem } from '../graph/rowWriting.ts';
import { Conflict, Failure, isFailure } from '../meeting/errors.ts';
import type { SiteId } from '../meeting/ids.ts';
import type { Person } from '../meeting/meeting.ts';
import { whoIsWho } from '../meeting/persons.ts';
import type { BodyMember, BodyRules } from '../meeting/profile.ts';
import { badColumns } from './badColumns.ts';
import { byWhom, decidedOver } from './clashBy.ts';
import { requireCurrent } from './currentShape.ts';
import { translated } from './failure.ts';
import { memberFromFields, memberId, memberToFields } from './memberRow.ts';
import { mergeFields, sameFields, textColumnsOf } from './merge.ts';
import { MOST_MEMBERS } from './readProfile.ts';
import type { Fields } from './row.ts';
import { RULES_ROW_ID, rulesFromFields, rulesToFields } from './rulesRow.ts';
import { changeRow, checkColumnLengths, isOthersWrite, refuseOutdated, TRIES, withoutNulls, type StoredFields } from './upsert.ts';

const list = 'DagsordenMedlemmer';

/**
 * Changes a member, column by column, held against how it was read; null adds one, and leaves one who is there already as they are. Rows that somebody made
 * twice for one person become one.
 * @throws Conflict where others changed the same, or removed the member; SiteNotPrepared where the site has no such list
 */
export async function saveMember(graph: Graph, siteId: SiteId, before: BodyMember | null, after: BodyMember): Promise<void> {
  const id = await memberId(after.person);
  await decideOn(graph, siteId, (before ?? after).person, async ([row, ...others]) => {
    if (row === undefined) {
      if (before !== null) throw gone(after);
      const fields = { ...memberToFields(after), RowId: id };
      checkColumnLengths(list, fields);
      await createItem(graph, siteId, list, withoutNulls(fields));
      return;
    }
    if (before === null) return;
    requireCurrent(list, row.fields);
    const stored = asWritten(row.fields, memberToFields, memberFromFields);
    const write = decidedOver(row, () =>
      mergeFields(memberToFields(before), memberToFields(after), stored, textColumnsOf(list), badColumns(list, row.fields)),
    );
    checkColumnLengths(list, write);
    if (Object.keys(write).length > 0) await updateItem(graph, siteId, list, row.id, write, row.etag);
    for (const other of others) await deleteItem(graph, siteId, list, other.id, other.etag);
  });
}

/** Takes a member out of the body. One who is gone already is as good as taken out. @throws Conflict where others have changed the member since */
export async function removeMember(graph: Graph, siteId: SiteId, member: BodyMember): Promise<void> {
  await decideOn(graph, siteId, member.person, async (rows) => {
    const [row] = rows;
    const changed =
      row !== undefined && rows.length === 1 && !sameFields(memberToFields(member), asWritten(row.fields, memberToFields, memberFromFields));
    if (changed) throw new Conflict([{ field: 'PersonName', mine: null, theirs: member.person.name }], byWhom(row));
    for (const each of rows) await deleteItem(graph, siteId, list, each.id, each.etag);
  });
}

/** Changes the rules, column by column, held against how they were read. @throws Conflict, SiteNotPrepared */
export async function saveRules(graph: Graph, siteId: SiteId, before: BodyRules, after: BodyRules): Promise<void> {
  const rules = 'DagsordenRegler';
  const [base, mine] = [rulesToFields(before), rulesToFields(after)];
  await prepared(rules, () =>
    changeRow(graph, { siteId, list: rules }, RULES_ROW_ID, (stored) =>
      stored === null
        ? mine
        : mergeFields(base, mine, asWritten(stored, rulesToFields, rulesFromFields), textColumnsOf(rules), badColumns(rules, stored)),
    ),
  );
}

/** What a row says as we would write it: a cell that a person left empty, or wrote in another way, means the same as ours. */
function asWritten<Said>(stored: StoredFields, write: (said: Said) => Fields, read: (fields: StoredFields) => Said): StoredFields {
  return { ...stored, ...write(read(stored)) };
}

/** Decides on a person's rows as they stand, anew where another's write came between. */
async function decideOn(graph: Graph, siteId: SiteId, person: Person, decide: (rows: readonly Item[]) => Promise<void>): Promise<void> {
  await prepared(list, async () => {
    for (let attempt = 1; ; attempt += 1) {
      const rows = parseItems((await graph.request(itemsRequest(siteId, list, { top: MOST_MEMBERS }))).body);
      try {
        await decide(rowsOf(rows, person));
        return;
      } catch (error) {
        const isMade = isGraphFailure(error, 'invalid');
        if (isMade) await refuseOutdated(graph, { siteId, list });
        if (attempt >= TRIES || !(isOthersWrite(error) || isMade)) throw error;
        await new Promise((resolve) => setTimeout(resolve, 150 * attempt));
      }
    }
  });
}

/** The rows that are this person's, the first made first. */
function rowsOf(rows: readonly Item[], person: Person): readonly Item[] {
  const told = rows.flatMap((row) => {
    const member = readOne(row);
    return member === null ? [] : [{ row, member }];
  });
  const who = whoIsWho([...told.map(({ member }) => member.person), person]);
  const wanted = who(person);
  return told.filter(({ member }) => who(member.person) === wanted).map(({ row }) => row);
}

function readOne(row: Item): BodyMember | null {
  try {
    return memberFromFields(row.fields);
  } catch (error) {
    if (isFailure(error, 'Unreadable') || isFailure(error, 'AppOutdated')) return null;
    throw error;
  }
}

const gone = (member: BodyMember): Conflict => new Conflict([{ field: 'PersonName', mine: member.person.name, theirs: null }]);

/** A list that is missing is made by "Gør stedet klar". */
async function prepared(named: string, action: () => Promise<void>): Promise<void> {
  try {
    await translated("Writing the body's profile", action);
  } catch (error) {
    if (!isFailure(error, 'NotFound')) throw error;
    throw new Failure('SiteNotPrepared', 'A list is missing on the site', { detail: { list: named }, cause: error });
  }
}
