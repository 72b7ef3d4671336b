import { beforeAll, describe, expect, test } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import type { Agenda } from '../../src/meeting/agenda.ts';
import { isPassing } from '../../src/meeting/errors.ts';
import { asItemId } from '../../src/meeting/ids.ts';
import type { Board, CalendarEvent, MeetingFile, Publication, Treatment } from '../../src/meeting/meeting.ts';
import { agendaOf, at } from '../meeting/agendas.ts';
import { fjordby } from './fjordby.ts';

const town = fjordby();
/** A meeting's agenda and decisions; item ids are unique over all meetings, as they are in life. */
function paperFor(title: string): { agenda: Agenda; treatments: Treatment[] } {
  const plain = agendaOf(['1 Nyt @09.00-09.20', '2 Ledelse på Vej og Park (lukket)'], { start: at('09.00'), title });
  const agenda = { ...plain, items: plain.items.map((item) => ({ ...item, id: asItemId(`${title}/${item.id}`) })) };
  const treatments = agenda.items.map((item, index) => ({
    itemId: item.id,
    openness: item.openness,
    outcome: 'approved' as const,
    decision: index === 0 ? 'Godkendt.' : 'HEMMELIG beslutning.',
    publicDecision: index === 0 ? '' : 'Direktionen traf beslutning.',
    notTreated: false,
  }));
  return { agenda, treatments };
}

let board: Board;
beforeAll(async () => {
  const commands = await town.as('ulla.skarvad');
  const team = (await commands.board.listBoards()).find((choice) => choice.name === 'Direktionen')!;
  board = await commands.board.prepareBoard(team.teamId, () => undefined);
}, 30_000);

/**
 * The n-th write of a whole meeting is cut: before it took effect, or after it did and only the answer is lost. Whatever
 * n is, pressing on ends with the same rows, one apology, one message in the channel, and nothing closed outside the circle.
 */
describe.each(['before', 'after'] as const)('the network is cut just %s a write', (cut) => {
  test.each([
    ['POST', 40],
    ['PATCH', 20],
  ] as const)('any %s', { timeout: 240_000 }, async (method, most) => {
    for (let nth = 0; ; nth += 1) {
      expect(nth, 'a meeting has fewer writes than this').toBeLessThan(most);
      const title = `Prøvemøde ${cut} ${method} ${nth}`;
      const event = await newEvent(title);
      await town.emptyLog();
      await town.fault({ method, path: '^(?!.*(\\$batch|translateExchangeIds))', after: nth, count: 1, cut });
      const publications = await wholeMeeting(event, title);
      const wasCut = (await cutsSoFar()) > 0;
      await town.clearFaults();
      await expectOneMeeting(event, title, publications);
      if (wasCut) continue;
      // Every write has had its turn.
      expect(nth).toBeGreaterThan(2);
      break;
    }
  });
});

async function cutsSoFar(): Promise<number> {
  return (await town.log()).filter((line) => line.fault !== undefined).length;
}

/** Everything from the agenda to the channel, pressing again where a person would. */
async function wholeMeeting(event: CalendarEvent, title: string): Promise<readonly Publication[]> {
  const { agenda, treatments } = paperFor(title);
  const ulla = await town.as('ulla.skarvad');
  const ane = await town.as('ane.kratholm');
  let file = await pressOn(ulla, () => ulla.agenda.attachAgenda({ event, board, agenda }, () => undefined));
  file ??= await ulla.find.openMeeting({ siteId: board.siteId, closedSiteId: board.closedSiteId, key: event.key });
  const opened: MeetingFile = file;
  const mine = await ane.find.findMyEvent(opened);
  await pressOn(ane, () =>
    ane.apology.sendApology({ file: opened, event: mine, scope: { kind: 'meeting' }, substitute: 'Torkil Bækhøj', message: '' }),
  );
  for (const treatment of treatments) await pressOn(ulla, () => ulla.minutes.recordTreatment(opened, treatment));
  let log: readonly Publication[] = [];
  for (let tries = 0; tries < 4; tries += 1) {
    const current = await ulla.find.openMeeting(opened.pointer);
    log =
      (await pressOn(ulla, () => ulla.publish.publishMinutes(current, () => undefined))) ??
      (await ulla.find.openMeeting(opened.pointer)).publications;
    const unsure = log.find((line) => line.state === 'uncertain');
    if (unsure) {
      // A person looks in the channel and tells.
      const arrived = (await messagesAbout(title)) > 0;
      await ulla.publish.settleUncertain(await ulla.find.openMeeting(opened.pointer), unsure.target, arrived);
    }
    if (log.length > 0 && log.every((line) => line.state === 'done')) break;
  }
  return (await ulla.find.openMeeting(opened.pointer)).publications;
}

