import { all, answered, holds, notTried, type Belief } from '../belief.ts';
import type { Stops } from '../stops.ts';
import { at, listAt, textAt, type Answer } from '../wire.ts';

const primary = async ({ me, teamId }: Stops) => textAt(await me.ask('GET', `/teams/${teamId}/primaryChannel`), 'id');

/** Posts in the general channel, and takes it away again when the tour is over. */
async function post(stops: Stops, content: string): Promise<Answer> {
  const path = `/teams/${stops.teamId}/channels/${encodeURIComponent(await primary(stops))}/messages`;
  const posted = await stops.me.ask('POST', path, { body: { subject: stops.name, body: { contentType: 'html', content } } });
  if (posted.status === 201) stops.cleanUp.owes('message in the channel', () => stops.me.ask('POST', `${path}/${textAt(posted, 'id')}/softDelete`));
  return posted;
}

const threadOf = (joinUrl: unknown) => /19:meeting_[^/]+@thread\.v2/i.exec(decodeURIComponent(String(joinUrl)))?.[0];

/** Teams, channels, messages and chats. */
export const teamsBeliefs: readonly Belief[] = [
  {
    id: 'teams.joined',
    claim: 'The team is among those I have joined',
    source: 'GD/api/user-list-joinedteams.md',
    played: null,
    check: async ({ me, teamId }) => {
      const joined = await me.ask('GET', '/me/joinedTeams');
      return all(
        answered(joined, 200),
        holds(
          listAt(joined.body, 'value').some((team) => at(team, 'id') === teamId),
          'it is not',
        ),
      );
    },
  },
  {
    id: 'teams.generalIsFirst',
    claim: 'The general channel is the first of a team’s channels',
    source: 'our reasoning: no source found',
    played: null,
    check: async (stops) => {
      const [first] = listAt((await stops.me.ask('GET', `/teams/${stops.teamId}/channels`)).body, 'value');
      return holds(at(first, 'id') === (await primary(stops)), 'another is');
    },
  },
  {
    id: 'teams.filesFolder',
    claim: 'A channel’s folder names its drive',
    source: 'GD/api/channel-get-filesfolder.md',
    played: null,
    check: async (stops) => {
      const folder = await stops.me.ask('GET', `/teams/${stops.teamId}/channels/${encodeURIComponent(await primary(stops))}/filesFolder`);
      return all(answered(folder, 200), holds(typeof at(folder.body, 'parentReference', 'driveId') === 'string', 'no drive'));
    },
  },
  {
    id: 'teams.filesFolderNamesSite',
    claim: 'A channel’s folder names its site, too',
    source: 'our reasoning: the page promises the drive alone',
    played: null,
    check: async (stops) => {
      const folder = await stops.me.ask('GET', `/teams/${stops.teamId}/channels/${encodeURIComponent(await primary(stops))}/filesFolder`);
      return holds(typeof at(folder.body, 'parentReference', 'siteId') === 'string', 'no site');
    },
  },
  {
    id: 'messages.posted',
    claim: 'A message is posted, and told with its id and address',
    source: 'GD/api/chatmessage-post.md',
    played: null,
    check: async (stops) => {
      const posted = await post(stops, '<p>Dagsorden prøver denne kanal. Beskeden forsvinder igen.</p>');
      return all(answered(posted, 201), holds(typeof at(posted.body, 'webUrl') === 'string', 'no address'));
    },
  },
  {
    id: 'messages.tooLarge',
    claim: 'A message of 40 KB is refused as too large',
    source: 'BotFramework-Services#228, td#6659',
    played: null,
    check: async (stops) => answered(await post(stops, `<p>${'x'.repeat(20_500)}</p>`), 413),
  },
  {
    id: 'messages.tablesGo',
    claim: 'A table in a message loses its form and keeps its words',
    source: 'teams bots-text-formats (old page)',
    played: null,
    check: async (stops) => {
      const posted = await post(stops, '<p>Dagsorden</p><table><tr><td>Punkt</td><td>Tid</td></tr></table>');
      const kept = String(at(posted.body, 'body', 'content'));
      return all(answered(posted, 201), holds(kept.includes('Punkt'), 'the words are gone'), holds(!/<table/i.test(kept), 'the table is kept'));
    },
  },
  {
    id: 'chats.ofMeeting',
    claim: 'The chat of an online meeting is found by the id in its join address, and tells that address',
    source: 'CSDL teamworkOnlineMeetingInfo; GD/res/chat.md',
    played: null,
    check: async (stops) => {
      const join = at((await stops.meeting()).body, 'onlineMeeting', 'joinUrl');
      const thread = threadOf(join);
      if (thread === undefined) return notTried('the join address holds no chat');
      const chat = await stops.me.ask('GET', `/chats/${encodeURIComponent(thread)}`);
      return all(answered(chat, 200), holds(at(chat.body, 'onlineMeetingInfo', 'joinWebUrl') === join, 'another spelling of it'));
    },
  },
  {
    id: 'chats.meetingsAreNotListed',
    claim: 'The chat of a meeting is not among my chats',
    source: 'gd#10521',
    played: null,
    check: async (stops) => {
      const thread = threadOf(at((await stops.meeting()).body, 'onlineMeeting', 'joinUrl'));
      const chats = await stops.me.ask('GET', '/me/chats?$top=50');
      return all(answered(chats, 200), holds(!listAt(chats.body, 'value').some((chat) => at(chat, 'id') === thread), 'it is'));
    },
  },
  {
    id: 'meetings.foundByJoinUrl',
    claim: 'An online meeting is found by its join address',
    source: 'GD/api/onlinemeeting-get.md',
    played: null,
    check: async (stops) => {
      const join = String(at((await stops.meeting()).body, 'onlineMeeting', 'joinUrl'));
      const found = await stops.me.ask('GET', `/me/onlineMeetings?$filter=JoinWebUrl eq '${encodeURIComponent(join)}'`);
      return all(answered(found, 200), holds(listAt(found.body, 'value').length === 1, `${listAt(found.body, 'value').length} found`));
    },
  },
];
