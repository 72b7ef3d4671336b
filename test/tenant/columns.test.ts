import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contractIsHere } from './contract.ts';
import { board, fjordby, type Fjordby, type GraphAs, type Loose } from './running.ts';

let tenant: Fjordby;
let ulla: GraphAs;
let site: string;
const lists = () => `/sites/${site}/lists`;

beforeAll(async () => {
  tenant = await fjordby({ contract: contractIsHere });
  ulla = await tenant.as('ulla.skarvad');
  site = (await board(ulla, 'Direktionen')).site;
});
afterAll(() => tenant.close());

async function newList(name: string, columns: unknown[] = []): Promise<string> {
  const made = await ulla.post(lists(), { displayName: name, columns, list: { template: 'genericList' } });
  expect([made.status, made.body.error?.message]).toEqual([201, undefined]);
  return made.body.id as string;
}

const add = (list: string, fields: Record<string, unknown>) => ulla.post(`${lists()}/${list}/items`, { fields });
const column = (list: string, name: string) => `${lists()}/${list}/columns/${name}`;
const read = async (list: string, id: string): Promise<Loose> => (await ulla.get(`${lists()}/${list}/items/${id}?$expand=fields`)).body.fields;

/** Status and message of an answer, the message only of a refusal. */
const verdict = ({ status, body }: { status: number; body: Loose }): [number, string | undefined] => [status, body.error?.message];

/** What a column keeps of a value sent to it. */
async function kept(list: string, name: string, value: unknown): Promise<unknown> {
  const made = await add(list, { Title: 'x', [name]: value });
  return made.status === 201 ? (await read(list, made.body.id))[name] : made.status;
}

describe('a date and time', () => {
  it('is kept and given back in UTC, to the second', async () => {
    const list = await newList('Tider', [{ name: 'Starts', dateTime: { displayAs: 'standard', format: 'dateTime' } }]);
    for (const [sent, back] of [
      ['2026-11-24T08:00:00Z', '2026-11-24T08:00:00Z'],
      ['2026-07-01T10:00:00.987+02:00', '2026-07-01T08:00:00Z'],
      ['2026-11-24', '2026-11-24T00:00:00Z'],
    ])
      expect(await kept(list, 'Starts', sent)).toBe(back);
  });

  it.each(['2026-11-24T08:00:00', '24-11-2026', '2026-02-30', '1899-12-31T00:00:00Z', 1_700_000_000_000, ''])('is not %j', async (value) => {
    const found = await ulla.get(`${lists()}/Ikke tider`);
    const list = found.status === 200 ? (found.body.id as string) : await newList('Ikke tider', [{ name: 'Starts', dateTime: {} }]);
    expect(verdict(await add(list, { Title: 'x', Starts: value }))).toEqual([400, "Invalid dateTime value for field 'Starts'"]);
  });

  it("without its time comes back as midnight of the site's own clock: the evening before, an hour earlier in summer", async () => {
    const list = await newList('Dage', [{ name: 'Day', dateTime: { format: 'dateOnly' } }]);
    for (const [sent, back] of [
      ['2026-11-24', '2026-11-23T23:00:00Z'],
      ['2026-07-01', '2026-06-30T22:00:00Z'],
      ['2026-11-24T23:30:00Z', '2026-11-24T23:00:00Z'],
      ['2026-10-25T12:00:00Z', '2026-10-24T22:00:00Z'],
    ])
      expect(await kept(list, 'Day', sent)).toBe(back);
  });
});

