import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { agendaDocument } from '../../src/exporters/document/agendaDocument.ts';
import { minutesDocument } from '../../src/exporters/document/minutesDocument.ts';
import { printMail } from '../../src/exporters/printers/mail.ts';
import { printPlainText } from '../../src/exporters/printers/plainText.ts';
import { editionOf } from '../../src/meeting/edition.ts';
import { headOf } from '../../src/meeting/head.ts';
import type { Board, CalendarEvent, MeetingFile } from '../../src/meeting/meeting.ts';
import type { UnreadRow } from '../../src/meeting/unreadRow.ts';
import { outlineOf } from '../../src/meeting/outline.ts';
import { listNamed, type ListName } from '../../src/storage/lists.ts';
import { headTime, longMoment, meetingTime, shortMoment } from '../../src/ui/i18n/dates.ts';
import { agendaOf, at } from '../meeting/agendas.ts';
import { comingMeeting, fjordby } from './fjordby.ts';

const town = fjordby();
const secretary = 'ulla.skarvad';
const attendee = 'ane.kratholm';

let board: Board;
let event: CalendarEvent;
let file: MeetingFile;

const paper = { number: '1', title: 'Budget', documentId: null, openness: 'open' as const, url: 'https://fjordby.example/budget' };
const agenda = agendaOf(['1 Budget @08.30-08.45 /15', '> 1.a Følsomhed', 'Pause /10', '2 Organisering (lukket) /30', '3 Evt'], {
  start: at('08.30'),
  title: 'Direktionsmøde',
  location: 'Rådhuset',
});
const items = agenda.items.map((item, place) =>
  place === 0 ? { ...item, attachments: [paper], block: 'Formiddag', presenters: ['Ulla Skarvad'] } : item,
);

beforeAll(async () => {
  const ulla = await town.as(secretary);
  const team = (await ulla.board.listBoards()).find((choice) => choice.name === 'Direktionen')!;
  board = await ulla.board.prepareBoard(team.teamId, () => undefined);
  event = await comingMeeting(ulla, /^Direktionsmøde/);
  file = await ulla.agenda.attachAgenda({ event, board, agenda: { ...agenda, items } }, () => undefined);
  const ane = await town.as(attendee);
  const own = await comingMeeting(ane, /^Direktionsmøde/);
  await ane.apology.sendApology({ file, event: own, scope: { kind: 'items', itemIds: [items[0]!.id] }, substitute: 'Torkil Bækhøj', message: '' });
  const words = { publicDecision: '', notTreated: false, decision: 'Godkendt med bemærkninger.', outcome: 'approved' as const };
  for (const item of items.filter(({ kind }) => kind === 'item'))
    await ulla.minutes.recordTreatment(file, { ...words, itemId: item.id, openness: item.openness });
  await ulla.publish.publishMinutes(await ulla.find.openMeeting(file.pointer), () => undefined);
  file = await ulla.find.openMeeting(file.pointer);
});

interface Damage {
  /** Which of the lists that opening asks for. */
  readonly answer: number;
  readonly row: number;
  readonly column: string;
  readonly value: unknown;
}
/** The lists in the order in which opening asks for them. */
const ASKED: readonly ListName[] = [
  'DagsordenMoedeforum',
  'DagsordenMoeder',
  'DagsordenPunkter',
  'DagsordenAfbud',
  'DagsordenBehandling',
  'DagsordenPunkter',
  'DagsordenReferat',
  'DagsordenUdgivelse',
  'DagsordenReferat',
];

