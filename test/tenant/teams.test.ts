import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { board, everyScope, fjordby, type Fjordby, type GraphAs, type Loose } from './running.ts';

let tenant: Fjordby;
let ulla: GraphAs;
let freja: GraphAs;
let place: { team: string; site: string; general: string; closed: string | undefined };
let messages: string;

beforeAll(async () => {
  tenant = await fjordby();
  [ulla, freja] = [await tenant.as('ulla.skarvad'), await tenant.as('freja.damsbo')];
  place = await board(ulla, 'Direktionen');
  messages = `/teams/${place.team}/channels/${place.general}/messages`;
});
afterAll(() => tenant.close());

const html = (content: string, more: Record<string, unknown> = {}) => ({ body: { contentType: 'html', content }, ...more });

describe('teams and channels', () => {
  it("are their members' own; a private channel is not even listed to others", async () => {
    expect((await freja.get(`/teams/${place.team}/channels`)).body.value.map(({ displayName }: Loose) => displayName)).toEqual(['Generelt']);
    expect((await ulla.get(`/teams/${place.team}/channels`)).body.value.map(({ displayName }: Loose) => displayName)).toEqual([
      'Generelt',
      'Lukkede punkter',
    ]);
    expect((await freja.get(`/teams/${place.team}/channels/${place.closed ?? ''}`)).status).toBe(403);
    const palle = await tenant.as('palle.ebbesoe');
    expect((await palle.get(`/teams/${place.team}`)).status).toBe(403);
    expect((await ulla.get('/teams/00000000-0000-4000-8000-000000000000')).status).toBe(404);
    expect((await ulla.get(`/teams/${place.team}/members`)).body.value.length).toBeGreaterThan(9);
    expect((await ulla.get(`/teams/${place.team}/channels/${place.closed ?? ''}/members`)).body.value).toHaveLength(7);
  });

  it('lead to the right site: a private channel to its own', async () => {
    const folder = async (channel: string) => (await ulla.get(`/teams/${place.team}/channels/${channel}/filesFolder`)).body;
    const general = await folder(place.general);
    expect(general.parentReference.siteId).toBe(place.site);
    const { sharepointIds } = (await ulla.get(`/drives/${general.parentReference.driveId}/root?$select=id,sharepointIds`)).body;
    expect(`${new URL(sharepointIds.siteUrl).hostname},${sharepointIds.siteId},${sharepointIds.webId}`).toBe(place.site);
    const closed = await folder(place.closed ?? '');
    expect(closed.parentReference.siteId).not.toBe(place.site);
    expect(closed.webUrl).toContain('/sites/Direktionen-Lukkedepunkter/');
  });

  it('a private channel made just now has no site before its files are opened', async () => {
    const { body } = await ulla.post(`/teams/${place.team}/channels`, { displayName: 'Personalesager', membershipType: 'private' });
    const path = `/teams/${place.team}/channels/${body.id}/filesFolder`;
    const early = await ulla.get(path);
    expect([early.status, early.body.error.code]).toEqual([404, 'ItemNotFound']);
    expect((await tenant.dev('POST', '/channels/open', { channel: body.id })).status).toBe(204);
    const site = (await ulla.get(path)).body.parentReference.siteId as string;
    expect((await ulla.get(`/sites/${site}/lists`)).status).toBe(200);
    expect((await freja.get(`/sites/${site}/lists`)).status).toBe(403);
  });
});

