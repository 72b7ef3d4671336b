import { beforeAll, expect, test } from 'vitest';
import { parseClock } from '../../src/meeting/clock.ts';
import type { ApologyScope, MeetingFile } from '../../src/meeting/meeting.ts';
import { treatmentOf } from '../../src/meeting/run.ts';
import { readApologies } from '../../src/importers/apologyLines.ts';
import { agendaOf, at } from '../meeting/agendas.ts';
import { comingMeeting, fjordby } from './fjordby.ts';

// An apology for a part of the meeting, from the sheet to the published minutes and back out of their files.

const town = fjordby();
let file: MeetingFile;
beforeAll(async () => {
  const ulla = await town.as('ulla.skarvad');
  const team = (await ulla.board.listBoards()).find(({ name }) => name === 'Direktionen')!;
  const board = await ulla.board.prepareBoard(team.teamId, () => undefined);
  const event = await comingMeeting(ulla, /^Direktionsmøde/);
  const agenda = agendaOf(['1 Havnen @09.00-10.00', '2 Skolen @10.00-11.00', '3 Budget @11.00-12.00'], {
    start: at('09.00'),
    title: 'Direktionsmøde',
  });
  file = await ulla.agenda.attachAgenda({ event, board, agenda }, () => undefined);
});

test('who comes for a part, who leaves and who misses some items stand so in the minutes and their files, and are read back', async () => {
  const [, two, three] = file.agenda.items.map(({ id }) => id);
  const sent: readonly (readonly [string, ApologyScope])[] = [
    ['ane.kratholm', { kind: 'part', arrives: { clock: parseClock('10.00')! }, leaves: null }],
    ['lene.vadgaard', { kind: 'part', arrives: null, leaves: { item: two! } }],
    ['poul.kringelholm', { kind: 'items', itemIds: [three!] }],
    ['mona.thuesen', { kind: 'meeting' }],
  ];
  for (const [person, scope] of sent) {
    const commands = await town.as(person);
    await commands.apology.sendApology({ file, event: await commands.find.findMyEvent(file), scope, substitute: null, message: 'Ses' });
  }
  const ulla = await town.as('ulla.skarvad');
  const now = () => ulla.find.openMeeting(file.pointer);
  for (const item of file.agenda.items) {
    const before = await now();
    await ulla.minutes.recordTreatment(before, {
      ...treatmentOf(before.agenda, before.treatments, item),
      outcome: 'approved',
      decision: 'Godkendt.',
    });
  }
  await ulla.publish.publishMinutes(await now(), () => undefined);
  const { minutes } = await now();
  expect(minutes?.excused).toMatchObject([
    { name: 'Ane Kratholm', scope: { kind: 'part', arrives: { clock: '10:00' }, leaves: null } },
    { name: 'Lene Vadgaard', scope: { kind: 'part', arrives: null, leaves: { item: { number: '2' } } } },
    { name: 'Poul Kringelholm', scope: { kind: 'items', items: [{ number: '3' }] } },
    { name: 'Mona Thuesen', scope: { kind: 'meeting' } },
  ]);
  const { bytes } = await ulla.exports.makeFile(await now(), { what: 'minutes', format: 'txt', edition: 'open', itemId: null });
  const text = new TextDecoder().decode(bytes);
  const lines = text
    .replace(/\u00a0/g, ' ')
    .split('\n')
    .filter((line) => /Kratholm|Vadgaard|Kringelholm|Thuesen/.test(line));
  expect(readApologies(lines.join('\n'))).toEqual([
    { name: 'Ane Kratholm', substitute: null, part: { arrives: { clock: '10:00' }, leaves: null } },
    { name: 'Lene Vadgaard', substitute: null, part: { arrives: null, leaves: { number: '2' } } },
    { name: 'Poul Kringelholm', substitute: null, part: { items: ['3'] } },
    { name: 'Mona Thuesen', substitute: null, part: null },
  ]);
}, 60_000);