/** The network, with cells that come back otherwise than they are stored. */
function damaging(damages: readonly Damage[], hit: { rows: string[] }): typeof fetch {
  return async (input, init) => {
    const answer = await fetch(input, init);
    if (!String(input instanceof Request ? input.url : input).endsWith('/$batch')) return answer;
    const body = (await answer.json()) as { responses: { id: string; body: { value?: { id: string; fields: Record<string, unknown> }[] } }[] };
    const inOrder = body.responses.toSorted((a, b) => Number(a.id) - Number(b.id));
    hit.rows = damages.flatMap(({ answer: place, row, column, value }) => {
      const rows = inOrder[place]?.body.value ?? [];
      const found = rows[row % Math.max(1, rows.length)];
      if (!found) return [];
      found.fields[column] = value;
      return [`${ASKED[place] ?? ''} ${found.id}`];
    });
    return Response.json(body, { status: answer.status });
  };
}

/** Signs that no column of any kind can be read from. */
const ofNoKind = fc.constantFrom<unknown>(['Bilag 1'], { Label: 'x' }, [{ LookupId: 3 }]);
const written = fc.oneof(
  fc.constantFrom<unknown>('', null, '3/12', 'Bilag 1: Budget.xlsx', '{"a":', '[1,2]', '[{"title":7}]', 'i overmorgen', -1, 1e300, 0.5, true, 'Ja'),
  fc.constantFrom<unknown>(
    '<div class="ExternalClass1"><p>Hej</p></div>',
    '\u202Etdnekdog',
    '2026-13-45',
    '2026-02-30T99:99',
    '275760-09-14T00:00:00Z',
  ),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.integer(),
);
/** What a row of DagsordenBehandling says twice, for those who sort and filter it: its RowId says the same. */
const FOR_PEOPLE = ['ItemId', 'DecisionNumber'];

const cell = fc.integer({ min: 0, max: ASKED.length - 1 }).chain((answer) =>
  fc.record({
    answer: fc.constant(answer),
    row: fc.nat(20),
    // Opening asks by the key, so what is stored elsewhere does not come back; a board without a team is one being brought up; and
    // who is sending the invitation is read by whoever closes an item, not by an opening.
    column: fc.constantFrom(
      ...listNamed(ASKED[answer]!)
        .columns.map(({ name }) => name)
        .filter(
          (name) => !['MeetingKey', 'TeamGuid', 'Shape', 'Sending', ...(ASKED[answer] === 'DagsordenBehandling' ? FOR_PEOPLE : [])].includes(name),
        ),
    ),
  }),
);

/** Everything a screen or a printer makes of a meeting. */
function print(opened: MeetingFile): void {
  const head = headOf(opened);
  outlineOf(opened.agenda);
  for (const audience of ['circle', 'outside'] as const) {
    const frame = { id: 'x', link: { href: 'https://fjordby.example/', words: 'Åbn' } };
    for (const detail of ['outline', 'full'] as const) {
      const made = agendaDocument({ agenda: opened.agenda, head, audience, language: 'da', detail });
      printMail(made, frame);
      printPlainText(made);
    }
    printMail(minutesDocument({ edition: editionOf(opened, audience, 9, '2026-08-30T10:00:00Z'), language: 'da', detail: 'full' }), frame);
  }
  if (opened.minutes) printPlainText(minutesDocument({ edition: opened.minutes, language: 'da', detail: 'full' }));
  meetingTime(opened.occasion.start, opened.occasion.end, 'da');
  for (const { at: when } of opened.publications) shortMoment(when, 'da');
  if (opened.minutes) [longMoment(opened.minutes.publishedAt, 'da'), headTime(opened.minutes.head, 'da')].join();
  for (const { receivedAt } of opened.apologies) longMoment(receivedAt, 'da');
}

