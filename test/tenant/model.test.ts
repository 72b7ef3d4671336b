import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { board, fjordby, type Fjordby, type GraphAs, type Loose } from './running.ts';

/** A meeting as the model knows it: who was invited, and what each of them did. */
interface ModelMeeting {
  /** The organiser's event id. */
  id: string;
  iCalUId: string;
  organiser: string;
  subject: string;
  invited: Set<string>;
  answers: Map<string, 'none' | 'accepted' | 'tentativelyAccepted' | 'declined'>;
  /** People whose copy is off the calendar. */
  off: Set<string>;
  cancelledFor: Set<string>;
}

interface ModelRow {
  version: number;
  title: string;
  key: string;
}

const people = ['ulla.skarvad', 'ane.kratholm', 'rikke.vindum', 'mona.thuesen'];
const steps = Number(process.env['DAGSORDEN_MODEL_STEPS'] ?? 400);
const day = '2028-06-15';
const window = `startDateTime=${day}T00:00:00Z&endDateTime=${day}T23:59:00Z&$top=500`;

let tenant: Fjordby;
let graphs: Map<string, GraphAs>;
let items: string;

beforeAll(async () => {
  tenant = await fjordby();
  graphs = new Map(await Promise.all(people.map(async (person) => [person, await tenant.as(person)] as const)));
  const { site } = await board(as('ulla.skarvad'), 'Direktionen');
  const { body } = await as('ulla.skarvad').post(`/sites/${site}/lists`, {
    displayName: 'Model',
    columns: [{ name: 'Key', text: {}, indexed: true }],
    list: {},
  });
  items = `/sites/${site}/lists/${body.id}/items`;
});
afterAll(() => tenant.close());

const as = (person: string): GraphAs => {
  const graph = graphs.get(person);
  if (!graph) throw new Error(`No client for ${person}`);
  return graph;
};
const attendees = (names: Iterable<string>) => [...names].map((name) => ({ emailAddress: { address: `${name}@fjordby.example` } }));
const at = (time: string) => ({ dateTime: `${day}T${time}`, timeZone: 'UTC' });

async function copyOf(meeting: ModelMeeting, person: string): Promise<Loose> {
  const { body } = await as(person).get(`/me/calendarView?${window}&$select=subject,iCalUId,responseStatus,isCancelled,attendees`);
  return body.value.find((event: { iCalUId: string }) => event.iCalUId === meeting.iCalUId);
}

const step = fc.record({
  kind: fc.constantFrom('invite', 'rename', 'reinvite', 'answer', 'answer', 'leave', 'cancel', 'row', 'change', 'change', 'stale', 'remove', 'find'),
  a: fc.nat(),
  b: fc.nat(),
  words: fc.stringMatching(/^[a-zæøå]{1,6}$/),
});