describe('a choice', () => {
  const choices = ['Godkendt', 'Afvist', 'Udsat'];

  it('is one of those offered, to the letter', async () => {
    const list = await newList('Valg', [{ name: 'Outcome', choice: { choices, displayAs: 'radioButtons' } }]);
    expect(await kept(list, 'Outcome', 'Udsat')).toBe('Udsat');
    for (const other of ['udsat', 'Vedtaget', 7]) expect((await add(list, { Outcome: other })).status).toBe(400);
  });

  it('may be a word of its own where the column allows that', async () => {
    const list = await newList('Frit valg', [{ name: 'Outcome', choice: { choices, allowTextEntry: true } }]);
    expect(await kept(list, 'Outcome', 'Tilbagesendt')).toBe('Tilbagesendt');
  });

  it('of several is checked one by one', async () => {
    const list = await newList('Flere valg', [{ name: 'Tags', choice: { choices, displayAs: 'checkBoxes' } }]);
    const type = { 'Tags@odata.type': 'Collection(Edm.String)' };
    expect((await add(list, { Tags: ['Udsat', 'Afvist'], ...type })).status).toBe(201);
    expect(verdict(await add(list, { Tags: ['Udsat', 'Andet'], ...type }))).toEqual([
      400,
      "The value 'Andet' is not among the choices of field 'Tags'",
    ]);
  });

  it('is any word while a client beside Graph writes (a fault), and is then read as it stands', async () => {
    const list = await newList('Fremmed valg', [{ name: 'Outcome', choice: { choices } }]);
    await tenant.dev('POST', '/faults', { path: '/items', method: 'POST', anyChoice: true, count: 1 });
    const { body } = await add(list, { Title: 'x', Outcome: 'Skrevet af en strøm' });
    expect((await read(list, body.id)).Outcome).toBe('Skrevet af en strøm');
    expect((await add(list, { Outcome: 'Skrevet af en strøm' })).status).toBe(400);
  });

  it.each([[['a', 'A']], [['']], [['x'.repeat(256)]]])('cannot be offered as %j', async (offered) => {
    const list = await newList(`Umulige valg ${crypto.randomUUID()}`);
    expect((await ulla.post(`${lists()}/${list}/columns`, { name: 'Outcome', choice: { choices: offered } })).status).toBe(400);
  });
});

describe('yes or no, and numbers', () => {
  it('are sent as such, not as words', async () => {
    const list = await newList('Slags', [
      { name: 'Closed', boolean: {} },
      { name: 'Order', number: { decimalPlaces: 'two', minimum: 0, maximum: 1000 } },
    ]);
    expect([await kept(list, 'Closed', false), await kept(list, 'Closed', 'true'), await kept(list, 'Closed', 1)]).toEqual([false, 400, 400]);
    expect(await kept(list, 'Order', 2.123456)).toBe(2.123456);
    for (const wrong of ['2', '', -1, 1001]) expect(await kept(list, 'Order', wrong)).toBe(400);
    expect((await ulla.post(`${lists()}/${list}/columns`, { name: 'N', number: { decimalPlaces: '2' } })).status).toBe(400);
  });
});

describe('a link', () => {
  it('has a column, but no value through Graph', async () => {
    const list = await newList('Links', [{ name: 'Page', hyperlinkOrPicture: { isPicture: false } }]);
    expect((await ulla.get(column(list, 'Page'))).body.hyperlinkOrPicture).toEqual({ isPicture: false });
    const { body } = await add(list, { Title: 'x' });
    const url = 'https://fjordby.example/';
    for (const value of [{ Url: url, Description: 'x' }, url, `${url}, x`, null]) {
      expect(verdict(await add(list, { Title: 'x', Page: value }))).toEqual([400, 'Invalid request']);
      expect(verdict(await ulla.patch(`${lists()}/${list}/items/${body.id}/fields`, { Page: value }))).toEqual([400, 'Invalid request']);
    }
  });
});

describe('filters and orders', () => {
  const columns = [
    { name: 'Starts', dateTime: { format: 'dateTime' }, indexed: true },
    { name: 'Day', dateTime: { format: 'dateOnly' }, indexed: true },
    { name: 'Outcome', choice: { choices: ['Godkendt', 'Udsat'] }, indexed: true },
    { name: 'Closed', boolean: {}, indexed: true },
    { name: 'Order', number: {}, indexed: true },
    { name: 'Written', text: {}, indexed: true },
  ];
  let list: string;
  beforeAll(async () => {
    list = await newList('Sorteret', columns);
    for (const [Title, more] of Object.entries({
      sent: { Starts: '2026-12-01T09:00:00Z', Day: '2026-12-01', Outcome: 'Udsat', Closed: true, Order: 10, Written: '2026-12-01T10:00:00' },
      early: { Starts: '2026-11-24T09:00:00+01:00', Day: '2026-11-24', Outcome: 'Godkendt', Closed: false, Order: 9, Written: '2026-11-24' },
      none: {},
    }))
      expect((await add(list, { Title, ...more })).status).toBe(201);
  });

  const titles = async (query: string): Promise<unknown> => {
    const { status, body } = await ulla.get(`${lists()}/${list}/items?$expand=fields&${query}`);
    return status === 200 ? body.value.map((item: Loose) => item.fields.Title) : status;
  };
  const where = (filter: string) => titles(`$filter=${encodeURIComponent(filter)}`);

  it.each([
    ["fields/Starts eq '2026-11-24T08:00:00Z'", ['early']],
    ['fields/Starts eq 2026-11-24T09:00:00+01:00', ['early']],
    ["fields/Starts ge '2026-11-25'", ['sent']],
    ["fields/Starts lt '2026-11-25T00:00:00Z'", ['early']],
    ["fields/Day eq '2026-11-24'", []],
    ["fields/Day eq '2026-11-23T23:00:00Z'", ['early']],
    ["fields/Outcome eq 'udsat'", ['sent']],
    ['fields/Closed eq true', ['sent']],
    ['fields/Closed eq 0', ['early']],
    ['fields/Order gt 9', ['sent']],
    ["fields/Written eq '2026-12-01T10:00:00'", ['sent']],
    ["startswith(fields/Written,'2026-11')", ['early']],
  ])('%s', async (filter, found) => {
    expect(await where(filter)).toEqual(found);
  });

  it.each([
    "fields/Starts eq 'i morgen'",
    'fields/Starts gt 5',
    "fields/Order eq '10'",
    "fields/Closed eq 'true'",
    'fields/Outcome eq 1',
    "startswith(fields/Starts,'2026')",
  ])('%s is refused', async (filter) => {
    expect(await where(filter)).toBe(400);
  });

  it.each([
    ['Starts', ['none', 'early', 'sent']],
    ['Outcome', ['none', 'early', 'sent']],
    ['Closed', ['none', 'early', 'sent']],
    ['Order', ['none', 'early', 'sent']],
  ])('by %s', async (name, order) => {
    expect(await titles(`$orderby=fields/${name}`)).toEqual(order);
    expect(await titles(`$orderby=fields/${name} desc`)).toEqual([...order].reverse());
  });
});