describe('rows that others have touched', () => {
  test('any cells changed to anything: the meeting opens and prints, and what is not damaged is as it was', { timeout: 120_000 }, async () => {
    const damages = fc.array(fc.tuple(cell, fc.oneof(written, ofNoKind)), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(damages, async (pairs) => {
        const hit = { rows: [] as string[] };
        const network = damaging(
          pairs.map(([where, value]) => ({ ...where, value })),
          hit,
        );
        const opened = await town.storeOf(secretary, network).openMeeting(file.pointer);
        print(opened);
        const ids = new Set(hit.rows);
        // Only what was touched is told of.
        for (const { list, row } of opened.unread) expect(ids).toContain(`${list} ${row}`);
        const lists = new Set(hit.rows.map((row) => row.split(' ')[0]));
        if (!lists.has('DagsordenAfbud')) expect(opened.apologies).toEqual(file.apologies);
        if (!lists.has('DagsordenBehandling')) expect(opened.treatments).toEqual(file.treatments);
        if (!lists.has('DagsordenUdgivelse')) expect(opened.publications).toEqual(file.publications);
        if (!lists.has('DagsordenReferat')) expect(opened.minutes).toEqual(file.minutes);
        if (!lists.has('DagsordenPunkter')) expect(opened.agenda.items).toEqual(file.agenda.items);
        else expect(opened.agenda.items.length).toBeGreaterThanOrEqual(file.agenda.items.length - pairs.length);
      }),
      { numRuns: 150 },
    );
  });

  test('a cell of another kind is told by list, row and column, with the way to it', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(cell, ofNoKind, async (where, value) => {
        // The board's row is asked for by its id.
        fc.pre(where.answer > 0 || where.column !== 'RowId');
        const hit = { rows: [] as string[] };
        const opened = await town.storeOf(secretary, damaging([{ ...where, value }], hit)).openMeeting(file.pointer);
        const title = listNamed(ASKED[where.answer]!).columns.find(({ name }) => name === where.column)!.displayName;
        for (const row of hit.rows) {
          const told = opened.unread.find((each) => `${each.list} ${each.row}` === row && each.column === title);
          expect(told, `${row} ${title}`).toBeDefined();
          expect(told!.webUrl).toMatch(/^https:\/\/.+\/Lists\/Dagsorden/);
        }
      }),
      { numRuns: 100 },
    );
  });

  test.each<[string, ListName, string, unknown]>([
    ['a name in the column of papers', 'DagsordenPunkter', 'Papers', 'Bilag 1: Budget.xlsx'],
    ['a date as people write it', 'DagsordenMoeder', 'Date', '3. december 2026'],
    ['a time that there is none of', 'DagsordenPunkter', 'StartTime', 'kl. halv ni'],
    ['a word that is no choice', 'DagsordenPunkter', 'CaseType', 'Til efterretning'],
    ['a number that is none', 'DagsordenPunkter', 'Minutes', 'ca. 20'],
    ['a number beyond all days', 'DagsordenPunkter', 'DayNumber', 1e12],
    ['a day that there is not', 'DagsordenMoeder', 'StartsAt', '2026-02-31x'],
    ['a target that there is not', 'DagsordenUdgivelse', 'Destination', 'Avisen'],
    ['an edition changed by hand', 'DagsordenReferat', 'Edition', 99],
    ['an item changed by hand', 'DagsordenReferat', 'ItemId', 'x'],
    ['a head that is no head', 'DagsordenReferat', 'Head', '{"head":'],
  ])('%s is told', async (_what, list, column, value) => {
    const hit = { rows: [] as string[] };
    const opened = await town.storeOf(secretary, damaging([{ answer: ASKED.indexOf(list), row: 0, column, value }], hit)).openMeeting(file.pointer);
    const title = listNamed(list).columns.find(({ name }) => name === column)!.displayName;
    expect(opened.unread.map((row) => `${row.list} ${row.row} ${row.column}`)).toEqual([`${hit.rows[0]!} ${title}`]);
    expect(opened.minutes).toMatchObject({ version: 1, lines: file.minutes!.lines });
  });

  test('numbers and yes as text are read, and the same meeting stands there', async () => {
    const hit = { rows: [] as string[] };
    const answer = ASKED.indexOf('DagsordenPunkter');
    const damages: Damage[] = [
      { answer, row: 0, column: 'Minutes', value: '15' },
      { answer, row: 0, column: 'IsStanding', value: 'Nej' },
      { answer, row: 1, column: 'Position', value: String(2048) },
    ];
    const opened = await town.storeOf(secretary, damaging(damages, hit)).openMeeting(file.pointer);
    expect(opened.unread).toEqual([]);
    expect(opened.agenda.items[0]).toEqual(file.agenda.items[0]);
  });
});

