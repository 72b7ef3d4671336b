import { beforeAll, describe, expect, test } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import type { Board } from '../../src/meeting/meeting.ts';
import { mayRecord } from '../../src/meeting/permissions.ts';
import { plainProfile, type BodyMember, type BodyProfile } from '../../src/meeting/profile.ts';
import { fjordby } from './fjordby.ts';

const town = fjordby();
let ulla: Commands;
let board: Board;

beforeAll(async () => {
  ulla = await town.as('ulla.skarvad');
  const team = (await ulla.board.listBoards()).find(({ name }) => name === 'Direktionen')!;
  board = await ulla.board.prepareBoard(team.teamId, () => undefined);
});

const memberNamed = (person: string, name: string, fields: Partial<BodyMember> = {}): BodyMember => ({
  person: { id: town.idOf(person), name, email: `${person}@fjordby.example` },
  roles: ['member'],
  votes: true,
  party: null,
  substitute: null,
  ...fields,
});
const profile = async (commands = ulla): Promise<BodyProfile> => (await commands.profile.readProfile(board)).profile;
const itemsOf = (list: string) => `/sites/${board.siteId}/lists/${list}/items`;
const rows = async (list: string) =>
  ((await town.ask('ulla.skarvad', `${itemsOf(list)}?$expand=fields`)).body as { value: { id: string; fields: Record<string, unknown> }[] }).value;

