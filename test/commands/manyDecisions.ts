import { createGraph } from '../../src/graph/client.ts';
import { asItemId, asMeetingKey } from '../../src/meeting/ids.ts';
import type { Board } from '../../src/meeting/meeting.ts';
import { meetingToFields } from '../../src/storage/meetingFields.ts';
import { minutesToFields } from '../../src/storage/minutesRow.ts';
import { createStore } from '../../src/storage/createStore.ts';
import type { Store } from '../../src/storage/store.ts';
import { addItem } from '../../src/tenant/microsoftGraph/sharepoint/itemStore.ts';
import { columnsOf, listBy } from '../../src/tenant/microsoftGraph/sharepoint/listStore.ts';
import { siteBy } from '../../src/tenant/microsoftGraph/sharepoint/siteStore.ts';
import { everyScope, fjordby, type Fjordby } from '../tenant/running.ts';

const ITEMS = 20;
/** So many days lie between two meetings: a body that meets nearly five times a week fills 20 years with 5,000 meetings. */
const EVERY_DAYS = 1.5;
const DAY = 86_400_000;

export interface ManyDecisions {
  readonly board: Board;
  readonly store: Store;
  /** Requests sent since it was last emptied: each batch is one. */
  sent: number;
  /** The most list rows that any of their requests matched: with a filter on one indexed column these are all that are examined. */
  rows: number;
  empty(): void;
  close(): Promise<void>;
}

/** A board with so many held meetings of twenty decided items each, put into the tenant's database past Graph. The oldest meeting alone speaks of "nåleøje". */
export async function manyDecisions(meetings: number, now: number): Promise<ManyDecisions> {
  const town = await fjordby();
  const { body } = await town.dev('POST', '/token', { user: 'ulla.skarvad@fjordby.example', scopes: everyScope });
  const many = { sent: 0, rows: 0 };
  const graph = createGraph({
    baseUrl: `${town.origin}/v1.0`,
    token: () => Promise.resolve(String((body as { access_token: unknown }).access_token)),
    fetch: async (input, init) => {
      many.sent += 1;
      const answer = await fetch(input, init);
      const { responses = [] } = (await answer.clone().json()) as { responses?: readonly { body?: { value?: readonly unknown[] } }[] };
      many.rows = Math.max(many.rows, ...responses.map((each) => each.body?.value?.length ?? 0));
      return answer;
    },
  });
  const store = createStore(graph);
  const team = (await store.teams()).find(({ name }) => name === 'Byrådet') ?? (await store.teams())[0];
  if (!team) throw new Error('Fjordby has lost its teams.');
  const board = { ...(await store.prepareBoard(team, () => undefined)), closedSiteId: null };
  fill(town, board, meetings, now);
  return Object.assign(many, {
    board,
    store,
    empty: () => {
      many.sent = 0;
      many.rows = 0;
    },
    close: () => town.close(),
  });
}

function fill({ tenant: { db } }: Fjordby, board: Board, meetings: number, now: number): void {
  const site = siteBy(db, board.siteId);
  const author = db.get<{ body: string }>(
    'SELECT body FROM item WHERE list = ? LIMIT 1',
    listBy(db, site?.id ?? '', 'DagsordenMoedeforum')?.id ?? '',
  );
  if (!site || !author) throw new Error('The board has lost its site.');
  const body = JSON.parse(author.body) as Parameters<typeof addItem>[4];
  const adder = (name: string) => {
    const list = listBy(db, site.id, name);
    if (!list) throw new Error(`The board has no list ${name}.`);
    const columns = columnsOf(db, list.id, now);
    return (fields: Record<string, unknown>) =>
      addItem(db, list, columns, Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)), body);
  };
  const [addMeeting, addLine] = [adder('DagsordenMoeder'), adder('DagsordenReferat')];
  for (let number = meetings; number >= 1; number -= 1) {
    const start = new Date(now - number * EVERY_DAYS * DAY).toISOString();
    const key = asMeetingKey(number.toString(16).padStart(32, '0'));
    const head = { title: `Møde ${number}`, date: start.slice(0, 10), endDate: null, start: null, end: null, location: null, chair: null };
    const status = { agenda: 'sent', sentAt: start, minutes: 'published' } as const;
    addMeeting(meetingToFields({ key, head, iCalUId: key, originalStart: null, start, end: start, status }));
    for (let place = 1; place <= ITEMS; place += 1) {
      const words = number === meetings && place === 7 ? 'Kamelen gik gennem nåleøjet.' : `Sag ${number}.${place} godkendt.`;
      addLine(minutesToFields(key, { version: 1, position: place, publishedAt: start, around: null, line: lineOf(key, place, words) }));
    }
  }
}

const lineOf = (key: string, place: number, decision: string) => ({
  itemId: asItemId(`${key}/${place}`),
  number: String(place),
  title: `Sag ${place}`,
  openness: 'open' as const,
  decision,
  outcome: 'approved' as const,
  notTreated: false,
  parentId: null,
  day: null,
  block: null,
  recommendations: [],
});
