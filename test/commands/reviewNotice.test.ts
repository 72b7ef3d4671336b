import { beforeAll, describe, expect, test } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import { isPassing } from '../../src/meeting/errors.ts';
import type { Board, MeetingFile, Person } from '../../src/meeting/meeting.ts';
import { treatmentOf } from '../../src/meeting/run.ts';
import { plainProfile } from '../../src/meeting/profile.ts';
import { agendaOf, at } from '../meeting/agendas.ts';
import { comingMeeting, fjordby } from './fjordby.ts';

const town = fjordby();
const secretary = 'ulla.skarvad';
const agenda = agendaOf(['1 Budget', '2 HEMMELIG ansættelse (lukket)'], { start: at('08.30'), title: 'Direktionsmøde' });

let board: Board;
let ulla: Commands;
let file: MeetingFile;
const person = (name: string, who: string): Person => ({ id: town.idOf(who), name, email: `${who}@fjordby.example` });
const ane = () => person('Ane Kratholm', 'ane.kratholm');
/** In no team of the board. */
const palle = () => person('Palle Ebbesø', 'palle.ebbesoe');
const MESSAGES = () => `/teams/${board.teamId}/channels/${board.channelId}/messages`;

interface Message {
  readonly subject: string;
  readonly body: { readonly content: string };
  readonly mentions: readonly { readonly mentioned: { readonly user: { readonly id: string } } }[];
}
const messages = async () => ((await town.ask(secretary, `${MESSAGES()}?$top=50`)).body as { value: Message[] }).value;
const now = () => ulla.find.openMeeting(file.pointer);
const notice = async () => (await ulla.approval.howItStands(await now())).notice;
/** What stands is looked at first, as on the page. */
const send = async (people: readonly Person[], deadline: string | null = null, channel = true, alone = false): Promise<void> => {
  await notice();
  await ulla.approval.sendToReview(await now(), people, deadline, { channel, alone });
};
/** Presses, and waits until what was kept has been sent. */
const sendAll = async (people: readonly Person[]): Promise<void> => {
  await send(people).catch((error: unknown) => {
    if (!isPassing(error)) throw error;
  });
  await expect.poll(() => ulla.outbox.state().pending, { timeout: 60_000 }).toBe(0);
  await town.clearFaults();
};
/** Teams writes signs its own way. */
const asKept = (html: string): string => html.replaceAll('&amp;', '&#x26;');
/** What the channel has got since. */
const told = async (act: () => Promise<unknown>): Promise<Message[]> => {
  const before = (await messages()).length;
  await act();
  const after = await messages();
  return after.slice(0, after.length - before);
};

beforeAll(async () => {
  ulla = await town.as(secretary);
  const team = (await ulla.board.listBoards()).find((choice) => choice.name === 'Direktionen')!;
  board = await ulla.board.prepareBoard(team.teamId, () => undefined);
  file = await ulla.agenda.attachAgenda({ event: await comingMeeting(ulla, /^Direktionsmøde/), board, agenda }, () => undefined);
  await ulla.profile.saveRules(board, plainProfile.rules, { ...plainProfile.rules, approval: 'signatures' });
  for (const item of agenda.items)
    await ulla.minutes.recordTreatment(await now(), {
      ...treatmentOf(file.agenda, [], item),
      outcome: 'approved',
      decision: 'HEMMELIG: godkendt.',
    });
}, 90_000);

