import { all, answered, holds, type Belief, type Finding } from '../belief.ts';
import { addRow, rowPath, type Stops } from '../stops.ts';
import { at, listAt, textAt, type Answer } from '../wire.ts';

const listPath = async (stops: Stops, list?: string) => `/sites/${stops.siteId}/lists/${list ?? (await stops.list())}`;

/** What a cell gives back of what was written into it. */
async function giveBack(stops: Stops, name: string, value: unknown): Promise<{ readonly written: Answer; readonly read: unknown }> {
  const written = await addRow(stops, { Title: name, [name]: value });
  if (written.status !== 201) return { written, read: undefined };
  const row = await stops.me.ask('GET', `${await rowPath(stops, written)}?$expand=fields`);
  return { written, read: at(row.body, 'fields', name) };
}

const refusedValue =
  (name: string, value: unknown) =>
  async (stops: Stops): Promise<Finding> =>
    answered((await giveBack(stops, name, value)).written, 400);

const madeColumn = async (stops: Stops, column: object) => stops.me.ask('POST', `${await listPath(stops)}/columns`, { body: column });

/** Lists and their columns. */
export const listBeliefs: readonly Belief[] = [
  {
    id: 'lists.nameIsGiven',
    claim: 'A list cannot be made under a name of the client’s own, only under a title',
    source: 'OneDrive/onedrive-api-docs#645',
    played: null,
    check: async ({ me, siteId, name, cleanUp }) => {
      const made = await me.ask('POST', `/sites/${siteId}/lists`, { body: { name: `${name} x`, list: { template: 'genericList' } } });
      if (made.status === 201) cleanUp.owes('list', () => me.ask('DELETE', `/sites/${siteId}/lists/${textAt(made, 'id')}`));
      return answered(made, 400);
    },
  },
  {
    id: 'lists.foundByTitle',
    claim: 'A list is found by its title in the address',
    source: 'our reasoning from GD/api/list-get.md',
    played: null,
    check: async (stops) => {
      const made = await stops.newList([]);
      const title = encodeURIComponent(textAt(made, 'displayName'));
      return all(answered(made, 201), answered(await stops.me.ask('GET', await listPath(stops, title)), 200));
    },
  },
  {
    id: 'lists.renamedIsFoundByOldName',
    claim: 'A list that got another title is still found by the name it was made under',
    source: 'our reasoning: no source found',
    played: 'fault namesByTitle',
    check: async (stops) => {
      const made = await stops.newList([]);
      await stops.me.ask('PATCH', await listPath(stops, textAt(made, 'id')), { body: { displayName: `${stops.name} omdøbt` } });
      return answered(await stops.me.ask('GET', await listPath(stops, encodeURIComponent(textAt(made, 'name')))), 200);
    },
  },
  {
    id: 'lists.renamedIsFoundByNewTitle',
    claim: 'A list that got another title is found by that',
    source: 'our reasoning: no source found',
    played: null,
    check: async (stops) => {
      const made = await stops.newList([]);
      const title = `${stops.name} ny titel`;
      await stops.me.ask('PATCH', await listPath(stops, textAt(made, 'id')), { body: { displayName: title } });
      return answered(await stops.me.ask('GET', await listPath(stops, encodeURIComponent(title))), 200);
    },
  },
  {
    id: 'lists.titleOnce',
    claim: 'A second list of one title is refused',
    source: 'GD/con/errors.md (nameAlreadyExists)',
    played: null,
    check: async (stops) => {
      const displayName = textAt(await stops.newList([]), 'displayName');
      const second = await stops.me.ask('POST', `/sites/${stops.siteId}/lists`, { body: { displayName, list: { template: 'genericList' } } });
      if (second.status === 201) stops.cleanUp.owes('list', async () => stops.me.ask('DELETE', await listPath(stops, textAt(second, 'id'))));
      return answered(second, 409);
    },
  },
  {
    id: 'columns.thereAtOnce',
    claim: 'Columns that are sent with a new list are there when it is answered',
    source: 'GD/api/list-create.md; gd#11966 says otherwise',
    played: 'fault lateColumnsMs',
    check: async (stops) => {
      const made = await stops.newList([{ name: 'First', text: {} }]);
      const columns = await stops.me.ask('GET', `${await listPath(stops, textAt(made, 'id'))}/columns?$select=name&$top=200`);
      return holds(
        listAt(columns.body, 'value').some((column) => at(column, 'name') === 'First'),
        'not yet',
      );
    },
  },
  {
    id: 'columns.lettersAreEncoded',
    claim: 'Letters that an internal name cannot have are encoded in it',
    source: 'GD/res/columndefinition.md',
    played: null,
    check: async (stops) => {
      const made = await madeColumn(stops, { name: 'Sagens år', text: {} });
      return all(answered(made, 201), holds(at(made.body, 'name') === 'Sagens_x0020__x00e5_r', 'another name'));
    },
  },
  {
    id: 'columns.uniqueNeedsIndex',
    claim: 'A column of unique values without an index is refused',
    source: 'our reasoning: SharePoint couples the two',
    played: null,
    check: async (stops) => answered(await madeColumn(stops, { name: 'Alone', text: {}, enforceUniqueValues: true }), 400),
  },
  {
    id: 'columns.manyLinesHaveNoIndex',
    claim: 'A column of many lines cannot be indexed',
    source: 'pnp/PnP-PowerShell#80',
    played: null,
    check: async (stops) => answered(await madeColumn(stops, { name: 'Brief', text: { allowMultipleLines: true }, indexed: true }), 400),
  },
  { id: 'rows.uniqueIsKept', claim: 'A second row of one unique value is refused', source: 'GD/res/columndefinition.md', played: null, check: twice },
  {
    id: 'rows.line255',
    claim: 'A line of 256 letters is refused',
    source: 'GD/res/textcolumn.md',
    played: null,
    check: refusedValue('Plain', 'x'.repeat(256)),
  },
  {
    id: 'rows.long60000',
    claim: 'A text of 60,000 letters comes back whole',
    source: 'third-party page: 63,999',
    played: null,
    check: async (stops) => {
      const { written, read } = await giveBack(stops, 'Long', 'x'.repeat(60_000));
      return all(answered(written, 201), holds(String(read).length === 60_000, `${String(read).length} letters came back`));
    },
  },
  {
    id: 'rows.richIsHtml',
    claim: 'A column of rich text gives back HTML',
    source: 'GD/res/textcolumn.md',
    played: null,
    check: async (stops) => {
      const { written, read } = await giveBack(stops, 'Rich', 'Første\nanden');
      return all(answered(written, 201), holds(/<\w+/.test(String(read)), 'plain text'));
    },
  },
  {
    id: 'rows.timeInUtc',
    claim: 'A time comes back in UTC, to the second',
    source: 'our reasoning from GD/res/datetimecolumn.md',
    played: null,
    check: async (stops) => {
      const { written, read } = await giveBack(stops, 'When', '2027-06-14T12:00:00+02:00');
      return all(answered(written, 201), holds(read === '2027-06-14T10:00:00Z', 'in another form'));
    },
  },
  {
    id: 'rows.dayIsMidnightOfSite',
    claim: 'A day comes back as midnight of the site’s clock, told in UTC',
    source: 'pnp/pnpjs#1890',
    played: null,
    check: async (stops) => {
      const { written, read } = await giveBack(stops, 'Day', '2027-06-14T10:00:00Z');
      const told = new Date(String(read));
      return all(answered(written, 201), holds(told.getUTCMinutes() === 0 && /Z$/.test(String(read)), 'in another form'));
    },
  },
  {
    id: 'rows.choiceIsHeld',
    claim: 'A choice that is none of the column’s is refused',
    source: 'our reasoning',
    played: 'fault anyChoice',
    check: refusedValue('State', 'Noget andet'),
  },
  { id: 'rows.numberIsNumber', claim: 'A number sent as text is refused', source: 'our reasoning', played: null, check: refusedValue('Count', '12') },
  {
    id: 'rows.linkIsNotWritten',
    claim: 'A column of links cannot be written',
    source: 'gd#1965, gd#12638, msgraph-sdk-dotnet#2957',
    played: null,
    check: refusedValue('Link', { Url: 'https://dagsorden.example/', Description: 'Dagsorden' }),
  },
  {
    id: 'rows.authorIsNotOurs',
    claim: 'Who made a row is told by SharePoint, and cannot be written',
    source: 'GD/res/listitem.md (createdBy is read-only)',
    played: null,
    check: async (stops) => {
      const made = await addRow(stops, { Title: 'createdBy' });
      const row = await stops.me.ask('GET', await rowPath(stops, made));
      const forged = await stops.me.ask('PATCH', `${await rowPath(stops, made)}/fields`, { body: { AuthorLookupId: 1 } });
      return all(
        holds(at(row.body, 'createdBy', 'user', 'id') === stops.me.id, 'createdBy does not name me by id'),
        holds(forged.status >= 400 || at(forged.body, 'AuthorLookupId') !== '1', 'it was written'),
      );
    },
  },
  {
    id: 'rows.staleIsRefused',
    claim: 'A PATCH with an old ETag is a 412',
    source: 'GD/api/listitem-update.md',
    played: 'fault staleIsConflict: a 409',
    check: async (stops) => {
      const made = await addRow(stops, { Title: 'etag' });
      const path = `${await rowPath(stops, made)}/fields`;
      await stops.me.ask('PATCH', path, { body: { Title: 'two' } });
      return answered(await stops.me.ask('PATCH', path, { body: { Title: 'three' }, headers: { 'If-Match': textAt(made, 'eTag') } }), 412);
    },
  },
  {
    id: 'rows.deleteMinds',
    claim: 'A DELETE with an old ETag is a 412',
    source: 'our reasoning from GD/api/listitem-delete.md',
    played: 'fault staleIsConflict: a 409',
    check: async (stops) => {
      const made = await addRow(stops, { Title: 'etag' });
      await stops.me.ask('PATCH', `${await rowPath(stops, made)}/fields`, { body: { Title: 'two' } });
      return answered(await stops.me.ask('DELETE', await rowPath(stops, made), { headers: { 'If-Match': textAt(made, 'eTag') } }), 412);
    },
  },
  {
    id: 'rows.versionForEachChange',
    claim: 'Each PATCH makes a version',
    source: 'gdc#6996',
    played: null,
    check: async (stops) => {
      const made = await addRow(stops, { Title: 'one' });
      for (const title of ['two', 'three']) await stops.me.ask('PATCH', `${await rowPath(stops, made)}/fields`, { body: { Title: title } });
      const versions = listAt((await stops.me.ask('GET', `${await rowPath(stops, made)}/versions`)).body, 'value').length;
      return holds(versions === 3, `${versions} versions`);
    },
  },
  {
    id: 'rows.filterByIndex',
    claim: 'Rows are filtered by an indexed column',
    source: 'GD/api/listitem-list.md',
    played: null,
    check: async (stops) => {
      for (const group of ['a', 'a', 'b']) await addRow(stops, { Title: 'filter', Group: group });
      const found = await stops.me.ask('GET', `${await listPath(stops)}/items?$expand=fields&$filter=fields/Group eq 'a'`);
      return all(answered(found, 200), holds(listAt(found.body, 'value').length === 2, `${listAt(found.body, 'value').length} rows for 2`));
    },
  },
  {
    id: 'rows.filterWithoutIndex',
    claim: 'A filter on another column is refused unless a header asks for it',
    source: 'LQ/710295; GD/api/listitem-list.md',
    played: null,
    check: async (stops) => answered(await stops.me.ask('GET', `${await listPath(stops)}/items?$filter=fields/Plain eq 'a'`), 400),
  },
  {
    id: 'rows.pagesForward',
    claim: 'The next page is an address with a $skiptoken',
    source: 'gdc#7992',
    played: null,
    check: async (stops) => {
      for (const title of ['page', 'page']) await addRow(stops, { Title: title });
      const { body } = await stops.me.ask('GET', `${await listPath(stops)}/items?$top=1`);
      return holds(/skiptoken/i.test(String(at(body, '@odata.nextLink'))), 'no such address');
    },
  },
];

async function twice(stops: Stops): Promise<Finding> {
  const first = await addRow(stops, { Title: 'unique', Key: 'one' });
  return all(answered(first, 201), answered(await addRow(stops, { Title: 'unique', Key: 'one' }), 400));
}