describe('channel messages', () => {
  it("are posted by members, answered, and read back with an administrator's scope", async () => {
    const posted = await ulla.post(
      messages,
      html('<p>Referatet er klar. <a href="https://localhost:6444/#/m/1">Læs det</a></p>', { subject: 'Referat' }),
    );
    expect(posted.status).toBe(201);
    expect(posted.body).toMatchObject({
      subject: 'Referat',
      from: { user: { displayName: 'Ulla Skarvad' } },
      channelIdentity: { teamId: place.team },
    });
    const reply = await freja.post(`${messages}/${posted.body.id}/replies`, html('Tak'));
    expect(reply.body.replyToId).toBe(posted.body.id);
    expect((await freja.get(`${messages}/${posted.body.id}/replies`)).body.value).toHaveLength(1);
    const expanded = (await freja.get(`${messages}?$expand=replies&$top=50`)).body.value.find(({ id }: Loose) => id === posted.body.id);
    expect(expanded.replies.map(({ body }: Loose) => body.content)).toEqual(['Tak']);
    const writer = await tenant.as('ulla.skarvad', ['ChannelMessage.Send']);
    expect((await writer.get(messages)).body.error.code).toBe('Forbidden');
  });

  it('are refused from people outside the channel', async () => {
    const palle = await tenant.as('palle.ebbesoe');
    expect((await palle.post(messages, html('Hej'))).status).toBe(403);
    expect((await freja.post(`/teams/${place.team}/channels/${place.closed ?? ''}/messages`, html('Hej'))).status).toBe(403);
  });

  it('hold about 28 KB, counted in UTF-16', async () => {
    const fits = await ulla.post(messages, html('æ'.repeat(14_000)));
    expect(fits.status).toBe(201);
    const tooBig = await ulla.post(messages, html('æ'.repeat(14_400)));
    expect([tooBig.status, tooBig.body.error.code]).toEqual([413, 'RequestEntityTooLarge']);
  });

  it('keep a small part of HTML', async () => {
    const { body } = await ulla.post(
      messages,
      html('<h1>Overskrift</h1><table><tr><td>celle</td></tr></table><p onclick="x()"><strong>fed</strong><script>x</script></p>'),
    );
    expect(body.body.content).toBe('Overskriftcelle<p><strong>fed</strong></p>');
  });

  it('carry cards that the body names and whose content is JSON in a string', async () => {
    const card = {
      id: 'c1',
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: JSON.stringify({ type: 'AdaptiveCard', version: '1.5', body: [] }),
    };
    expect((await ulla.post(messages, html('<attachment id="c1"></attachment>', { attachments: [card] }))).status).toBe(201);
    expect((await ulla.post(messages, html('<attachment id="c2"></attachment>', { attachments: [card] }))).status).toBe(400);
    expect((await ulla.post(messages, html('Kort', { attachments: [card] }))).status).toBe(400);
    expect((await ulla.post(messages, html('<attachment id="c1"></attachment>', { attachments: [{ ...card, content: '{' }] }))).status).toBe(400);
  });

  it('name people whom the mentions know', async () => {
    const user = (await ulla.get('/users/ane.kratholm@fjordby.example')).body;
    const mention = { id: 0, mentionText: 'Ane', mentioned: { user: { id: user.id, displayName: user.displayName, userIdentityType: 'aadUser' } } };
    expect((await ulla.post(messages, html('<at id="0">Ane</at>', { mentions: [mention] }))).body.body.content).toBe('<at id="0">Ane</at>');
    const refused = async (content: string, ...mentions: object[]) =>
      expect((await ulla.post(messages, html(content, { mentions }))).status).toBe(400);
    await refused('<at id="1">Ane</at>', mention);
    await refused('<at id="0">Ane</at> <at id="1">Ane</at>', mention);
    await refused('Hej Ane', mention);
    await refused('<at id="0">Ane</at>', mention, mention);
    await refused('<at id="0">Ane</at>', { ...mention, mentionText: '' });
    const nobody = { id: crypto.randomUUID(), displayName: 'Ingen', userIdentityType: 'aadUser' };
    await refused('<at id="0">Ane</at>', { ...mention, mentioned: { user: nobody } });
    await refused('<at id="0">Ane</at>', { ...mention, mentioned: { user: { ...nobody, id: 'ane.kratholm@fjordby.example' } } });
  });

  it('have the whole millisecond they were made at for an id, however fine the clock', async () => {
    const fine = await fjordby({ now: () => 1_788_242_447_209.1245 });
    const graph = await fine.as('ulla.skarvad');
    const { team, general } = await board(graph, 'Direktionen');
    const { body } = await graph.post(`/teams/${team}/channels/${general}/messages`, html('Hej'));
    expect(body.id).toBe('1788242447209');
    expect(body.webUrl).toContain('parentMessageId=1788242447209');
    await fine.close();
  });

  it('come at most fifty a second from one app', async () => {
    const still = Date.now();
    const busy = await fjordby({ now: () => still });
    const graph = await busy.as('ulla.skarvad');
    const { team } = await board(graph, 'Direktionen');
    const channels: string[] = [];
    for (let number = 0; number < 13; number += 1)
      channels.push((await graph.post(`/teams/${team}/channels`, { displayName: `Kanal ${number}` })).body.id);
    const posts = channels.flatMap((channel) =>
      Array.from({ length: 4 }, () => graph.post(`/teams/${team}/channels/${channel}/messages`, html('x'))),
    );
    const answers = await Promise.all(posts);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(50);
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.map(({ headers }) => headers.get('retry-after'))).toEqual(['1', '1']);
    await busy.close();
  });

  it('come at most four a second in one channel', async () => {
    const { body: channel } = await ulla.post(`/teams/${place.team}/channels`, { displayName: 'Travl' });
    const sent = await Promise.all(Array.from({ length: 6 }, () => ulla.post(`/teams/${place.team}/channels/${channel.id}/messages`, html('Hej'))));
    expect(sent.filter(({ status }) => status === 201)).toHaveLength(4);
    expect(sent.find(({ status }) => status === 429)?.headers.get('retry-after')).toBe('1');
  });
});