describe('those who are asked to look minutes through', () => {
  test('are told in the channel, with the link and the deadline, as it was shown, and with no word of the minutes', async () => {
    const deadline = '2027-01-04T23:00:00Z';
    const shown = await ulla.approval.reviewNoticeFor(await now(), [ane()], deadline);
    const [message, ...more] = await told(() => send([ane()], deadline));
    expect(more).toEqual([]);
    expect(message).toMatchObject({ subject: 'Referat til gennemsyn: Direktionsmøde', body: { content: asKept(shown.message.html) } });
    expect(message!.mentions.map(({ mentioned: { user } }) => user.id)).toEqual([ane().id]);
    expect(message!.body.content).toMatch(/<at id="0">Ane Kratholm<\/at>.*Frist: 4\. januar 2027\..*href="https:[^"]*referat/);
    expect(JSON.stringify(message)).not.toContain('HEMMELIG');
    expect(JSON.stringify(message)).not.toContain('Budget');
    expect(await notice()).toMatchObject({ state: 'sent', by: { person: { name: 'Ulla Skarvad' } }, tries: 1 });
  });

  test('are not told where nobody wants it, and can be told afterwards, once', async () => {
    expect(await told(() => send([ane()], null, false))).toEqual([]);
    expect(await notice()).toMatchObject({ state: 'none' });
    const { approval } = await ulla.approval.howItStands(await now());
    expect(await told(async () => ulla.approval.tellReviewers(await now(), approval))).toHaveLength(1);
    expect(await told(async () => ulla.approval.tellReviewers(await now(), approval))).toEqual([]);
  });

  test('outside the team stand there by name: the channel could not notify them', async () => {
    expect((await ulla.approval.reviewNoticeFor(await now(), [ane(), palle()], null)).people).toEqual({
      mentioned: [{ id: ane().id, name: 'Ane Kratholm' }],
      named: ['Palle Ebbesø'],
    });
    const [message] = await told(() => send([ane(), palle()]));
    expect(message!.mentions).toHaveLength(1);
    expect(message!.body.content).toContain('</at>, Palle Ebbesø:');
  });

  describe('outside the team', () => {
    /** What stands in Palle's chats, from whomever. */
    const written = async (): Promise<string[]> => {
      const chats = (await town.ask('palle.ebbesoe', '/me/chats')).body as { value: { id: string }[] };
      const all = await Promise.all(chats.value.map(async ({ id }) => (await town.ask('palle.ebbesoe', `/chats/${id}/messages?$top=50`)).body));
      return (all as { value: { body: { content: string } }[] }[]).flatMap(({ value }) => value.map(({ body }) => body.content));
    };
    /** What he has got since. */
    const toldAlone = async (act: () => Promise<unknown>): Promise<string[]> => {
      const before = await written();
      await act();
      return (await written()).filter((text) => !before.splice(before.indexOf(text) >>> 0, 1).includes(text));
    };
    const alone = async () => (await ulla.approval.howItStands(await now())).alone;

    test('are written to alone, once, in the words that were shown, with the link and no word of the minutes', async () => {
      const deadline = '2027-01-04T23:00:00Z';
      const shown = (await ulla.approval.reviewNoticeFor(await now(), [ane(), palle()], deadline)).alone;
      expect(shown.people).toEqual([palle()]);
      expect(shown.text).toMatch(/^Referat til gennemsyn\. Det er udkastet fra Direktionsmøde den .*\. Frist: 4\. januar 2027\. https:.*referat/);
      const got = await toldAlone(async () => expect(await told(() => send([ane(), palle()], deadline, true, true))).toHaveLength(1));
      expect(got).toEqual([asKept(shown.text)]);
      expect(got.join()).not.toMatch(/HEMMELIG|Budget/);
      expect(await alone()).toEqual([{ name: 'Palle Ebbesø', state: 'sent' }]);
      // Telling the channel once more is not telling him once more.
      const { approval } = await ulla.approval.howItStands(await now());
      expect(await toldAlone(async () => ulla.approval.tellReviewers(await now(), approval))).toEqual([]);
    });

    test('are not written to unless somebody wants it', async () => {
      expect(await toldAlone(() => send([ane(), palle()]))).toEqual([]);
      expect(await alone()).toEqual([]);
    });

    test('are told of as not reached where Teams refuses; the review and the channel stand', async () => {
      await town.fault({ method: 'POST', path: '/chats', status: 403, count: 20, name: 'refused' });
      expect(await toldAlone(async () => expect(await told(() => send([palle()], null, true, true))).toHaveLength(1))).toEqual([]);
      await town.clearFaults();
      expect(await alone()).toEqual([{ name: 'Palle Ebbesø', state: 'failed' }]);
      expect((await ulla.approval.howItStands(await now())).approval.state).toBe('review');
    });

    test.each(['before', 'after'])(
      'are written to once at most where the connection is cut %s it is done, also when the order goes on',
      async (cut) => {
        const got = await toldAlone(async () => {
          await town.fault({ method: 'POST', path: '/chats/[^/]+/messages$', cut, count: 1, name: 'cut' });
          await send([palle()], null, true, true).catch((error: unknown) => {
            if (!isPassing(error)) throw error;
          });
          await expect.poll(() => ulla.outbox.state().pending, { timeout: 60_000 }).toBe(0);
          await town.clearFaults();
        });
        expect(got).toHaveLength(cut === 'after' ? 1 : 0);
        expect(await alone()).toEqual([{ name: 'Palle Ebbesø', state: 'uncertain' }]);
      },
    );

    test.each([1, 2, 3, 4, 5, 6, 7, 8, 9])('are written to once at most where request %i to the lists is cut after it was done', async (which) => {
      const got = await toldAlone(async () => {
        await town.fault({ path: '/lists/DagsordenGodkendelse', cut: 'after', after: which - 1, count: 1, name: 'cut' });
        await send([palle()], null, true, true).catch((error: unknown) => {
          if (!isPassing(error)) throw error;
        });
        await expect.poll(() => ulla.outbox.state().pending, { timeout: 60_000 }).toBe(0);
        await town.clearFaults();
      });
      expect(got.length).toBeLessThanOrEqual(1);
      if (got.length === 1) expect(['sent', 'uncertain']).toContain((await alone())[0]?.state);
    });
  });

  test('are named where Graph refuses the mentions: nothing was posted by then', async () => {
    await town.fault({ method: 'GET', path: '/channels/[^/]+/members', status: 403, name: 'nobody may read the members' });
    const gone = { ...palle(), id: crypto.randomUUID() };
    const [message, ...more] = await told(() => sendAll([ane(), gone]));
    expect(more).toEqual([]);
    expect(message).toMatchObject({ mentions: [] });
    expect(message!.body.content).toContain('<p>Ane Kratholm, Palle Ebbesø:');
    expect(await notice()).toMatchObject({ state: 'sent' });
  });

  test.each(['before', 'after'])('are told once at most where the connection is cut %s the message is made: a person looks', async (cut) => {
    const posted = await told(async () => {
      await town.fault({ method: 'POST', path: '/messages$', cut, count: 1, name: 'cut' });
      await sendAll([ane()]);
    });
    expect(posted).toHaveLength(cut === 'after' ? 1 : 0);
    const stands = (await notice())!;
    expect(stands).toMatchObject({ state: 'uncertain', tries: 1 });
    const { approval } = await ulla.approval.howItStands(await now());
    // Nobody posts over what nobody has looked for.
    expect(await told(async () => ulla.approval.tellReviewers(await now(), approval))).toEqual([]);
    await ulla.approval.noticeLookedFor(file, approval.review!, stands.tries, cut === 'after');
    expect(await notice()).toMatchObject({ state: cut === 'after' ? 'sent' : 'failed' });
    expect(await told(async () => ulla.approval.tellReviewers(await now(), approval))).toHaveLength(cut === 'after' ? 0 : 1);
    expect(await notice()).toMatchObject({ state: 'sent' });
  });

  test.each([1, 2, 3, 4])('are told once where the request to the lists with number %i is cut after it was done', async (which) => {
    const posted = await told(async () => {
      await town.fault({ path: '/lists/DagsordenGodkendelse', cut: 'after', after: which - 1, count: 1, name: 'cut' });
      await sendAll([ane()]);
    });
    expect(posted.length).toBeLessThanOrEqual(1);
    const stands = (await notice())!;
    // Either it is there and told, or nobody is sure and a person is asked.
    expect(posted.length === 1 ? ['sent', 'uncertain'] : ['uncertain']).toContain(stands.state);
  });

  test('are not told of a draft that was taken back while the message waited', async () => {
    const user = 'ulla.skarvad@fjordby.example';
    const hers = await town.as('ane.kratholm');
    const read = await now();
    await notice();
    // Sent to review it is; then the list does not answer her.
    await town.fault({ user, method: 'GET', path: '/lists/DagsordenGodkendelse/items', status: 503, after: 1, name: 'busy' });
    const posted = await told(async () => {
      await expect(ulla.approval.sendToReview(read, [ane()], null, { channel: true })).rejects.toSatisfy(isPassing);
      await hers.approval.takeBack(file);
      await town.clearFaults();
      await ulla.outbox.retry();
      await expect.poll(() => ulla.outbox.state().pending, { timeout: 60_000 }).toBe(0);
    });
    expect(posted).toEqual([]);
  });

  test('are neither asked nor told where the draft is another by now', async () => {
    const read = await now();
    await notice();
    const hers = await town.as('ane.kratholm');
    const item = read.agenda.items[0]!;
    await hers.minutes.recordTreatment(read, { ...treatmentOf(read.agenda, read.treatments, item), decision: 'Godkendt enstemmigt.' });
    const posted = await told(() =>
      expect(ulla.approval.sendToReview(read, [ane()], null, { channel: true })).rejects.toMatchObject({ name: 'Conflict' }),
    );
    expect(posted).toEqual([]);
  });

  test('are told otherwise where Teams refuses: the review stands, and the message can be sent again', async () => {
    await town.fault({ method: 'POST', path: '/messages$', status: 403, count: 1, name: 'refused' });
    expect(await told(() => sendAll([ane()]))).toEqual([]);
    expect((await ulla.approval.howItStands(await now())).approval.state).toBe('review');
    expect(await notice()).toMatchObject({ state: 'failed', tries: 1 });
    const { approval } = await ulla.approval.howItStands(await now());
    expect(await told(async () => ulla.approval.tellReviewers(await now(), approval))).toHaveLength(1);
    expect(await notice()).toMatchObject({ state: 'sent', tries: 2 });
  });

  test('are told once by two who press at the same moment', async () => {
    await send([ane()], null, false);
    const { approval } = await ulla.approval.howItStands(await now());
    const other = await town.as(secretary);
    const posted = await told(async () => {
      const read = await now();
      await Promise.all([ulla, other].map((each) => each.approval.tellReviewers(read, approval)));
    });
    expect(posted).toHaveLength(1);
  });

  test('have their review also where the list does not know such lines yet, and the person is told what is missing', async () => {
    const column = `/sites/${board.siteId}/lists/DagsordenGodkendelse/columns/Act`;
    const { body } = await town.ask(secretary, column);
    const choices = (body as { choice: { choices: string[] } }).choice.choices;
    await town.ask(secretary, column, { method: 'PATCH', body: { choice: { choices: choices.filter((word) => !word.startsWith('Besked')) } } });
    expect(await told(() => send([ane()]))).toEqual([]);
    const { approval, notice: stands } = await ulla.approval.howItStands(await now());
    expect([approval.state, stands!.state]).toEqual(['review', 'none']);
    await expect(ulla.approval.tellReviewers(await now(), approval)).rejects.toMatchObject({ name: 'SiteNotPrepared' });
    await ulla.board.prepareBoard(board.teamId, () => undefined);
    expect(await told(async () => ulla.approval.tellReviewers(await now(), approval))).toHaveLength(1);
  });
});