describe('calendars and lists against a model', () => {
  it('agree after every step', async () => {
    const meetings: ModelMeeting[] = [];
    const rows = new Map<string, ModelRow>();
    const pick = <T>(list: readonly T[], number: number): T | undefined => (list.length === 0 ? undefined : list[number % list.length]);
    let done = 0;

    const invite = async (a: number, b: number, words: string) => {
      const organiser = pick(people, a) ?? '';
      const invited = people.filter((person, place) => person !== organiser && (b >> place) % 2 === 1);
      const { body } = await as(organiser).post('/me/events', {
        subject: words,
        start: at('09:00:00'),
        end: at('10:00:00'),
        attendees: attendees(invited),
      });
      meetings.push({
        id: body.id,
        iCalUId: body.iCalUId,
        organiser,
        subject: words,
        invited: new Set(invited),
        answers: new Map(invited.map((person) => [person, 'none'])),
        off: new Set(),
        cancelledFor: new Set(),
      });
    };
    const rename = async (meeting: ModelMeeting, words: string) => {
      await as(meeting.organiser).patch(`/me/events/${meeting.id}`, { subject: words });
      meeting.subject = words;
      // An update is a new invitation to those who had declined or put the meeting away.
      for (const person of meeting.invited) meeting.off.delete(person);
    };
    const reinvite = async (meeting: ModelMeeting, b: number) => {
      const next = people.filter((person, place) => person !== meeting.organiser && (b >> place) % 2 === 1);
      await as(meeting.organiser).patch(`/me/events/${meeting.id}`, { attendees: attendees(next) });
      for (const person of meeting.invited) {
        if (next.includes(person)) continue;
        meeting.answers.delete(person);
        if (!meeting.off.has(person)) meeting.cancelledFor.add(person);
      }
      for (const person of next) {
        if (meeting.invited.has(person)) continue;
        meeting.answers.set(person, 'none');
        meeting.off.delete(person);
        meeting.cancelledFor.delete(person);
      }
      meeting.invited = new Set(next);
    };
    const answer = async (meeting: ModelMeeting, person: string, b: number) => {
      const copy = await copyOf(meeting, person);
      const verb = pick(['accept', 'tentativelyAccept', 'decline'] as const, b) ?? 'accept';
      if (!copy || copy.isCancelled) return;
      expect((await as(person).post(`/me/events/${copy.id}/${verb}`, {})).status).toBe(202);
      meeting.answers.set(person, ({ accept: 'accepted', tentativelyAccept: 'tentativelyAccepted', decline: 'declined' } as const)[verb]);
      if (verb === 'decline') meeting.off.add(person);
    };
    const leave = async (meeting: ModelMeeting, person: string) => {
      const copy = await copyOf(meeting, person);
      if (!copy) return;
      expect((await as(person).delete(`/me/events/${copy.id}`)).status).toBe(204);
      meeting.off.add(person);
    };

    const check = async (meeting: ModelMeeting) => {
      const own = (await as(meeting.organiser).get(`/me/events/${meeting.id}`)).body;
      expect(own.subject).toBe(meeting.subject);
      expect(Object.fromEntries(own.attendees.map((one: Loose) => [one.emailAddress.address.split('@')[0], one.status.response]))).toEqual(
        Object.fromEntries(meeting.answers),
      );
      for (const person of people) {
        if (person === meeting.organiser) continue;
        const copy = await copyOf(meeting, person);
        const expected = meeting.off.has(person)
          ? undefined
          : meeting.invited.has(person)
            ? meeting.subject
            : meeting.cancelledFor.has(person)
              ? 'cancelled'
              : undefined;
        expect([person, copy && (copy.isCancelled ? 'cancelled' : copy.subject)]).toEqual([person, expected]);
      }
    };

    const changeRow = async (id: string, row: ModelRow, words: string) => {
      const { body } = await as('ulla.skarvad').get(`${items}/${id}`);
      expect(body['@odata.etag']).toMatch(new RegExp(`,${row.version}"$`));
      expect(
        (await as('ane.kratholm').patch(`${items}/${id}/fields`, { Title: words, Key: words }, { 'If-Match': body['@odata.etag'] })).status,
      ).toBe(200);
      rows.set(id, { version: row.version + 1, title: words, key: words });
    };

    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 40, maxLength: 40 }), async (plan) => {
        for (const { kind, a, b, words } of plan) {
          done += 1;
          const meeting = pick(meetings.slice(-6), a);
          const person = meeting && pick([...meeting.invited], b);
          const [id, row] = pick([...rows], a) ?? [];
          if (kind === 'invite') await invite(a, b, words);
          else if (kind === 'row') {
            const { body } = await as('ulla.skarvad').post(items, { fields: { Title: words, Key: words } });
            rows.set(body.id, { version: 1, title: words, key: words });
          } else if (kind === 'find') {
            const { body } = await as('ane.kratholm').get(
              `${items}?$expand=fields($select=Title)&$filter=fields/Key eq '${encodeURIComponent(words)}'&$top=999`,
            );
            const expected = [...rows].filter(([, { key }]) => key.toLowerCase() === words.toLowerCase()).map(([number]) => number);
            expect(body.value.map((item: { id: string }) => item.id)).toEqual(expected.sort((x, y) => Number(x) - Number(y)));
          } else if (id !== undefined && row !== undefined && kind === 'change') await changeRow(id, row, words);
          else if (id !== undefined && row !== undefined && kind === 'stale') {
            expect(
              (await as('ane.kratholm').patch(`${items}/${id}/fields`, { Title: words }, { 'If-Match': '"00000000-0000-4000-8000-000000000000,1"' }))
                .status,
            ).toBe(412);
            expect((await as('ulla.skarvad').get(`${items}/${id}/fields`)).body.Title).toBe(row.title);
          } else if (id !== undefined && kind === 'remove') {
            expect((await as('ulla.skarvad').delete(`${items}/${id}`)).status).toBe(204);
            rows.delete(id);
          } else if (meeting) {
            if (kind === 'rename') await rename(meeting, words);
            else if (kind === 'reinvite') await reinvite(meeting, b);
            else if (kind === 'answer' && person !== undefined) await answer(meeting, person, b);
            else if (kind === 'leave' && person !== undefined) await leave(meeting, person);
            else if (kind === 'cancel') {
              await as(meeting.organiser).post(`/me/events/${meeting.id}/cancel`);
              for (const one of people) if (one !== meeting.organiser) expect([undefined, true]).toContain((await copyOf(meeting, one))?.isCancelled);
              meetings.splice(meetings.indexOf(meeting), 1);
              continue;
            }
            await check(meeting);
          }
        }
      }),
      { numRuns: Math.ceil(steps / 40), seed: 20261121, endOnFailure: true },
    );
    expect(done).toBeGreaterThanOrEqual(steps);
  }, 900_000);
});
