import { describe, expect, test } from 'vitest';
import { asItStands, publicationOrder } from '../../src/commands/publish/publicationOrder.ts';
import type { LinesOrder } from '../../src/commands/publish/publishInput.ts';
import { publishMinutesOrder } from '../../src/commands/publish/publishMinutes.ts';
import type { Workplace } from '../../src/commands/workplace.ts';
import type { Apology, MeetingFile } from '../../src/meeting/meeting.ts';
import { minutesLines } from '../../src/meeting/minutesLines.ts';
import { agendaOf, fileOf } from '../meeting/agendas.ts';

const deskAt = (time: string) =>
  ({ now: () => new Date(time), language: 'da', appOrigin: 'https://dagsorden.fjordby.example' }) as unknown as Workplace;
const shown = deskAt('2026-09-03T12:05:00.250Z');
const later = deskAt('2026-09-04T07:00:00.000Z');

const apology: Apology = {
  id: 'ane',
  person: { id: null, name: 'Ane Kratholm', email: 'ane.kratholm@fjordby.example' },
  scope: { kind: 'meeting' },
  substitute: null,
  receivedAt: '2026-09-01T08:00:00Z',
  enteredBy: 'Ane Kratholm',
  withdrawnAt: null,
};
const agenda = agendaOf(['1 Budget', '> 1.a Frie midler', '2 Personsag (lukket)'], { location: 'Rådhuset' });
const file: MeetingFile = fileOf(agenda, {
  apologies: [
    apology,
    { ...apology, id: 'poul', person: { ...apology.person, email: 'p@fjordby.example' }, scope: { kind: 'items', itemIds: [agenda.items[2]!.id] } },
  ],
});
const withRecommendation = (text: string): MeetingFile => ({
  ...file,
  agenda: { ...agenda, items: agenda.items.map((item) => ({ ...item, sections: [{ role: 'recommendation' as const, heading: null, text }] })) },
});

describe('an order to publish', async () => {
  const order = publicationOrder(shown, file, { notes: [], followUps: [] });
  const kept = await publishMinutesOrder.read({ version: 2, input: JSON.parse(JSON.stringify(order)) });

  test('is kept to the last word, and sends what was shown, under the version and time it was given', () => {
    expect(kept).toEqual(order);
    expect(asItStands(later, kept, file, { notes: [], followUps: [] })).toEqual(order);
  });

  test.each<[string, MeetingFile]>([
    ['another place', { ...file, agenda: { ...agenda, location: 'Byrådssalen' } }],
    ['another time', { ...file, occasion: { ...file.occasion, end: '2026-09-03T10:00:00.000Z' } }],
    ['an apology taken back', { ...file, apologies: [{ ...apology, withdrawnAt: '2026-09-02T08:00:00Z' }] }],
    ['another recommendation', withRecommendation('at sagen godkendes')],
    ['another title', { ...file, agenda: agendaOf(['1 Budget', '> 1.a Bundne midler', '2 Personsag (lukket)'], { location: 'Rådhuset' }) }],
  ])('sends nothing where the page would have %s', (_what, now) => {
    expect(() => asItStands(later, kept, now, { notes: [], followUps: [] })).toThrow(expect.objectContaining({ name: 'Conflict' }));
  });

  test('of version 1, which kept the lines alone, sends them with what stands around them now, or nothing', async () => {
    const input: LinesOrder = {
      ...order,
      outside: minutesLines(agenda, [], 'outside'),
      closed: minutesLines(agenda, [], 'circle').filter(({ openness }) => openness === 'closed'),
    };
    const earlier = await publishMinutesOrder.read({ version: 1, input: JSON.parse(JSON.stringify(input)) });
    expect(earlier).toEqual(input);
    expect(asItStands(later, earlier, file, { notes: [], followUps: [] })).toEqual(order);
    const changed = { ...file, agenda: { ...agenda, items: agenda.items.slice(1) } };
    expect(() => asItStands(later, earlier, changed, { notes: [], followUps: [] })).toThrow(expect.objectContaining({ name: 'Conflict' }));
  });
});
