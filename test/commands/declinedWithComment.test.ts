import { beforeAll, expect, test } from 'vitest';
import { answersOf, countAnswers } from '../../src/meeting/attendance.ts';
import { mayConfirmApologies } from '../../src/meeting/permissions.ts';
import type { Board, CalendarEvent, MeetingFile } from '../../src/meeting/meeting.ts';
import { agendaOf } from '../meeting/agendas.ts';
import { fjordby } from './fjordby.ts';

const town = fjordby();
/** Lise is invited, and no member of the team. */
const [secretary, outsider] = ['ulla.skarvad', 'lise.noerreskov'];
const comment = 'Afbud. Min stedfortræder er Torkil Bækhøj.';

let board: Board;
let event: CalendarEvent;
let file: MeetingFile;
beforeAll(async () => {
  const ulla = await town.as(secretary);
  const team = (await ulla.board.listBoards()).find((choice) => choice.name === 'Direktionen')!;
  board = await ulla.board.prepareBoard(team.teamId, () => undefined);
  const day = new Date(Date.now() + 12 * 86_400_000).toISOString().slice(0, 10);
  const at = (hour: string) => ({ dateTime: `${day}T${hour}:00`, timeZone: 'Romance Standard Time' });
  const attendees = [{ type: 'required', emailAddress: { address: `${outsider}@fjordby.example`, name: 'Lise Nørreskov' } }];
  const body = { subject: 'Med en udefra', start: at('09:00'), end: at('10:00'), attendees };
  const { id } = (await town.ask(secretary, '/me/events', { method: 'POST', body })).body as { id: string };
  event = (await ulla.find.findEvent(id)).event!;
  file = await ulla.agenda.attachAgenda({ event, board, agenda: agendaOf(['1 Budget'], { title: event.subject }) }, () => undefined);
});

test('whoever may not open the meeting declines with a comment: the secretary is asked whether it is an apology, and says yes', async () => {
  const lise = await town.as(outsider);
  await expect(lise.find.openMeeting(file.pointer)).rejects.toMatchObject({ name: 'NotAllowed' });
  const own = (await lise.find.listMyMeetings(new Date(), new Date(Date.now() + 30 * 86_400_000))).find(
    ({ subject }) => subject === 'Med en udefra',
  )!;
  const declined = await town.ask(outsider, `/me/events/${own.id}/decline`, { method: 'POST', body: { comment, sendResponse: true } });
  expect(declined.status).toBe(202);

  const ulla = await town.as(secretary);
  const { event: seen } = await ulla.find.findEvent(event.id);
  expect(mayConfirmApologies({ event: seen! })).toBe(true);
  const opened = await ulla.find.openMeeting(file.pointer);
  const [row] = answersOf(seen!, opened).filter(({ suggested }) => suggested);
  expect(row).toMatchObject({ person: { name: 'Lise Nørreskov' }, answer: 'declined', apology: null });
  // Nobody is absent because a calendar says so: it is a suggestion until the secretary has said that it is one.
  expect(countAnswers(answersOf(seen!, opened)).apologies).toBe(0);

  const apology = await ulla.attendance.confirmApology(opened, row!.person);
  expect(apology).toMatchObject({ person: { name: 'Lise Nørreskov' }, enteredBy: 'Ulla Skarvad', substitute: null });
  const after = await ulla.find.openMeeting(file.pointer);
  expect(answersOf(seen!, after).map(({ suggested, apology: stands }) => [suggested, stands?.scope.kind])).toEqual([[false, 'meeting']]);
  // The words are in the secretary's mailbox alone: no request of ours reads mail, and nothing that is stored holds them.
  expect(JSON.stringify([seen, after])).not.toContain('stedfortræder er Torkil');
});
