import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fjordby, type Fjordby, type GraphAs, type Loose } from './running.ts';

let tenant: Fjordby;
let ulla: GraphAs;
let ane: GraphAs;

beforeAll(async () => {
  tenant = await fjordby();
  [ulla, ane] = [await tenant.as('ulla.skarvad'), await tenant.as('ane.kratholm')];
});
afterAll(() => tenant.close());
afterEach(() => tenant.dev('DELETE', '/faults'));

const at = (dateTime: string) => ({ dateTime, timeZone: 'Romance Standard Time' });
const attendees = [{ type: 'required', emailAddress: { address: 'ane.kratholm@fjordby.example' } }];
const made = async (body: Record<string, unknown>): Promise<Loose> => (await ulla.post('/me/events', { subject: 'Møde', attendees, ...body })).body;
const shown = (person: GraphAs, id: string): Promise<Loose> =>
  person.get(`/me/events/${id}`, { Prefer: 'outlook.timezone="UTC"' }).then(({ body }) => body);
const instances = async (id: string): Promise<Loose[]> =>
  (await ulla.get(`/me/events/${id}/instances?startDateTime=2027-07-01&endDateTime=2027-08-01`)).body.value;
const weekly = { pattern: { type: 'daily', interval: 7 }, range: { type: 'numbered', startDate: '2027-07-05', numberOfOccurrences: 2 } };
const day = { isAllDay: true, start: at('2027-07-05T00:00:00'), end: at('2027-07-06T00:00:00') };

describe('a calendar that is unkind on request', () => {
  it('converts all-day events to the zone that is asked for, in summer by two hours', async () => {
    const { id } = await made(day);
    expect((await shown(ulla, id)).start.dateTime).toMatch(/^2027-07-05T00:00/);
    await tenant.dev('POST', '/faults', { zonedDays: true });
    expect((await shown(ulla, id)).start.dateTime).toMatch(/^2027-07-04T22:00/);
  });

  it('tells the slot of an all-day occurrence as midnight UTC of its day', async () => {
    const { id } = await made({ ...day, recurrence: weekly });
    expect((await instances(id))[0].originalStart).toBe('2027-07-04T22:00:00Z');
    await tenant.dev('POST', '/faults', { daySlots: true });
    expect((await instances(id))[0].originalStart).toBe('2027-07-05T00:00:00Z');
  });

  it('gives each occurrence an iCalUId of its own, with its day in it', async () => {
    const { id, iCalUId } = await made({ start: at('2027-07-05T09:00:00'), end: at('2027-07-05T10:00:00'), recurrence: weekly });
    expect((await instances(id)).map((one) => one.iCalUId)).toEqual([iCalUId, iCalUId]);
    await tenant.dev('POST', '/faults', { uidPerOccurrence: true });
    const [first, second] = await instances(id);
    expect(first.iCalUId.slice(32, 40)).toBe('07EB0705');
    expect(second.iCalUId.slice(32, 40)).toBe('07EB070C');
    expect(first.iCalUId.replace('07EB0705', '')).toBe(second.iCalUId.replace('07EB070C', ''));
    expect((await shown(ulla, id)).iCalUId).toBe(iCalUId);
  });

  it('keeps answers when the organiser changes the time', async () => {
    const answers = async (id: string) => (await shown(ulla, id)).attendees.map(({ status }: Loose) => status.response);
    const moved = { start: at('2027-07-06T09:00:00'), end: at('2027-07-06T10:00:00') };
    for (const keepsAnswers of [false, true]) {
      const { id, iCalUId } = await made({ start: at('2027-07-05T09:00:00'), end: at('2027-07-05T10:00:00') });
      const copy = (await ane.get(`/me/events?$filter=iCalUId eq '${iCalUId}'`)).body.value[0].id;
      await ane.post(`/me/events/${copy}/accept`, { sendResponse: true });
      if (keepsAnswers) await tenant.dev('POST', '/faults', { keepsAnswers });
      await ulla.patch(`/me/events/${id}`, moved);
      expect(await answers(id)).toEqual([keepsAnswers ? 'accepted' : 'none']);
    }
  });
});