describe('members of a channel', () => {
  const named = (id: string, ...roles: string[]) => ({
    '@odata.type': '#microsoft.graph.aadUserConversationMember',
    roles,
    'user@odata.bind': `https://graph.microsoft.com/v1.0/users('${id}')`,
  });
  let owner: GraphAs;
  let people: Record<string, string>;

  beforeAll(async () => {
    owner = await tenant.as('ulla.skarvad', [...everyScope, 'ChannelMember.ReadWrite.All']);
    people = Object.fromEntries((await tenant.dev('GET', '/users')).body.map(({ displayName, id }: Loose) => [displayName, id]));
  });

  it('are named when a private channel is made, added and taken off by its owner, and are of the team', async () => {
    const { body } = await owner.post(`/teams/${place.team}/channels`, {
      displayName: 'Lønforhandling',
      membershipType: 'private',
      members: [named(people['Rikke Vindum'] ?? '')],
    });
    const members = `/teams/${place.team}/channels/${body.id}/members`;
    expect((await owner.get(members)).body.value.map(({ displayName }: Loose) => displayName).sort()).toEqual(['Rikke Vindum', 'Ulla Skarvad']);
    expect((await owner.post(members, named(people['Palle Ebbesø'] ?? ''))).status).toBe(400);
    await tenant.dev('POST', '/channels/open', { channel: body.id });
    const site = (await owner.get(`/teams/${place.team}/channels/${body.id}/filesFolder`)).body.parentReference.siteId as string;
    expect((await freja.get(`/sites/${site}/lists`)).status).toBe(403);
    const added = await owner.post(members, named(people['Freja Damsbo'] ?? ''));
    expect([added.status, added.body.roles]).toEqual([201, []]);
    expect((await freja.get(`/sites/${site}/lists`)).status).toBe(200);
    const byMember = await tenant.as('freja.damsbo', [...everyScope, 'ChannelMember.ReadWrite.All']);
    expect((await byMember.delete(`${members}/${added.body.id}`)).status).toBe(403);
    expect((await owner.delete(`${members}/${added.body.id}`)).status).toBe(204);
    expect((await owner.get(`${members}/${added.body.id}`)).status).toBe(404);
    expect((await freja.get(`/sites/${site}/lists`)).status).toBe(403);
    expect((await owner.post(`/teams/${place.team}/channels/${place.general}/members`, named(people['Palle Ebbesø'] ?? ''))).status).toBe(400);
  });

  it('of a shared one come from outside the team too, and see nothing else of it', async () => {
    const made = await owner.post(`/teams/${place.team}/channels`, {
      displayName: 'Anlægsbyggeri',
      membershipType: 'shared',
      members: [named(people['Palle Ebbesø'] ?? '')],
    });
    expect([made.status, made.body]).toEqual([202, {}]);
    const operation = (await owner.get(made.headers.get('location') ?? '')).body;
    expect([operation.status, operation.operationType]).toEqual(['succeeded', 'createChannel']);
    const channel = `/teams/${place.team}/channels/${operation.targetResourceId}`;
    const palle = await tenant.as('palle.ebbesoe');
    expect((await palle.get(channel)).body.membershipType).toBe('shared');
    expect((await palle.post(`${channel}/messages`, html('Tegningerne er klar'))).status).toBe(201);
    expect((await palle.get(`/teams/${place.team}`)).status).toBe(403);
    expect((await palle.get(`/teams/${place.team}/channels/${place.general}`)).status).toBe(403);
    expect((await freja.get(channel)).status).toBe(403);
    expect((await palle.get(`${channel}/filesFolder`)).status).toBe(404);
    await tenant.dev('POST', '/channels/open', { channel: operation.targetResourceId });
    const site = (await palle.get(`${channel}/filesFolder`)).body.parentReference.siteId as string;
    expect([(await palle.get(`/sites/${site}/lists`)).status, (await palle.get(`/sites/${place.site}/lists`)).status]).toEqual([200, 403]);
    expect((await freja.get(`/sites/${site}/lists`)).status).toBe(403);
  });
});

describe('changes of channel messages', () => {
  it('are told in pages; afterwards only what is new or was answered', async () => {
    const { body } = await ulla.post(`/teams/${place.team}/channels`, { displayName: 'Nyt og gammelt' });
    const channel = `/teams/${place.team}/channels/${body.id}/messages`;
    const posted: string[] = [];
    for (const word of ['et', 'to', 'tre']) posted.push((await ulla.post(channel, html(word))).body.id);
    const first = (await ulla.get(`${channel}/delta?$top=2`)).body;
    const second = (await ulla.get(first['@odata.nextLink'])).body;
    const idsOf = (page: Loose): string[] => page.value.map(({ id }: Loose) => id);
    expect([...idsOf(first), ...idsOf(second)]).toEqual(posted);
    const quiet = (await ulla.get(second['@odata.deltaLink'])).body;
    expect(quiet.value).toEqual([]);
    await ulla.post(`${channel}/${posted[1]}/replies`, html('svar'));
    const later = (await ulla.get(`${quiet['@odata.deltaLink']}&$expand=replies`)).body;
    expect(idsOf(later)).toEqual([posted[1]]);
    expect(later.value[0].replies.map(({ body: { content } }: Loose) => content)).toEqual(['svar']);
    expect((await ulla.get(`${channel}/delta?$deltatoken=other`)).status).toBe(400);
  });
});