describe('a default', () => {
  it('is taken by a new item that says nothing, and by no old one', async () => {
    const list = await newList('Standard');
    const { body: old } = await add(list, { Title: 'gammel' });
    for (const given of [
      { name: 'Outcome', choice: { choices: ['Åben', 'Lukket'] }, defaultValue: { value: 'Åben' } },
      { name: 'Closed', boolean: {}, defaultValue: { value: '0' } },
      { name: 'Order', number: {}, defaultValue: { value: '1.5' } },
      { name: 'Starts', dateTime: {}, defaultValue: { value: '2026-11-24T09:00:00+01:00' } },
    ])
      expect((await ulla.post(`${lists()}/${list}/columns`, given)).status).toBe(201);
    expect(Object.keys(await read(list, old.id))).not.toContain('Outcome');
    const defaults = { Outcome: 'Åben', Closed: false, Order: 1.5, Starts: '2026-11-24T08:00:00Z' };
    expect(await read(list, (await add(list, { Title: 'ny' })).body.id)).toMatchObject(defaults);
    const { body: said } = await add(list, { Title: 'selv', Outcome: 'Lukket', Order: null });
    expect(said.fields).toMatchObject({ Outcome: 'Lukket' });
    expect(Object.keys(said.fields)).not.toContain('Order');
    expect((await ulla.patch(column(list, 'Outcome'), { defaultValue: { value: 'Lukket' } })).body.defaultValue.value).toBe('Lukket');
    expect((await add(list, {})).body.fields.Outcome).toBe('Lukket');
    await ulla.patch(column(list, 'Outcome'), { defaultValue: null });
    expect(Object.keys((await add(list, {})).body.fields)).not.toContain('Outcome');
  });

  it.each([
    [{ choice: { choices: ['a'] }, defaultValue: { value: 'b' } }],
    [{ boolean: {}, defaultValue: { value: 'ja' } }],
    [{ number: {}, defaultValue: { value: 'to' } }],
    [{ dateTime: {}, defaultValue: { value: '[today]' } }],
    [{ dateTime: {}, defaultValue: { formula: '=[today]' } }],
    [{ text: {}, validation: { formula: '=LEN([X])>1' } }],
  ])('or a rule that cannot be kept here is refused: %j', async (given) => {
    const list = await newList(`Afvist ${crypto.randomUUID()}`);
    expect((await ulla.post(`${lists()}/${list}/columns`, { name: 'X', ...given })).status).toBe(400);
  });
});