describe('what cannot be read is never written over', () => {
  const rows = async (list: ListName) =>
    ((await town.ask(secretary, `/sites/${board.siteId}/lists/${list}/items?$expand=fields&$top=200`)).body as { value: StoredRow[] }).value;
  interface StoredRow {
    readonly id: string;
    readonly fields: Record<string, unknown>;
  }
  const rowOf = async (list: ListName, rowId: string) => (await rows(list)).find(({ fields }) => fields['RowId'] === rowId)!;
  const edit = async (list: ListName, rowId: string, fields: Record<string, unknown>) => {
    const { id } = await rowOf(list, rowId);
    const answer = await town.ask(secretary, `/sites/${board.siteId}/lists/${list}/items/${id}/fields`, { method: 'PATCH', body: fields });
    expect(answer.status).toBe(200);
  };
  const add = (list: ListName, fields: Record<string, unknown>) =>
    town.ask(secretary, `/sites/${board.siteId}/lists/${list}/items`, { method: 'POST', body: { fields } });
  const byHand = 'Bilag 1: Budget.xlsx';

  test('papers typed by hand stay, whatever is done with the item: changed, closed, taken out, attached anew', { timeout: 60_000 }, async () => {
    const ulla = await town.as(secretary);
    const id = items[0]!.id;
    await edit('DagsordenPunkter', id, { Papers: byHand });
    let opened = await ulla.find.openMeeting(file.pointer);
    expect(opened.unread).toMatchObject([{ list: 'DagsordenPunkter', column: 'Bilag', wholeRow: false }]);
    expect(opened.agenda.items[0]).toMatchObject({ title: 'Budget', attachments: [] });
    const renamed = opened.agenda.items.map((item) => (item.id === id ? { ...item, title: 'Budget 2027' } : item));
    await town.storeOf(secretary).changeItems(file.pointer, opened.agenda.items, renamed);
    opened = await ulla.find.openMeeting(file.pointer);
    expect(opened.agenda.items[0]).toMatchObject({ title: 'Budget 2027' });
    const changes = [
      renamed.map((item) => (item.id === id ? { ...item, attachments: [paper] } : item)),
      renamed.map((item) => (item.id === id ? { ...item, openness: 'closed' as const } : item)),
      renamed.filter((item) => item.id !== id && item.parentId !== id),
    ];
    for (const after of changes) {
      await expect(town.storeOf(secretary).changeItems(file.pointer, renamed, after)).rejects.toMatchObject({ name: 'Conflict' });
      expect((await rowOf('DagsordenPunkter', id)).fields['Papers']).toBe(byHand);
    }
    const whole = { before: renamed, opens: {} };
    const written = renamed.map((item) => (item.id === id ? { ...item, minutes: 20 } : item));
    await town.storeOf(secretary).writeItems(file.pointer, written, () => undefined, whole);
    const changed = written.map((item) => (item.id === id ? { ...item, attachments: [paper] } : item));
    const again = { before: written, opens: {} };
    for (const after of [changed, written.slice(2)])
      await expect(town.storeOf(secretary).writeItems(file.pointer, after, () => undefined, again)).rejects.toMatchObject({ name: 'Conflict' });
    expect((await rowOf('DagsordenPunkter', id)).fields).toMatchObject({ Papers: byHand, Minutes: 20 });
    await edit('DagsordenPunkter', id, { Papers: JSON.stringify([paper]) });
    opened = await ulla.find.openMeeting(file.pointer);
    expect(opened.unread).toEqual([]);
    expect(opened.agenda.items[0]!.attachments).toEqual([paper]);
  });

  test('rows added by hand, without an id, are told and stay; the others are read, changed and listed', { timeout: 60_000 }, async () => {
    const ulla = await town.as(secretary);
    const before = await ulla.find.openMeeting(file.pointer);
    for (const list of ['DagsordenPunkter', 'DagsordenAfbud', 'DagsordenReferat', 'DagsordenUdgivelse'] as const)
      expect((await add(list, { Title: 'Skrevet i hånden', MeetingKey: file.pointer.key })).status).toBe(201);
    expect((await add('DagsordenMoeder', { Title: 'Julefrokost', FullTitle: 'Julefrokost' })).status).toBe(201);
    const opened = await ulla.find.openMeeting(file.pointer);
    expect({ ...opened, unread: [] }).toEqual({ ...before, unread: [] });
    expect(opened.unread.map(({ list, wholeRow }) => `${list} ${wholeRow}`).sort()).toEqual([
      'DagsordenAfbud true',
      'DagsordenPunkter true',
      'DagsordenReferat true',
      'DagsordenUdgivelse true',
    ]);
    let unread: readonly UnreadRow[] = [];
    const listed = await ulla.board.listBoardMeetings(board, (told) => {
      unread = told;
    });
    expect(listed.map(({ title }) => title)).toEqual(['Direktionsmøde']);
    expect(unread).toMatchObject([{ list: 'DagsordenMoeder', column: 'Række-id', wholeRow: true }]);
    await town.storeOf(secretary).writeItems(file.pointer, opened.agenda.items, () => undefined, { before: opened.agenda.items, opens: {} });
    const log = await ulla.publish.publishMinutes(opened, () => undefined);
    expect(log.every(({ state }) => state === 'done')).toBe(true);
    for (const list of ['DagsordenPunkter', 'DagsordenAfbud', 'DagsordenReferat', 'DagsordenUdgivelse', 'DagsordenMoeder'] as const)
      expect((await rows(list)).filter(({ fields }) => fields['RowId'] === undefined)).toHaveLength(1);
  });

  test('a column turned to rich text is read as text, its sections keep what they are for, and a change of another goes with it', async () => {
    const id = items[4]!.id;
    const html =
      '<div class="ExternalClass5F1B"><p>## Form&#229;l &#123;#purpose&#125;</p><p>Vi <b>ser</b> p&aring; &lt;rammen&gt;<br>og planen</p><ul><li>et</li><li>to</li></ul></div>';
    const sections = [{ role: 'purpose', heading: 'Formål', text: '\nVi ser på <rammen>\nog planen\n\n- et\n- to' }];
    await edit('DagsordenPunkter', id, { Sections: html });
    const opened = await town.storeOf(secretary).openMeeting(file.pointer);
    const evt = opened.agenda.items.find((item) => item.id === id)!;
    expect(evt.sections).toEqual(sections);
    const after = opened.agenda.items.map((item) => (item.id === id ? { ...item, title: 'Eventuelt' } : item));
    await town.storeOf(secretary).changeItems(file.pointer, opened.agenda.items, after);
    expect((await rowOf('DagsordenPunkter', id)).fields).toMatchObject({ FullTitle: 'Eventuelt', Sections: html });
  });

  test("the meeting's row is found by its id where its key is gone, and by its key where its id is", async () => {
    const { key } = file.pointer;
    await edit('DagsordenMoeder', key, { MeetingKey: 'x' });
    expect((await town.storeOf(secretary).openMeeting(file.pointer)).unread).toContainEqual(
      expect.objectContaining({ list: 'DagsordenMoeder', column: 'Mødenøgle', wholeRow: false }),
    );
    await edit('DagsordenMoeder', key, { MeetingKey: key, RowId: 'y' });
    const opened = await town.storeOf(secretary).openMeeting(file.pointer);
    expect(opened.agenda.title).toBe('Direktionsmøde');
    expect(opened.unread).toContainEqual(expect.objectContaining({ list: 'DagsordenMoeder', column: 'Række-id', wholeRow: false }));
    await edit('DagsordenMoeder', 'y', { RowId: key });
  });
});