describe("a body's profile", () => {
  test('is the plain one where nothing is stored', async () => {
    expect(await ulla.profile.readProfile(board)).toEqual({ profile: plainProfile, isPrepared: true, unread: [] });
  });

  test('keeps members with offices, party and substitute, and is the same for everybody', async () => {
    const secretary = memberNamed('ulla.skarvad', 'Ulla Skarvad', { roles: ['secretary'], votes: false });
    const chair = memberNamed('ane.kratholm', 'Ane Kratholm', {
      roles: ['chair', 'member'],
      party: 'A',
      substitute: { id: null, name: 'Poul Damgaard', email: 'poul@fjordby.example' },
    });
    await ulla.profile.saveMember(board, null, secretary);
    await ulla.profile.saveMember(board, null, chair);
    expect((await profile(await town.as('ane.kratholm'))).members).toEqual([chair, secretary]);
    // Columns of SharePoint's own kinds.
    expect((await rows('DagsordenMedlemmer')).map(({ fields }) => fields)).toContainEqual(
      expect.objectContaining({
        PersonName: 'Ane Kratholm',
        IsChair: true,
        IsMember: true,
        Votes: true,
        Party: 'A',
        SubstituteName: 'Poul Damgaard',
      }),
    );
  });

  test('who is added twice stands once', async () => {
    await ulla.profile.saveMember(board, null, memberNamed('ane.kratholm', 'Ane Kratholm', { roles: ['observer'], votes: false }));
    expect((await profile()).members.filter(({ person }) => person.name === 'Ane Kratholm')).toEqual([
      expect.objectContaining({ roles: ['chair', 'member'], votes: true }),
    ]);
  });

  test('two people who change different things of one member both have their way; of the same, the second is told', async () => {
    const seen = (await profile()).members.find(({ person }) => person.name === 'Ane Kratholm')!;
    const ane = await town.as('ane.kratholm');
    await ane.profile.saveMember(board, seen, { ...seen, party: 'B' });
    await ulla.profile.saveMember(board, seen, { ...seen, votes: false });
    const now = (await profile()).members.find(({ person }) => person.name === 'Ane Kratholm')!;
    expect(now).toEqual({ ...seen, party: 'B', votes: false });
    await expect(ulla.profile.saveMember(board, seen, { ...seen, party: 'C' })).rejects.toMatchObject({ name: 'Conflict' });
    await expect(ulla.profile.removeMember(board, seen)).rejects.toMatchObject({ name: 'Conflict' });
    await expect(ane.profile.saveMember(board, seen, { ...seen, votes: !seen.votes, party: 'C' })).rejects.toMatchObject({
      detail: { by: 'Ulla Skarvad' },
    });
    expect((await profile()).members).toContainEqual(now);
  });

  test('the secretary it names does the work without having called the meeting', async () => {
    const known = await profile(await town.as('lene.vadgaard'));
    const me = { id: town.idOf('ulla.skarvad'), email: null, name: 'Ulla Skarvad' };
    expect(mayRecord({ event: { iAmOrganizer: false }, me, profile: known })).toBe(true);
    expect(mayRecord({ event: { iAmOrganizer: false }, me: { id: town.idOf('lene.vadgaard'), email: null, name: 'Lene' }, profile: known })).toBe(
      false,
    );
  });

  test('rules go there and back, and different rules are changed by two at once', async () => {
    const before = (await profile()).rules;
    const changed: BodyProfile['rules'] = {
      ...before,
      quorum: { kind: 'number', atLeast: 4, chairRequired: true },
      sections: [
        { role: 'background', heading: 'Sagsfremstilling' },
        { role: 'finance', heading: 'Økonomi og personale' },
        { role: 'text', heading: null },
      ],
      numbering: { levels: ['roman', 'decimal', null], between: null, behind: ')', breaks: true, restart: 'day', from: 12 },
      openness: 'closed',
      castingVote: true,
      approval: 'signatures',
      deadlines: [
        { what: 'proposals', days: 10 },
        { what: 'agenda', days: 4 },
        { what: 'minutes', days: 0 },
      ],
      substitutes: 'partyList',
      substituteWord: 'suppleant',
    };
    await ulla.profile.saveRules(board, before, changed);
    expect((await profile()).rules).toEqual(changed);
    const ane = await town.as('ane.kratholm');
    await ane.profile.saveRules(board, changed, { ...changed, approval: 'nextMeeting' });
    await ulla.profile.saveRules(board, changed, { ...changed, substitutes: 'free' });
    expect((await profile()).rules).toEqual({ ...changed, approval: 'nextMeeting', substitutes: 'free' });
    await expect(ulla.profile.saveRules(board, changed, { ...changed, approval: 'none' })).rejects.toMatchObject({ name: 'Conflict' });
  });

  test('a site that has no column for the deadline of proposals keeps its other rules, and says that it is to be prepared when that one is told', async () => {
    const { rules } = await profile();
    const without = { ...rules, deadlines: rules.deadlines.filter(({ what }) => what !== 'proposals') };
    await ulla.profile.saveRules(board, rules, without);
    const columns = `/sites/${board.siteId}/lists/DagsordenRegler/columns`;
    const { value } = (await town.ask('ulla.skarvad', columns)).body as { value: { id: string; name: string }[] };
    const { id } = value.find(({ name }) => name === 'ProposalDays')!;
    await town.ask('ulla.skarvad', `${columns}/${id}`, { method: 'DELETE' });
    const changed = { ...without, castingVote: !without.castingVote };
    await ulla.profile.saveRules(board, without, changed);
    expect((await profile()).rules).toEqual(changed);
    const told = { ...changed, deadlines: [{ what: 'proposals' as const, days: 3 }, ...changed.deadlines] };
    await expect(ulla.profile.saveRules(board, changed, told)).rejects.toMatchObject({ name: 'SiteNotPrepared' });
    const team = (await ulla.board.listBoards()).find(({ name }) => name === 'Direktionen')!;
    await ulla.board.prepareBoard(team.teamId, () => undefined);
    await ulla.profile.saveRules(board, changed, told);
    expect((await profile()).rules).toEqual(told);
  });

  test('a row made in SharePoint by a name alone is a member; one that says nobody is told and takes nothing along', async () => {
    await town.ask('ulla.skarvad', itemsOf('DagsordenMedlemmer'), {
      method: 'POST',
      body: { fields: { Title: 'Mona Lindved', IsObserver: true, RowId: 'x1' } },
    });
    await town.ask('ulla.skarvad', itemsOf('DagsordenMedlemmer'), { method: 'POST', body: { fields: { RowId: 'x2', IsMember: true } } });
    const kept = await ulla.profile.readProfile(board);
    expect(kept.profile.members).toContainEqual(
      expect.objectContaining({ person: { id: null, name: 'Mona Lindved', email: null }, roles: ['observer'] }),
    );
    expect(kept.profile.members).toHaveLength(3);
    expect(kept.unread).toEqual([expect.objectContaining({ list: 'DagsordenMedlemmer', column: 'Navn', wholeRow: true })]);
  });

  test('a word in a choice that is not ours is told, read as no rule, and not written over', async () => {
    const [row] = await rows('DagsordenRegler');
    // People add words of their own to a choice.
    for (const [column, word] of [
      ['Quorum', 'To tredjedele'],
      ['Access', 'Måske'],
    ])
      await town.ask('ulla.skarvad', `/sites/${board.siteId}/lists/DagsordenRegler/columns/${column!}`, {
        method: 'PATCH',
        body: { choice: { choices: ['Mindst halvdelen', 'Ingen regel', 'Åbent', word] } },
      });
    const answer = await town.ask('ulla.skarvad', `${itemsOf('DagsordenRegler')}/${row!.id}/fields`, {
      method: 'PATCH',
      body: { Quorum: 'To tredjedele', Access: 'Måske' },
    });
    expect(answer).toMatchObject({ status: 200 });
    const kept = await ulla.profile.readProfile(board);
    expect(kept.profile.rules.quorum.kind).toBe('none');
    expect(kept.profile.rules.openness).toBe('closed');
    expect(kept.unread.map(({ column }) => column)).toEqual(expect.arrayContaining(['Beslutningsdygtigt ved', 'Nye punkter er']));
    const { rules } = kept.profile;
    await expect(ulla.profile.saveRules(board, rules, { ...rules, quorum: { ...rules.quorum, kind: 'half' } })).rejects.toMatchObject({
      name: 'Conflict',
    });
    await ulla.profile.saveRules(board, rules, { ...rules, approval: 'noObjection' });
    expect((await rows('DagsordenRegler'))[0]!.fields).toMatchObject({ Quorum: 'To tredjedele', Approval: 'Når ingen gør indsigelse' });
  });

  test('who is taken out is gone, also when it is asked twice', async () => {
    const mona = (await profile()).members.find(({ person }) => person.name === 'Mona Lindved')!;
    await ulla.profile.removeMember(board, mona);
    await ulla.profile.removeMember(board, mona);
    expect((await profile()).members.map(({ person }) => person.name)).toEqual(['Ane Kratholm', 'Ulla Skarvad']);
  });

  test('this device keeps what was read', async () => {
    const kept = await ulla.profile.readProfile(board);
    const ever = await town.as('ulla.skarvad');
    await expect.poll(async () => (await ever.profile.lastProfile(board))?.kept).toEqual(kept);
    expect(await (await town.as('poul.kringelholm', undefined, { fresh: true })).profile.lastProfile(board)).toBeNull();
  });

  test('reading costs one batch of two lists', async () => {
    await town.emptyLog();
    await profile();
    const asked = (await town.log()).filter(({ path }) => path.includes('/lists/'));
    expect(asked.map(({ path }) => /lists\/(\w+)/.exec(path)?.[1]).sort()).toEqual(['DagsordenMedlemmer', 'DagsordenRegler']);
    expect(asked.map(({ batchId }) => batchId)).toEqual(['0', '1']);
  });

  test('the team’s members are told with who owns it', async () => {
    const found = await ulla.profile.teamMembers(board);
    expect(found.map(({ person }) => person.name)).toContain('Ulla Skarvad');
    expect(found.every(({ person }) => person.id !== null)).toBe(true);
    expect(found.some(({ isOwner }) => isOwner)).toBe(true);
  });

  test('a site prepared before there was such a list has the plain profile, and says so when written', async () => {
    for (const list of ['DagsordenMedlemmer', 'DagsordenRegler'])
      await town.ask('ulla.skarvad', `/sites/${board.siteId}/lists/${list}`, { method: 'DELETE' });
    expect(await ulla.profile.readProfile(board)).toEqual({ profile: plainProfile, isPrepared: false, unread: [] });
    await expect(ulla.profile.saveMember(board, null, memberNamed('lene.vadgaard', 'Lene Vadgaard'))).rejects.toMatchObject({
      name: 'SiteNotPrepared',
    });
    await expect(ulla.profile.saveRules(board, plainProfile.rules, { ...plainProfile.rules, approval: 'signatures' })).rejects.toMatchObject({
      name: 'SiteNotPrepared',
    });
  });
});
