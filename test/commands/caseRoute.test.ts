import { beforeAll, describe, expect, test } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import type { AgendaItem } from '../../src/meeting/agenda.ts';
import { passedOnId, type CaseRoute } from '../../src/meeting/caseRoute.ts';
import type { Board, MeetingFile, OutcomeCode } from '../../src/meeting/meeting.ts';
import { treatmentOf } from '../../src/meeting/run.ts';
import { agendaOf, at } from '../meeting/agendas.ts';
import { fjordby } from './fjordby.ts';

/** Items that go on from one body to the next. Marks are planted in all words of the closed one. */
const town = fjordby();
const secretary = 'ulla.skarvad';
let ulla: Commands;
let board: Board;
let committee: Board;
let file: MeetingFile;

const boardNamed = async (name: RegExp): Promise<Board> => {
  const team = (await ulla.board.listBoards()).find((each) => name.test(each.name))!;
  return ulla.board.prepareBoard(team.teamId, () => undefined);
};
const itemOf = (title: string, of = file): AgendaItem => of.agenda.items.find((item) => item.title === title)!;
const now = () => ulla.find.openMeeting(file.pointer);
const verbs = async (commands = ulla) => commands.backlog();
const proposals = async (commands = ulla) => (await (await verbs(commands)).readBacklog(committee)).proposals;
const routeOf = async (title: string) => (await verbs()).readRoute(await now(), itemOf(title).id);
const goesOn = (title: string, change: Partial<CaseRoute> = {}): CaseRoute => ({
  itemId: itemOf(title).id,
  openness: itemOf(title).openness,
  next: { siteId: committee.siteId, name: committee.name },
  day: null,
  state: 'awaiting',
  passedAt: null,
  problem: null,
  ...change,
});
const sendOn = async (title: string, change: Partial<CaseRoute> = {}) => (await verbs()).saveRoute(await now(), null, goesOn(title, change));
const decide = async (title: string, outcome: OutcomeCode, decision = '') => {
  const of = await now();
  await ulla.minutes.recordTreatment(of, { ...treatmentOf(of.agenda, of.treatments, itemOf(title, of)), outcome, decision });
};
const everythingOpen = async (site: string, lists: readonly string[]): Promise<string> => {
  const texts = await Promise.all(
    lists.map(async (list) => {
      const path = `/sites/${site}/lists/${list}/items`;
      const { body } = await town.ask(secretary, `${path}?$expand=fields&$top=500`);
      const rows = (body as { value?: { id: string }[] }).value ?? [];
      return [body, await Promise.all(rows.map(({ id }) => town.ask(secretary, `${path}/${id}/versions?$expand=fields`)))];
    }),
  );
  return JSON.stringify(texts);
};

beforeAll(async () => {
  ulla = await town.as(secretary);
  board = await boardNamed(/^Direktionen$/);
  committee = await boardNamed(/^Børne/);
  const event = (await ulla.find.listMyMeetings(new Date(), new Date(Date.now() + 60 * 86_400_000))).find(
    (each) => each.iAmOrganizer && !each.cancelled && each.pointer === null,
  )!;
  const plain = agendaOf(
    ['1 Skolevej', '2 Udsat sag', '3 PLANTET sag', '4 Bliver her', '5 Lukkes senere', '6 Afbrudt', '7 Glemt', '8 Fortrydes', '9 Ændres'],
    {
      start: at('09.00'),
      title: 'Direktionsmøde',
    },
  );
  const items = plain.items.map((item): AgendaItem => ({
    ...item,
    ...(item.title.startsWith('PLANTET') && { openness: 'closed' as const, neutralTitle: 'Personsag' }),
    sections: [
      { role: 'background', heading: null, text: item.title.startsWith('PLANTET') ? 'PLANTET tekst' : `Tekst om ${item.title}` },
      { role: 'recommendation', heading: 'Indstilling', text: 'At det godkendes.' },
      // Belongs to this meeting alone.
      { role: 'text', heading: 'Forberedelse', text: item.title.startsWith('PLANTET') ? '- PLANTET tekst' : '- Læs sagen (ansvarlig: Ane Kratholm)' },
    ],
  }));
  file = await ulla.agenda.attachAgenda({ event, board, agenda: { ...plain, items } }, () => undefined);
}, 90_000);