/** Does it, and where the network failed sends what waits; where the outbox gave it back, presses again. Null where only the outbox knows the result. */
async function pressOn<Result>(commands: Commands, press: () => Promise<Result>): Promise<Result | null> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await press();
    } catch (error) {
      if (isPassing(error)) {
        for (let more = 0; more < 4 && commands.outbox.state().pending > 0; more += 1) await commands.outbox.retry();
        expect(commands.outbox.state()).toMatchObject({ pending: 0, stuck: [] });
        return null;
      }
      if (tries === 2) throw error;
    }
  }
}

async function expectOneMeeting(event: CalendarEvent, title: string, publications: readonly Publication[]): Promise<void> {
  const pointer = { siteId: board.siteId, closedSiteId: board.closedSiteId, key: event.key };
  const inside = await (await town.as('ulla.skarvad')).find.openMeeting(pointer);
  expect(inside.agenda.items).toEqual(paperFor(title).agenda.items);
  expect(inside.treatments).toHaveLength(2);
  expect(inside.apologies).toMatchObject([{ person: { name: 'Ane Kratholm' }, substitute: 'Torkil Bækhøj', withdrawnAt: null }]);
  expect(publications.map((line) => `${line.target} ${line.state}`).sort()).toEqual(['channel done', 'closedLists done', 'lists done']);
  expect(inside.minutes?.lines.map((line) => line.decision)).toEqual(['Godkendt.', 'HEMMELIG beslutning.']);
  expect(await messagesAbout(title)).toBe(1);
  const own = (await (await town.as('ulla.skarvad')).find.findEvent(event.id)).event!;
  expect(own.invitees.find((invitee) => invitee.name === 'Ane Kratholm')?.answer).toBe('declined');
  expect(own.pointer).toEqual(pointer);
  const outside = JSON.stringify(await (await town.as('freja.damsbo')).find.openMeeting(pointer));
  expect(outside).not.toMatch(/HEMMELIG|Vej og Park/);
}

async function messagesAbout(title: string): Promise<number> {
  const { body } = await town.ask('ulla.skarvad', `/teams/${board.teamId}/channels/${encodeURIComponent(board.channelId)}/messages?$top=50`);
  return (body as { value: { subject: string | null }[] }).value.filter((message) => message.subject === `Referat: ${title}`).length;
}

async function newEvent(subject: string): Promise<CalendarEvent> {
  const day = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  const { body } = await town.ask('ulla.skarvad', '/me/events', {
    method: 'POST',
    body: {
      subject,
      start: { dateTime: `${day}T09:00:00`, timeZone: 'Europe/Copenhagen' },
      end: { dateTime: `${day}T10:00:00`, timeZone: 'Europe/Copenhagen' },
      isOnlineMeeting: true,
      onlineMeetingProvider: 'teamsForBusiness',
      attendees: [{ type: 'required', emailAddress: { address: 'ane.kratholm@fjordby.example', name: 'Ane Kratholm' } }],
    },
  });
  const { event } = await (await town.as('ulla.skarvad')).find.findEvent((body as { id: string }).id);
  return event!;
}