describe('a column that is there', () => {
  it('is renamed in its title only; its name and its type stay', async () => {
    const list = await newList('Omdøbt', [
      { name: 'Start', displayName: 'Begynder', text: {} },
      { name: 'Tags', choice: { choices: ['a'] } },
    ]);
    expect((await ulla.patch(column(list, 'Start'), { displayName: 'Begynder (tekst)' })).body).toMatchObject({
      name: 'Start',
      displayName: 'Begynder (tekst)',
    });
    for (const [name, change] of [
      ['Start', { name: 'Begin' }],
      ['Start', { dateTime: {} }],
      ['Start', { text: { allowMultipleLines: true } }],
      ['Tags', { choice: { displayAs: 'checkBoxes' } }],
      ['Tags', { displayName: 'begynder (TEKST)' }],
      ['Created', { displayName: 'Lavet' }],
    ] as const) {
      const { status } = await ulla.patch(column(list, name), change);
      expect([name, change, status >= 400]).toEqual([name, change, true]);
    }
    expect((await ulla.patch(column(list, 'Title'), { displayName: 'Punkt' })).body.displayName).toBe('Punkt');
  });

  it('gets further choices; a word no longer offered stays in the rows that have it', async () => {
    const list = await newList('Valgmuligheder', [{ name: 'Outcome', choice: { choices: ['Godkendt', 'Udsat'] } }]);
    const { body: item } = await add(list, { Title: 'x', Outcome: 'Udsat' });
    const { body } = await ulla.patch(column(list, 'Outcome'), { choice: { choices: ['Godkendt', 'Sendt tilbage'] } });
    expect(body.choice).toEqual({ allowTextEntry: false, choices: ['Godkendt', 'Sendt tilbage'], displayAs: 'dropDownMenu' });
    expect((await ulla.patch(`${lists()}/${list}/items/${item.id}/fields`, { Title: 'y' })).body).toMatchObject({ Title: 'y', Outcome: 'Udsat' });
    expect((await add(list, { Outcome: 'Udsat' })).status).toBe(400);
    expect((await add(list, { Outcome: 'Sendt tilbage' })).status).toBe(201);
  });

  it('can be hidden: its values are then given only when chosen', async () => {
    const list = await newList('Skjulte værdier', [{ name: 'Shape', number: {} }]);
    const { body: item } = await add(list, { Title: 'x', Shape: 2 });
    await ulla.patch(column(list, 'Shape'), { hidden: true });
    expect(Object.keys(await read(list, item.id))).not.toContain('Shape');
    const chosen = await ulla.get(`${lists()}/${list}/items?$expand=fields($select=Title,Shape)`);
    expect(chosen.body.value[0].fields).toMatchObject({ Title: 'x', Shape: 2 });
    await ulla.patch(column(list, 'Shape'), { hidden: false });
    expect((await read(list, item.id)).Shape).toBe(2);
  });

  it('can become required: new rows must have it, and no row can be emptied of it', async () => {
    const list = await newList('Påkrævet', [{ name: 'Key', text: {} }]);
    const { body: item } = await add(list, { Title: 'x' });
    expect((await ulla.patch(column(list, 'Key'), { required: true })).body.required).toBe(true);
    expect(verdict(await add(list, { Title: 'y' }))).toEqual([400, "Field 'Key' is required"]);
    const fields = `${lists()}/${list}/items/${item.id}/fields`;
    expect((await ulla.patch(fields, { Title: 'z' })).status).toBe(200);
    expect((await ulla.patch(fields, { Key: 'k' })).status).toBe(200);
    expect((await ulla.patch(fields, { Key: null })).status).toBe(400);
  });

  it('takes its values along when it goes, also from earlier versions, and they do not come back with its name', async () => {
    const list = await newList('Fjernet', [{ name: 'Note', text: {}, indexed: true }]);
    const { body: item } = await add(list, { Title: 'x', Note: 'n' });
    await ulla.patch(`${lists()}/${list}/items/${item.id}/fields`, { Note: 'm' });
    const tag = (await ulla.get(`${lists()}/${list}/items/${item.id}`)).body.eTag;
    expect((await ulla.delete(column(list, 'Note'))).status).toBe(204);
    expect((await ulla.get(column(list, 'Note'))).status).toBe(404);
    expect((await ulla.delete(column(list, 'Title'))).status).toBe(400);
    const after = (await ulla.get(`${lists()}/${list}/items/${item.id}`)).body;
    expect([after.eTag, Object.keys(after.fields).includes('Note')]).toEqual([tag, false]);
    expect((await ulla.get(`${lists()}/${list}/items?$filter=fields/Note eq 'm'`)).status).toBe(400);
    await ulla.post(`${lists()}/${list}/columns`, { name: 'Note', text: {}, indexed: true });
    const versions = (await ulla.get(`${lists()}/${list}/items/${item.id}/versions`)).body.value as Loose[];
    expect(versions.flatMap(({ fields }) => Object.keys(fields)).includes('Note')).toBe(false);
    expect((await ulla.get(`${lists()}/${list}/items?$filter=fields/Note eq 'm'`)).body.value).toEqual([]);
  });
});