describe('an item that goes on to another body', () => {
  test('is offered my other bodies, keeps which, and nothing arises until this one has decided', async () => {
    expect((await (await verbs()).nextBodies(file)).map(({ name }) => name)).toEqual([committee.name]);
    await sendOn('Skolevej', { day: '2027-02-01' });
    await sendOn('Udsat sag');
    await sendOn('PLANTET sag');
    await sendOn('Lukkes senere');
    expect(await routeOf('Skolevej')).toMatchObject({
      route: { next: { name: committee.name }, day: '2027-02-01', state: 'awaiting' },
      arrived: null,
    });
    await (await verbs()).passOn(await now(), itemOf('Skolevej').id);
    expect(await proposals()).toEqual([]);
  });

  test('is changed by one of two who change it at once, and the other is told', async () => {
    const { route } = await routeOf('Udsat sag');
    await (await verbs()).saveRoute(await now(), route, { ...route!, day: '2027-03-01' });
    await expect((await verbs()).saveRoute(await now(), route, { ...route!, day: '2027-04-01' })).rejects.toMatchObject({ name: 'Conflict' });
    await expect((await verbs()).saveRoute(await now(), route, null)).rejects.toMatchObject({ name: 'Conflict' });
  });

  test('is taken away or changed where it stands, though another has closed the item since it was on screen', async () => {
    const before = await now();
    await sendOn('Fortrydes');
    await sendOn('Ændres');
    const { route: taken } = await routeOf('Fortrydes');
    const { route: changed } = await routeOf('Ændres');
    const asger = await town.as('asger.moelbjerg');
    for (const title of ['Fortrydes', 'Ændres']) {
      await asger.agenda.closeItem(await asger.find.openMeeting(file.pointer), itemOf(title).id, null);
    }
    await (await verbs()).saveRoute(before, taken, null);
    await (await verbs()).saveRoute(before, changed, { ...changed!, day: '2027-05-01' });
    expect(await routeOf('Fortrydes')).toMatchObject({ route: null });
    expect(await routeOf('Ændres')).toMatchObject({ route: { openness: 'closed', day: '2027-05-01' } });
    // Who changed what is not there any more, or not as it was read, is told.
    await expect((await verbs()).saveRoute(before, taken, { ...taken!, day: '2027-06-01' })).rejects.toMatchObject({ name: 'Conflict' });
    await expect((await verbs()).saveRoute(before, changed, null)).rejects.toMatchObject({ name: 'Conflict' });
    const lists = await everythingOpen(board.siteId, ['DagsordenSagsgang']);
    for (const title of ['Fortrydes', 'Ændres']) expect(lists).not.toContain(itemOf(title).id);
  });

  test('is neither taken away nor sent elsewhere while it is on its way', async () => {
    const stored = await town.storeOf(secretary).backlog();
    const { route } = await routeOf('Udsat sag');
    const passing: CaseRoute = { ...route!, state: 'passing' };
    await stored.saveRoute(file.pointer, route, passing);
    const elsewhere = { ...route!, next: { siteId: board.siteId, name: board.name } };
    for (const after of [null, elsewhere]) {
      await expect((await verbs()).saveRoute(await now(), passing, after)).rejects.toMatchObject({ name: 'Conflict' });
    }
    await stored.saveRoute(file.pointer, passing, route);
    expect(await routeOf('Udsat sag')).toMatchObject({ route: { state: 'awaiting' } });
  });

  test('that sets out at the moment in which its item is closed goes along as it is then', async () => {
    const stored = await town.storeOf(secretary).backlog();
    const { route } = await routeOf('Udsat sag');
    await stored.saveRoute(file.pointer, route, { ...route!, state: 'passing' });
    await stored.saveRoute(file.pointer, route, { ...route!, openness: 'closed' });
    const moved = await routeOf('Udsat sag');
    expect(moved).toMatchObject({ route: { openness: 'closed', state: 'passing' } });
    expect(await everythingOpen(board.siteId, ['DagsordenSagsgang'])).not.toContain(itemOf('Udsat sag').id);
    await stored.saveRoute(file.pointer, moved.route, { ...moved.route!, openness: 'open' });
    const back = await routeOf('Udsat sag');
    await stored.saveRoute(file.pointer, back.route, route);
    expect(await routeOf('Udsat sag')).toMatchObject({ route: { openness: 'open', state: 'awaiting' } });
  });

  test('becomes a proposal there once when the minutes are out, with its case and what was decided', async () => {
    await decide('Skolevej', 'endorsed', 'Indstillingen tiltrædes.\n\n# PLANTET overskrift er et citat');
    await decide('Udsat sag', 'deferred');
    await decide('PLANTET sag', 'approved', 'PLANTET beslutning');
    await decide('Bliver her', 'noted');
    await decide('Lukkes senere', 'approved');
    await decide('Afbrudt', 'approved');
    await decide('Glemt', 'approved');
    await decide('Fortrydes', 'deferred');
    await decide('Ændres', 'deferred');
    await ulla.publish.publishMinutes(await now(), () => undefined);
    const asger = await town.as('asger.moelbjerg');
    await Promise.all([ulla, asger].map(async (each) => (await verbs(each)).passOn(await now(), itemOf('Skolevej').id)));
    const found = await proposals();
    expect(found.map(({ title, openness }) => `${title} ${openness}`).sort()).toEqual(['Lukkes senere open', 'PLANTET sag closed', 'Skolevej open']);
    const proposal = found.find(({ title }) => title === 'Skolevej')!;
    expect(proposal).toMatchObject({ deadline: '2027-02-01', state: 'proposed', origin: { key: file.pointer.key, itemId: itemOf('Skolevej').id } });
    expect(proposal.text).toContain('Tekst om Skolevej');
    expect(proposal.text).toMatch(/## Sagsgang\n\nBehandlet i \[Direktionen, .*\]\(.*\):\n\n\*\*Tiltrådt\*\*\n\n> Indstillingen tiltrædes\./);
    expect(await routeOf('Skolevej')).toMatchObject({ route: { state: 'passed' }, arrived: { kind: 'waiting' } });
    expect(await routeOf('Udsat sag')).toMatchObject({ route: { state: 'awaiting' }, arrived: null });
  });

  test('stands there though the look that came after it was cut off, once it is tried again', async () => {
    let cut: 'not yet' | 'next' | 'done' = 'not yet';
    const network: typeof fetch = async (input, init) => {
      const url = input instanceof Request ? input.url : String(input);
      const method = input instanceof Request ? input.method : init?.method;
      if (cut === 'next' && url.includes('DagsordenPunkter')) throw new TypeError('Failed to fetch');
      const answer = await fetch(input, init);
      if (cut === 'not yet' && method === 'POST' && url.includes('/lists/DagsordenPunktbank/items')) cut = 'next';
      return answer;
    };
    await sendOn('Afbrudt');
    const cutOff = await town.as(secretary, { kind: 'none' }, { network });
    await expect((await verbs(cutOff)).passOn(await now(), itemOf('Afbrudt').id)).rejects.toMatchObject({ name: 'Offline' });
    expect((await routeOf('Afbrudt')).route).toMatchObject({ state: 'passing' });
    cut = 'done';
    await expect.poll(() => cutOff.outbox.state().pending, { timeout: 30_000 }).toBe(0);
    expect((await proposals()).find(({ title }) => title === 'Afbrudt')).toMatchObject({ openness: 'open', state: 'proposed' });
    expect(await routeOf('Afbrudt')).toMatchObject({ route: { state: 'passed', problem: null }, arrived: { kind: 'waiting' } });
  });

  test('is told as refused where its proposal was taken away meanwhile, rather than as passed on', async () => {
    const place = { siteId: committee.siteId, closedSiteId: null };
    const backlog = await town.storeOf(secretary).backlog();
    const id = await passedOnId(file.pointer.key, itemOf('Glemt').id);
    const proposal = (await proposals()).find(({ title }) => title === 'Afbrudt')!;
    await backlog.saveProposal(place, null, { ...proposal, id });
    await backlog.forgetProposal(place, id);
    await sendOn('Glemt');
    await expect((await verbs()).passOn(await now(), itemOf('Glemt').id)).rejects.toMatchObject({ name: 'Conflict' });
    expect(await routeOf('Glemt')).toMatchObject({ route: { state: 'awaiting', problem: 'Conflict' }, arrived: null });
  });

  test('tells nothing of a closed one where everybody reads, here or there', async () => {
    expect(await everythingOpen(committee.siteId, ['DagsordenPunktbank'])).not.toMatch(/PLANTET (sag|tekst|beslutning)/);
    expect(await everythingOpen(board.siteId, ['DagsordenSagsgang'])).not.toContain(itemOf('PLANTET sag').id);
    const closed = (await proposals()).find(({ openness }) => openness === 'closed')!;
    expect(closed).toMatchObject({ neutralTitle: 'Personsag' });
    expect(closed.text).toContain('PLANTET beslutning');
  });

  test('cannot be sent elsewhere once it has been passed on', async () => {
    const { route } = await routeOf('Skolevej');
    const stale = { ...route!, state: 'awaiting' as const };
    await expect((await verbs()).saveRoute(await now(), stale, null)).rejects.toMatchObject({ name: 'Conflict' });
  });

  test('shows where it came to, and carries the earlier decision with it', async () => {
    const event = (await ulla.find.listMyMeetings(new Date(), new Date(Date.now() + 60 * 86_400_000))).find(
      (each) => each.iAmOrganizer && !each.cancelled && each.pointer === null && each.key !== file.pointer.key,
    )!;
    const agenda = agendaOf(['1 Nyt', '2 Eventuelt'], { start: at('09.00'), title: 'Udvalgsmøde' });
    const next = await ulla.agenda.attachAgenda({ event, board: committee, agenda }, () => undefined);
    const chosen = (await proposals()).filter(({ title }) => ['Skolevej', 'PLANTET sag'].includes(title));
    await (await verbs()).takeProposals({ pointer: next.pointer, title: 'Udvalgsmøde' }, chosen);
    const there = await ulla.find.openMeeting(next.pointer);
    const item = itemOf('Skolevej', there);
    expect(item.sections.map(({ heading, role }) => [heading, role])).toEqual([
      ['Sagsfremstilling', 'background'],
      ['Indstilling', 'recommendation'],
      ['Sagsgang', 'text'],
    ]);
    expect(item.sections[2]!.text).toContain('Indstillingen tiltrædes.');
    expect(itemOf('PLANTET sag', there)).toMatchObject({ openness: 'closed', neutralTitle: 'Personsag' });
    expect(await routeOf('Skolevej')).toMatchObject({ arrived: { kind: 'taken', taken: { key: next.pointer.key, title: 'Udvalgsmøde' } } });
    expect(await everythingOpen(committee.siteId, ['DagsordenPunktbank', 'DagsordenPunkter'])).not.toMatch(/PLANTET (sag|tekst|beslutning)/);
  });

  test('that is closed afterwards takes its waiting proposal along', async () => {
    const open = await now();
    const { copies } = await ulla.agenda.copiesOfItem(open, itemOf('Lukkes senere', open).id);
    expect(copies.find(({ place }) => place === 'nextBody')).toMatchObject({ remedy: 'told', titles: [committee.name] });
    await ulla.agenda.closeItem(open, itemOf('Lukkes senere', open).id, 'Neutral');
    expect(await everythingOpen(committee.siteId, ['DagsordenPunktbank'])).not.toContain('Lukkes senere');
    expect((await proposals()).find(({ title }) => title === 'Lukkes senere')).toMatchObject({ openness: 'closed', state: 'proposed' });
    expect(await everythingOpen(board.siteId, ['DagsordenSagsgang'])).not.toContain(itemOf('Lukkes senere').id);
  });

  test('is kept where it is, with the reason, while the next body’s site has no backlog, and goes on when it has', async () => {
    const path = `/sites/${committee.siteId}/lists/DagsordenPunktbank`;
    await sendOn('Bliver her');
    expect((await town.ask(secretary, path, { method: 'DELETE' })).status).toBeLessThan(300);
    await expect((await verbs()).passOn(await now(), itemOf('Bliver her').id)).rejects.toMatchObject({ name: 'SiteNotPrepared' });
    expect(await routeOf('Bliver her')).toMatchObject({ route: { state: 'awaiting', problem: 'SiteNotPrepared' } });
    committee = await boardNamed(/^Børne/);
    await (await verbs()).passOn(await now(), itemOf('Bliver her').id);
    expect((await proposals()).map(({ title }) => title)).toContain('Bliver her');
    expect(await routeOf('Bliver her')).toMatchObject({ route: { state: 'passed', problem: null } });
  });

  test('a site without the list opens and publishes all the same, and says so', async () => {
    const path = `/sites/${board.siteId}/lists/DagsordenSagsgang`;
    expect((await town.ask(secretary, path, { method: 'DELETE' })).status).toBeLessThan(300);
    expect(await routeOf('Skolevej')).toMatchObject({ route: null, isPrepared: false });
    await expect(sendOn('Skolevej')).rejects.toMatchObject({ name: 'SiteNotPrepared' });
    await decide('Udsat sag', 'approved');
    expect((await ulla.publish.publishMinutes(await now(), () => undefined)).every(({ state }) => state === 'done')).toBe(true);
  });
});
